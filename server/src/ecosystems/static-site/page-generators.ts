import { joinPath } from '../../text/path';
import { readOptions } from './command-line';
import { basePath, portOf, type Framework, type FrameworkRequest, type Site } from './framework';
import { besidePackage, majorOf } from './package-file';
import { blockOf, mentions, settingIn, withoutComments } from './script-settings';

const endings = ['mjs', 'ts', 'js', 'mts', 'cjs'];

/** Source: docs.astro.build, CLI and configuration reference: port 4321 since version 3. */
export const astro: Framework = {
  name: 'Astro',
  variables: ['PUBLIC_'],
  serves: ({ argv: [name, verb] }) =>
    name !== 'astro'
      ? undefined
      : verb === 'preview'
        ? 'preview'
        : verb === 'dev'
          ? 'development'
          : undefined,
  builds: ({ argv: [name, verb] }) => name === 'astro' && verb === 'build',
  siteOf(request) {
    const { server, file } = request;
    const config = configOf(request, 'astro');
    // With an adapter it is a server; what it renders is not in the folder.
    if (mentions(config, 'adapter') || mentions(config, 'output')) return undefined;
    const fault = beyondFiles(config, 'the configuration of Astro');
    if (fault !== undefined) return fault;
    const options = readOptions(
      server.argv.slice(2),
      ['--host', '--port', '--open'],
      ['--silent', '--verbose'],
    );
    const major = majorOf(file.packages.get('astro'));
    const standard = major !== undefined && major < 3 ? '3000' : '4321';
    return siteFrom(request, {
      unknown: options.unknown,
      port: options.value('--port') ?? literal(blockOf(config, 'server') ?? '', 'port', standard),
      base: literal(config, 'base', '/'),
      folder: literal(config, 'outDir', './dist'),
      name: 'Astro',
    });
  },
};

/** Source: docusaurus.io, CLI and configuration. Its development server does not look for broken links, which stop a build. */
export const docusaurus: Framework = {
  name: 'Docusaurus',
  variables: [],
  serves: ({ argv: [name, verb] }) => (name === 'docusaurus' && verb === 'serve' ? 'preview' : undefined),
  builds: ({ argv: [name, verb] }) => name === 'docusaurus' && verb === 'build',
  siteOf(request) {
    const config = configOf(request, 'docusaurus');
    const options = readOptions(
      request.server.argv.slice(2),
      ['--host', '-h', '--port', '-p', '--dir'],
      ['--no-open'],
    );
    return siteFrom(request, {
      unknown: options.unknown,
      port: options.value('--port', '-p') ?? '3000',
      base: config === '' ? undefined : literal(config, 'baseUrl', '/'),
      folder: options.value('--dir') ?? 'build',
      name: 'Docusaurus',
    });
  },
};

/** Source: gatsbyjs.com, commands. */
export const gatsby: Framework = {
  name: 'Gatsby',
  variables: ['GATSBY_'],
  serves: ({ argv: [name, verb] }) => (name === 'gatsby' && verb === 'serve' ? 'preview' : undefined),
  builds: ({ argv: [name, verb] }) => name === 'gatsby' && verb === 'build',
  siteOf(request) {
    // Functions and deferred pages are made when they are asked for.
    if (request.project.files.some(({ path }) => /(^|\/)src\/api\//.test(path))) return undefined;
    const options = readOptions(request.server.argv.slice(2), ['--host', '-H', '--port', '-p'], []);
    const port = options.value('--port', '-p') ?? '9000';
    return siteFrom(request, { unknown: options.unknown, port, base: '/', folder: 'public', name: 'Gatsby' });
  },
};

function configOf({ file, project }: FrameworkRequest, name: string): string {
  const texts = endings.map((ending) => besidePackage(file, `${name}.config.${ending}`, project));
  return withoutComments(texts.find((text) => text !== undefined) ?? '');
}

function beyondFiles(config: string, name: string): string | undefined {
  if (mentions(config, 'proxy')) return `${name} sets up a proxy, which a plain web server does not have`;
  if (/configureServer|middleware/.test(config)) return `${name} answers requests by a plugin of its own`;
  return undefined;
}

function literal(config: string, key: string, otherwise: string): string | undefined {
  const setting = settingIn(config, key);
  return setting.kind === 'absent' ? otherwise : setting.kind === 'literal' ? setting.value : undefined;
}

interface Found {
  readonly unknown: readonly string[];
  readonly port: string | undefined;
  readonly base: string | undefined;
  readonly folder: string | undefined;
  readonly name: string;
}

function siteFrom({ file }: FrameworkRequest, found: Found): Site | string {
  const { name, unknown, folder } = found;
  if (unknown.length > 0) return `${unknown.join(' ')} is an option of ${name} that is not understood`;
  const port = portOf(found.port);
  const base = found.base === undefined ? undefined : basePath(found.base);
  if (port === undefined || base === undefined || folder === undefined)
    return `the configuration of ${name} computes where the site is served`;
  return { folder: joinPath(file.folder, folder), port, base, fallback: 'pages' };
}
