import { joinPath } from '../../text/path';
import { readOptions } from './command-line';
import { basePath, portOf, type Framework, type FrameworkRequest, type Site } from './framework';
import { besidePackage, majorOf } from './package-file';
import { blockOf, mentions, settingIn, withoutComments } from './script-settings';

const valued = [
  '--host',
  '--port',
  '--base',
  '--outDir',
  '--config',
  '-c',
  '--mode',
  '-m',
  '--logLevel',
  '-l',
  '--open',
  '--target',
  '--minify',
  '--sourcemap',
  '--assetsDir',
  '--assetsInlineLimit',
  '-d',
  '--debug',
  '-f',
  '--filter',
];
const switches = ['--strictPort', '--cors', '--force', '--clearScreen', '--emptyOutDir', '--watch', '-w'];

/** Packages that answer requests themselves, or lay out their build in another way. */
const withServer =
  /^(nuxt|@remix-run\/.*|@react-router\/dev|@sveltejs\/kit|@solidjs\/start|solid-start|@builder\.io\/qwik-city|vike|vite-plugin-ssr|vite-plugin-node|vite-express|@tanstack\/(react|solid)-start|laravel-vite-plugin|vite-plugin-mock.*|vite-plugin-api.*|@vitejs\/plugin-basic-ssl|vite-plugin-mkcert|electron.*|@hono\/vite-.*|vite-plugin-vercel|@analogjs\/.*)$/;

const names = ['ts', 'js', 'mjs', 'mts', 'cjs', 'cts'].map((ending) => `vite.config.${ending}`);

/** Source: vite.dev, CLI and configuration reference. */
export const vite: Framework = {
  name: 'Vite',
  variables: ['VITE_'],
  serves({ argv: [name, ...args] }) {
    if (name !== 'vite') return undefined;
    const [verb, ...more] = readOptions(args, valued, switches).operands;
    if (more.length > 0) return undefined;
    if (verb === undefined || verb === 'dev' || verb === 'serve') return 'development';
    return verb === 'preview' ? 'preview' : undefined;
  },
  builds: ({ argv }) => argv[0] === 'vite' && argv[1] === 'build',
  siteOf,
};

function siteOf(request: FrameworkRequest): Site | string | undefined {
  const { file, server, build, kind, project } = request;
  const other = [...file.packages.keys()].find((name) => withServer.test(name));
  if (other !== undefined) return undefined;
  const own = readOptions(server.argv.slice(1), valued, switches);
  const ofBuild = build && readOptions(build.argv.slice(2), valued, switches);
  if (own.unknown.length > 0 || (ofBuild?.unknown.length ?? 0) > 0 || (ofBuild?.operands.length ?? 0) > 0)
    return `${[...own.unknown, ...(ofBuild?.unknown ?? ofBuild?.operands ?? [])].join(' ')} is an option of Vite that is not understood`;
  const named = own.value('--config', '-c') ?? ofBuild?.value('--config', '-c');
  const name = named ?? names.find((each) => besidePackage(file, each, project) !== undefined);
  const config = withoutComments((name === undefined ? '' : besidePackage(file, name, project)) ?? '');
  if (named !== undefined && config === '') return `${named}, the configuration of Vite, cannot be read`;
  const fault = serverOfItsOwn(config, name ?? '');
  if (fault !== undefined) return fault;

  const base = own.value('--base') ?? ofBuild?.value('--base') ?? literal(config, 'base', '/');
  const outDir = ofBuild?.value('--outDir') ?? own.value('--outDir') ?? literal(config, 'outDir', 'dist');
  const root = literal(config, 'root', '.');
  const port = portOf(
    own.value('--port') ?? portSet(config, kind) ?? defaultPort(kind, majorOf(file.packages.get('vite'))),
  );
  const unread = [
    ['base', base],
    ['build.outDir', outDir],
    ['root', root],
    ['port', port],
  ].find(([, value]) => value === undefined);
  if (unread || base === undefined || outDir === undefined || root === undefined || port === undefined)
    return `${name ?? 'Vite'} computes ${String(unread?.[0])}, so where the site is served is not known`;
  const isRelative = base === '' || base === './';
  const path = isRelative ? '/' : basePath(base);
  if (path === undefined) return `the base path ${base} of ${name ?? 'Vite'} is not understood`;
  const folder = joinPath(joinPath(file.folder, root), outDir);
  return {
    folder,
    port,
    base: path,
    fallback: 'pages-or-single',
    ...(isRelative && kind === 'development'
      ? { buildWith: { arguments: ['--base=/'], environment: new Map<string, string>() } }
      : {}),
  };
}

/** What Vite's servers can do beyond handing out files. */
function serverOfItsOwn(config: string, name: string): string | undefined {
  if (mentions(config, 'proxy')) return `${name} sets up a proxy, which the development server provides`;
  if (/configureServer|configurePreviewServer/.test(config))
    return `${name} answers requests by a plugin of its own`;
  if (mentions(config, 'https')) return `${name} sets up HTTPS`;
  if (mentions(config, 'ssr') || mentions(config, 'middlewareMode') || mentions(config, 'appType'))
    return `${name} sets up rendering on the server, or pages of another kind`;
  if (mentions(config, 'lib')) return `${name} builds a library`;
  return undefined;
}

function literal(config: string, key: string, otherwise: string): string | undefined {
  const setting = settingIn(config, key);
  if (setting.kind === 'absent') return otherwise;
  return setting.kind === 'literal' ? setting.value : undefined;
}

/** Undefined for none, `''` for one that is computed. */
function portSet(config: string, kind: FrameworkRequest['kind']): string | undefined {
  const block = blockOf(config, kind === 'preview' ? 'preview' : 'server') ?? '';
  const setting = settingIn(block, 'port');
  if (setting.kind === 'absent') return undefined;
  return setting.kind === 'literal' ? setting.value : '';
}

/** Source: vite's change logs: 5173 and 4173 since 3.0. */
function defaultPort(kind: FrameworkRequest['kind'], major: number | undefined): string {
  if (kind === 'preview') return major !== undefined && major < 3 ? '5000' : '4173';
  return major !== undefined && major < 3 ? '3000' : '5173';
}
