import type { FileUse } from '../named-paths';
import type { SourceLiteral } from '../source-literals';

/** Macros and attributes whose files end up in the binary. */
const compiledIn =
  /\b(?:include|include_str|include_bytes|include_dir|embed_migrations|migrate|query_file\w*|embed|i18n|static_loader|include_flate|flate|load_dotenv|dotenv|env|option_env)!\s*[({[][^;]*$|#\[\s*(?:template|path|grammar|folder|graphql|migration)\b[^\]]*$/;

/** Routes and texts for people. */
const attributes =
  /#\[\s*(?:\w+::)*(?:get|post|put|delete|patch|route|head|options|catch|error|display|doc|cfg\w*|deprecated|utoipa|openapi|oai|derive|must_use|prefix|include|exclude|tokio|test)\b[^\]]*$/;

/** Calls that open what their text names. */
const reader =
  /(?:\b(?:File::open|OpenOptions::new\(\)[^;]*\.open|read_to_string|read_dir|fs::read|fs::metadata|fs::copy|read_link|ServeDir::new|ServeFile::new|NamedFile::open(?:_async)?|Tera::new|Path::new|PathBuf::from|with_name|with_file|from_filename|from_path|path_loader|set_template_dir|register_template\w*|StaticFiles|StaticFilesEndpoint::new|serve_dir|serve_file|relative!|Dir::new|FileServer::(?:from|new)|template_dir|fs::dir|fs::file|init_file|Ini::load_from_file|Config::from_file|Loader::new|load_file|from_file|Image::open|image::open|Reader::(?:open|from_path)|Reader::open_readfile|open_readfile|open|load|join|push)\s*\(\s*(?:&|Path::new\(|format!\s*\(|String::from\()*\s*$)|(?:Files::new|\.serve_dir|nest_service|fallback_service|StaticFileConfig::new)\s*\(\s*""\s*,\s*(?:[\w:]*\(\s*)?$/;

const writer =
  /(?:\bFile::create(?:_new)?|\bfs::write|\bcreate_dir(?:_all)?|\brolling::\w+|\bRollingFileAppender::\w+|\bsled::open|\.write_to_file|\.save)\s*\(\s*(?:&|Path::new\(|format!\s*\()*\s*$/;

/** A database file: opened, and made when it is missing. */
const database = /\bConnection::open\s*\(\s*(?:&)?$|SqliteConnectionManager::file\s*\(\s*$/;

/** Text that says nothing about paths where it stands. */
const otherwise =
  /(?:\b(?:println|eprintln|print|eprint|panic|info|warn|error|debug|trace|expect|bail|anyhow|assert\w*|unreachable|todo|Command::new)!?\s*\(\s*)$/;

/** What the code before a text says of it. */
export function useOf({ before, value }: SourceLiteral): FileUse {
  if (compiledIn.test(before)) return 'compiled-in';
  if (otherwise.test(before) || attributes.test(before)) return 'none';
  if (writer.test(before) || database.test(before) || /^sqlite:(\/\/)?[^:]/.test(value)) return 'writes';
  if (reader.test(before)) return 'reads';
  return 'may-read';
}

/** The path in a text: that of an address of a SQLite database, up to a placeholder, without a pattern's wildcards. */
export function pathIn(value: string): { path: string; folder: boolean } | undefined {
  let path = value.replace(/^sqlite:(\/\/)?(?=[^:])/, '').replace(/^file:(\/\/)?/, '');
  if (value.startsWith('sqlite:')) path = path.replace(/\?.*$/, '');
  if (path === '' || path.length > 300 || /[\s\0"'`<>|;,=&%$!#]/.test(path) || /^\w+:\/\//.test(path))
    return undefined;
  const open = path.search(/[*?[{]/);
  if (open === -1) return { path, folder: false };
  const folder = path.slice(0, path.lastIndexOf('/', open) + 1);
  return folder === '' || folder === '/' || folder === './' ? undefined : { path: folder, folder: true };
}
