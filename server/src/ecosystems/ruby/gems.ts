/** A gem with native code, or one that starts a program, and the OS packages that it needs while it runs. */
interface NativeGem {
  readonly apt: readonly string[];
  readonly apk: readonly string[];
}

const none: NativeGem = { apt: [], apk: [] };

/** Source: the gems' own installation pages. What Ruby's slim image has itself (OpenSSL, YAML, zlib, ffi, GMP) is left out. */
const nativeGems: Readonly<Record<string, NativeGem>> = {
  pg: { apt: ['libpq5'], apk: ['libpq'] },
  mysql2: { apt: ['libmariadb3'], apk: ['mariadb-connector-c'] },
  trilogy: none,
  sqlite3: { apt: ['libsqlite3-0'], apk: ['sqlite-libs'] },
  extralite: { apt: ['libsqlite3-0'], apk: ['sqlite-libs'] },
  rmagick: { apt: ['imagemagick'], apk: ['imagemagick'] },
  mini_magick: { apt: ['imagemagick'], apk: ['imagemagick'] },
  'ruby-vips': { apt: ['libvips42'], apk: ['vips'] },
  image_processing: none,
  curb: { apt: ['libcurl4'], apk: ['libcurl'] },
  ethon: { apt: ['libcurl4'], apk: ['libcurl'] },
  'libxml-ruby': { apt: ['libxml2'], apk: ['libxml2'] },
  tiny_tds: { apt: ['libsybdb5'], apk: ['freetds'] },
  streamio: { apt: ['ffmpeg'], apk: ['ffmpeg'] },
  'streamio-ffmpeg': { apt: ['ffmpeg'], apk: ['ffmpeg'] },
  rugged: none,
  'wkhtmltopdf-binary': {
    apt: ['libxrender1', 'libxext6', 'libfontconfig1'],
    apk: ['libxrender', 'libxext', 'fontconfig'],
  },
};

/** Gems that link with libraries whose package has another name in each release, or that need a whole browser. */
const beyondTables = new Set([
  'charlock_holmes',
  'ruby-oci8',
  'gdal',
  'rgeo',
  'opencv',
  'libv8',
  'kerberos',
  'gssapi',
  'taglib-ruby',
  'hiredis',
  'zookeeper',
  'memcached',
]);

export interface GemNeeds {
  readonly apt: readonly string[];
  readonly apk: readonly string[];
  /** Gem whose libraries are not known; undefined when all are. */
  readonly unclear: string | undefined;
  /** Runs JavaScript by an interpreter of the image. */
  readonly javaScript: string | undefined;
}

/** Names in a Gemfile.lock: four spaces before a gem, six before what it depends on. */
export function gemsInLock(text: string): string[] {
  return [...text.matchAll(/^ {4}([\w.-]+) \(/gm)].flatMap(([, name]) => name ?? []);
}

/** Names in a Gemfile, for projects without a lock. Lines that are computed are not followed. */
export function gemsInGemfile(text: string): string[] {
  return [...text.matchAll(/^\s*gem\s*\(?\s*["']([\w.-]+)["']/gm)].flatMap(([, name]) => name ?? []);
}

export function needsOfGems(names: readonly string[]): GemNeeds {
  const found = names.flatMap((name) => (Object.hasOwn(nativeGems, name) ? (nativeGems[name] ?? none) : []));
  return {
    apt: [...new Set(found.flatMap(({ apt }) => apt))],
    apk: [...new Set(found.flatMap(({ apk }) => apk))],
    unclear: names.find((name) => beyondTables.has(name)),
    javaScript: names.find((name) => name === 'execjs'),
  };
}
