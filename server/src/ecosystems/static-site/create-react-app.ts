import { joinPath } from '../../text/path';
import { basePath, portOf, type Framework, type FrameworkRequest, type Site } from './framework';
import { textOf } from './json';
import { besidePackage, majorOf, pathBeside } from './package-file';
import { withoutComments } from './script-settings';

/** Tools that change the configuration of react-scripts, and where they are told how. */
const configured: Readonly<Record<string, readonly string[]>> = {
  craco: ['craco.config.js', 'craco.config.ts', 'craco.config.cjs', '.cracorc.js', '.cracorc'],
  'react-app-rewired': ['config-overrides.js'],
};

/** Source: create-react-app.dev, advanced configuration; react-scripts, config/paths.js and scripts/start.js. */
export const createReactApp: Framework = {
  name: 'Create React App',
  variables: ['REACT_APP_', 'PUBLIC_URL'],
  serves: ({ argv: [name = '', verb, ...rest] }) =>
    isScripts(name) && verb === 'start' && rest.length === 0 ? 'development' : undefined,
  builds: ({ argv: [name = '', verb] }) => isScripts(name) && verb === 'build',
  siteOf,
};

function isScripts(name: string): boolean {
  return name === 'react-scripts' || Object.hasOwn(configured, name);
}

function siteOf({ file, server, project, variable }: FrameworkRequest): Site | string {
  if (file.content['proxy'] !== undefined)
    return 'package.json sets "proxy", which the development server provides and a plain web server does not';
  for (const name of ['src/setupProxy.js', 'src/setupProxy.ts', 'src/setupProxy.cjs'])
    if (project.has(pathBeside(file, name))) return `${name} gives the development server answers of its own`;
  for (const name of configured[server.argv[0] ?? ''] ?? []) {
    const config = withoutComments(besidePackage(file, name, project) ?? '');
    const found = /\b(proxy|devServer|port|publicPath|appBuild|output|https)\b/.exec(config)?.[1];
    if (found !== undefined) return `${name} sets ${found}`;
  }
  if (/^true$/i.test(variable('HTTPS') ?? '')) return 'HTTPS is set: a plain web server does not do TLS';
  const major = majorOf(file.packages.get('react-scripts'));
  const homepage = variable('PUBLIC_URL') ?? textOf(file.content['homepage']) ?? '/';
  // Addresses relative to the page: the development server has the pages at the root all the same.
  const isRelative = homepage.startsWith('.');
  const base = isRelative ? '/' : basePath(homepage);
  if (base === undefined || (base !== '/' && (major === undefined || major < 4)))
    return `the pages are built for the address ${homepage}, which the development server of this version leaves out`;
  const port = portOf(variable('PORT') ?? '3000');
  if (port === undefined) return 'the port that the development server listens on is not known';
  const folder = joinPath(file.folder, variable('BUILD_PATH') ?? 'build');
  const environment = new Map(isRelative ? [['PUBLIC_URL', '/']] : []);
  // The development server shows what ESLint and TypeScript find, and serves all the same; a build would fail.
  if (major === undefined || major >= 4) environment.set('DISABLE_ESLINT_PLUGIN', 'true');
  if (project.has(pathBeside(file, 'tsconfig.json'))) environment.set('TSC_COMPILE_ON_ERROR', 'true');
  // Set to keep the development server running; a build would take every warning for an error.
  if (/^(?!false$|0$)./i.test(variable('CI') ?? '')) environment.set('CI', 'false');
  return {
    folder,
    port,
    base,
    fallback: 'single',
    portByVariable: true,
    ...(environment.size > 0 ? { buildWith: { arguments: [], environment } } : {}),
  };
}
