import type { SourceText } from './sources';

/** A path in settings, as written there. */
export interface SettingsPath {
  readonly path: string;
  /** `file`: a file that is written; `folder`: one to write into; `read`: it may be there already. */
  readonly kind: 'file' | 'folder' | 'read';
  readonly reason: string;
}

/** Databases that keep their data in files. H2 and HSQLDB write several beside the one that is named. */
const database = /jdbc:(h2|sqlite|hsqldb|derby):(?:file:|nio:)?([^;?"'\s<>]+)/g;

/** Places that settings of Spring, Quarkus and logging libraries name, and databases in the URLs of JDBC. */
export function pathsInSettings(texts: readonly SourceText[]): SettingsPath[] {
  return texts.flatMap((source) => [
    ...databasesIn(source),
    ...(source.path.endsWith('.xml') ? loggingPaths(source) : valuePaths(source)),
  ]);
}

/** Also for URLs that stand in code. */
export function databasesIn({ path, text }: SourceText): SettingsPath[] {
  return [...text.matchAll(database)].flatMap(([, engine = '', place = '']) => {
    const file = withDefault(place);
    if (file === undefined || /^(mem|tcp|ssl|zip|res|http|memory|classpath|jar|:|~)/.test(file)) return [];
    const reason = `${path} keeps a database of ${engine === 'sqlite' ? 'SQLite' : engine} there`;
    return [{ path: file, kind: engine === 'derby' ? 'folder' : 'file', reason } as const];
  });
}

/** `key: value` and `key=value`; of YAML the last key is enough to tell. */
function valuePaths({ path: file, text }: SourceText): SettingsPath[] {
  return [
    ...text.matchAll(/^[ \t]*(?:-[ \t]+)?["']?([\w.-]+)["']?[ \t]*[:=][ \t]*["']?([^\s"'#][^\n"']*)/gm),
  ].flatMap(([, key = '', raw = '']): SettingsPath[] => {
    const value = withDefault(raw.trim());
    if (value === undefined || /^(classpath|https?|jdbc|\w+:\/\/)/.test(value)) return [];
    const bare = value.replace(/^(optional:)?file:/, '');
    if (!/^[\w.~/@-]+$/.test(bare)) return [];
    if (/\.log$/.test(bare))
      return [{ path: bare, kind: 'file', reason: `${file} has the log written there` }];
    if (bare !== value) return [{ path: bare, kind: 'read', reason: `${file} names it` }];
    const isPlace =
      /(^|[.-])(dir|directory|folder|location|store|path)$|upload|storage|^logging\.(file|path)/i.test(key);
    const isAddress =
      /(context|base|servlet|url|api|endpoint|management|health|class)[.-]?(path|location)?/i.test(key);
    if (!isPlace || (isAddress && !/upload|storage/i.test(key))) return [];
    if (/^\.{0,2}\/[\w.-]|^[\w-]+\/?$|^[\w-]+\/[\w./-]+$/.test(bare) && !/^(true|false|\d+)$/.test(bare)) {
      const isOwn = !bare.startsWith('/') || /upload|storage|log|data/i.test(key);
      return isOwn ? [{ path: bare, kind: 'folder', reason: `${file} names it as ${key}` }] : [];
    }
    return [];
  });
}

/** Logback's `<file>`, Log4j's `fileName="..."`, with the properties that the same file sets. */
function loggingPaths({ path: file, text }: SourceText): SettingsPath[] {
  const properties = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/<property\s+name="([^"]+)"\s+value="([^"]*)"/gi))
    properties.set(name, value);
  for (const [, name = '', value = ''] of text.matchAll(/<Property\s+name="([^"]+)">([^<]*)</gi))
    properties.set(name, value);
  const found = [...text.matchAll(/<(?:file|fileNamePattern)>([^<]+)<|\bfile(?:Name|Pattern)="([^"]+)"/gi)];
  return found.flatMap(([, element, attribute]) => {
    const written = (element ?? attribute ?? '').trim().replace(/%.*$|\$\$?\{date:.*$/s, '');
    const filled = written.replace(/\$\{([^:}]+)\}/g, (whole, name: string) => properties.get(name) ?? whole);
    const place = withDefault(filled);
    // Spring puts LOG_FILE into the temporary folder unless it is set.
    if (place === undefined || place === '') return [];
    return [{ path: place, kind: 'file', reason: `${file} has the log written there` } as const];
  });
}

/** `${NAME:default}` and `${NAME:-default}` give their default; undefined when a value comes from elsewhere. */
export function withDefault(text: string): string | undefined {
  const filled = text.replace(/\$\{[^:{}]+:-?([^{}]*)\}/g, '$1');
  return filled.includes('${') || filled.includes('#{') ? undefined : filled;
}
