import { parse } from 'jsonc-parser';
import type { Project } from '../../project/project';
import { dirname, joinPath } from '../../text/path';
import { importsOf } from './imports';
import { jsonObject, objectOf } from './json';
import type { Manifest } from './manifest';

/** The project's own files that may run in the container. */
export interface RunningSources {
  /** Paths in the build context. */
  readonly files: readonly string[];
  /** Why it is all that the project has: what leads from file to file could not be followed. */
  readonly all: boolean;
}

const isCode = /\.([cm]?[jt]sx?|vue|svelte)$/;
const isDeclaration = /\.d\.[cm]?ts$/;
/** Files that run on a developer's desk or in the build. */
const isForDevelopment =
  /(^|\/)(tests?|__tests__|__mocks__|specs?|e2e|cypress|coverage|stories|\.storybook|benchmarks?|node_modules)\/|[.-](test|spec|stories|e2e-spec|bench)\.[\w.]+$|(^|\/)(\.[\w-]+rc|(webpack|rollup|vite|vitest|jest|babel|eslint|prettier|tailwind|postcss|tsup|karma|cypress|playwright|commitlint|lint-staged|stylelint|esbuild|metro|wdio|craco|gulpfile|gruntfile|tsdown|nyc)([.-][\w.-]*)?)\.[cm]?[jt]s$/i;

/**
 * Follows imports from the file that is started.
 * @param entry path in the image's app folder, relative to it: `dist/main.js`; undefined when a tool starts the program.
 */
export function runningSources(
  entry: string | undefined,
  { folder }: Manifest,
  project: Project,
): RunningSources {
  const inFolder = (path: string) => (folder === '' ? path : joinPath(folder, path));
  const everything = () =>
    project.files
      .map(({ path }) => path)
      .filter(
        (path) =>
          isCode.test(path) &&
          !isDeclaration.test(path) &&
          !isForDevelopment.test(path) &&
          isBelow(path, folder),
      );
  const start = entry === undefined ? undefined : sourceOf(entry, inFolder, project);
  if (start === undefined) return { files: everything(), all: true };
  const aliases = aliasesOf(inFolder, project);
  const reached = new Set([start]);
  for (const path of reached) {
    const text = project.read(path);
    if (text === undefined) return { files: everything(), all: true };
    const { specifiers, computed } = importsOf(text);
    if (computed) return { files: everything(), all: true };
    for (const specifier of specifiers) {
      const own = specifier.startsWith('.')
        ? resolve(joinPath(dirname(path), specifier), project)
        : resolveAlias(specifier, aliases, project);
      if (own !== undefined) reached.add(own);
      else if (
        specifier.startsWith('.') &&
        !/\.(json|css|scss|less|svg|png|node|graphql|wasm)$/.test(specifier)
      ) {
        return { files: everything(), all: true };
      }
    }
  }
  return { files: [...reached].filter((path) => isCode.test(path)), all: false };
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** The source behind a file that is started; what a compiler makes lies elsewhere than what it is made of. */
function sourceOf(entry: string, inFolder: (path: string) => string, project: Project): string | undefined {
  const direct = resolve(inFolder(entry), project);
  if (direct !== undefined) return direct;
  const [first = '', ...rest] = entry.replace(/^\.\//, '').split('/');
  if (rest.length === 0 || !/^(dist|build|lib|out|output|compiled|\.build|bin|app)$/.test(first))
    return undefined;
  const inner = rest.join('/');
  for (const path of [`src/${inner}`, inner, `app/${inner}`, `server/${inner}`, `source/${inner}`]) {
    const found = resolve(inFolder(path), project);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Source: nodejs.org, modules; typescriptlang.org, module resolution (`./a.js` may stand for `./a.ts`). */
function resolve(path: string, project: Project): string | undefined {
  const clean = path.replace(/^\.\//, '').replace(/(.)\/$/, '$1');
  if (clean.startsWith('..')) return undefined;
  const bare = clean.replace(/\.([cm]?)jsx?$/, '');
  const suffixes = [
    '',
    '.js',
    '.ts',
    '.mjs',
    '.cjs',
    '.mts',
    '.cts',
    '.jsx',
    '.tsx',
    '.json',
    '.vue',
    '.node',
  ];
  for (const base of bare === clean ? [clean] : [clean, bare]) {
    for (const suffix of suffixes) {
      if (isFile(base + suffix, project)) return base + suffix;
    }
  }
  for (const suffix of ['.js', '.ts', '.mjs', '.cjs', '.mts', '.json', '.tsx', '.jsx']) {
    const index = clean === '.' || clean === '' ? `index${suffix}` : `${clean}/index${suffix}`;
    if (isFile(index, project)) return index;
  }
  return undefined;
}

function isFile(path: string, project: Project): boolean {
  return project.has(path) && !project.isFolder(path);
}

interface Alias {
  readonly prefix: string;
  readonly target: string;
}

/** `paths` and `baseUrl` of tsconfig.json, and `imports` of package.json. */
function aliasesOf(inFolder: (path: string) => string, project: Project): Alias[] {
  const found: Alias[] = [];
  const options = objectOf(jsonWithComments(project.read(inFolder('tsconfig.json')))?.['compilerOptions']);
  const baseUrl = options?.['baseUrl'];
  const base = typeof baseUrl === 'string' ? baseUrl : '.';
  for (const [pattern, targets] of Object.entries(objectOf(options?.['paths']) ?? {})) {
    const list: readonly unknown[] = Array.isArray(targets) ? targets : [];
    for (const target of list) {
      if (typeof target !== 'string') continue;
      found.push({
        prefix: pattern.replace(/\*$/, ''),
        target: inFolder(joinPath(base, target.replace(/\*$/, ''))),
      });
    }
  }
  if (typeof baseUrl === 'string') found.push({ prefix: '', target: `${inFolder(baseUrl)}/` });
  return found;
}

function resolveAlias(specifier: string, aliases: readonly Alias[], project: Project): string | undefined {
  for (const { prefix, target } of aliases) {
    if (!specifier.startsWith(prefix)) continue;
    const found = resolve(joinPath(target, specifier.slice(prefix.length)), project);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** tsconfig.json may hold comments and commas at ends of lists. */
function jsonWithComments(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  return jsonObject(text) ?? objectOf(text === undefined ? undefined : parse(text));
}
