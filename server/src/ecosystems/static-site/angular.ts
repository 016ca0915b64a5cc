import { joinPath } from '../../text/path';
import { readOptions } from './command-line';
import { basePath, portOf, type Framework, type FrameworkRequest, type Site } from './framework';
import { objectOf, parseJson, textOf, valueAt, type Json } from './json';
import { besidePackage, pathBeside, type PackageFile } from './package-file';
import type { Project } from '../../project/project';

const valued = [
  '--host',
  '--port',
  '--configuration',
  '-c',
  '--base-href',
  '--baseHref',
  '--deploy-url',
  '--output-path',
  '--outputPath',
  '--public-host',
  '--disable-host-check',
  '--poll',
  '--live-reload',
  '--hmr',
  '--watch',
  '--open',
  '--source-map',
  '--optimization',
  '--aot',
  '--allowed-hosts',
];
const switches = [
  '--prod',
  '--no-live-reload',
  '--no-hmr',
  '--verbose',
  '--no-watch',
  '-o',
  '--progress',
  '--no-progress',
  '--disableHostCheck',
  '--output-hashing=all',
  '--output-hashing',
];

/** Source: angular.dev, workspace configuration and CLI reference. */
export const angular: Framework = {
  name: 'Angular',
  variables: ['NG_APP_'],
  serves: ({ argv: [name, verb] }) =>
    name === 'ng' && (verb === 'serve' || verb === 's' || verb === 'dev') ? 'development' : undefined,
  builds: ({ argv: [name, verb] }) => name === 'ng' && (verb === 'build' || verb === 'b'),
  siteOf,
};

function siteOf({ file, server, build, project }: FrameworkRequest): Site | string | undefined {
  const workspace = parseJson(besidePackage(file, 'angular.json', project));
  if (!workspace) return 'angular.json cannot be read';
  const own = readOptions(server.argv.slice(2), valued, switches);
  const ofBuild = build && readOptions(build.argv.slice(2), valued, switches);
  const odd = [...own.unknown, ...(ofBuild?.unknown ?? [])][0];
  if (odd !== undefined)
    return odd === '--proxy-config'
      ? 'the development server passes requests on (--proxy-config), which a plain web server does not'
      : `${odd} is an option of Angular that is not understood`;
  const application = applicationOf(workspace, own.operands[0] ?? ofBuild?.operands[0]);
  if (!application) return 'which project of angular.json is served is not known';
  const served = targetOf(application.content, 'serve');
  const built = targetOf(application.content, 'build');
  if (!served || !built) return 'angular.json has no targets to build and to serve';
  const chosen = (options: typeof own | undefined, target: Json) =>
    options?.value('--configuration', '-c') ??
    (options?.value('--prod') === undefined ? textOf(target['defaultConfiguration']) : 'production');
  const ofServer = chosen(own, served);
  const settings = merged(served, ofServer);
  for (const key of ['proxyConfig', 'ssl'])
    if (settings[key] !== undefined && settings[key] !== false)
      return `angular.json sets ${key} for the development server, which a plain web server does not have`;

  // What `ng serve` builds: `buildTarget` names the configuration, `browserTarget` before Angular 17.
  const target = textOf(settings['buildTarget'] ?? settings['browserTarget']) ?? '';
  const servedBuild =
    (ofServer !== undefined && target === '' ? ofServer : target.split(':')[2]) ??
    textOf(built['defaultConfiguration']);
  const shipped = chosen(ofBuild, built);
  const difference = filesThatDiffer(merged(built, servedBuild), merged(built, shipped), file, project);
  if (difference !== undefined)
    return `the development server uses ${difference}, and the build another file in its place, which sets other values`;

  const options = merged(built, shipped);
  if (options['ssr'] !== undefined && options['ssr'] !== false)
    return 'angular.json sets up rendering on the server';
  if (options['localize'] !== undefined && options['localize'] !== false)
    return 'angular.json builds the pages in several languages, each in a folder of its own';
  const base = basePath(ofBuild?.value('--base-href', '--baseHref') ?? textOf(options['baseHref']) ?? '/');
  const port = portOf(own.value('--port') ?? portSetting(settings['port']));
  const output = outputOf(
    options,
    ofBuild?.value('--output-path', '--outputPath'),
    textOf(built['builder']) ?? '',
    application.name,
  );
  if (output === undefined)
    return `the builder ${textOf(built['builder']) ?? ''} of angular.json is not known`;
  if (base === undefined || port === undefined || settings['servePath'] !== undefined)
    return 'the path or the port of the development server is not known';
  return { folder: joinPath(file.folder, output), port, base, fallback: 'single' };
}

/** The application that is served: the one named, the default, or the only one. */
function applicationOf(
  workspace: Json,
  named: string | undefined,
): { name: string; content: Json } | undefined {
  const projects = objectOf(workspace['projects']) ?? {};
  const applications = Object.keys(projects).filter((name) => {
    const type = textOf(valueAt(projects, name, 'projectType'));
    return type !== 'library' && !name.endsWith('-e2e');
  });
  const name =
    named ?? textOf(workspace['defaultProject']) ?? (applications.length === 1 ? applications[0] : undefined);
  const content = name === undefined ? undefined : objectOf(projects[name]);
  return name !== undefined && content ? { name, content } : undefined;
}

function targetOf(application: Json, name: string): Json | undefined {
  return objectOf(valueAt(application, 'architect', name) ?? valueAt(application, 'targets', name));
}

/** Options of a target with those of its configurations, which may be several: `production,de`. */
function merged(target: Json, configuration: string | undefined): Json {
  const parts = (configuration ?? '')
    .split(',')
    .map((name) => objectOf(valueAt(target, 'configurations', name)));
  return Object.assign({}, objectOf(target['options']), ...parts) as Json;
}

/** The first file that one configuration replaces in another way; `production: true` alone makes no difference. */
function filesThatDiffer(a: Json, b: Json, file: PackageFile, project: Project): string | undefined {
  const [first, second] = [replacements(a), replacements(b)];
  const text = (path: string) =>
    project
      .read(pathBeside(file, path))
      ?.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '')
      .replace(/\bproduction\s*:\s*(true|false)/, 'production')
      .replace(/[\s'",;]+/g, '');
  for (const path of new Set([...first.keys(), ...second.keys()])) {
    const [one, other] = [first.get(path) ?? path, second.get(path) ?? path];
    if (one !== other && (text(one) === undefined || text(one) !== text(other))) return one;
  }
  return undefined;
}

function replacements(options: Json): ReadonlyMap<string, string> {
  const list = Array.isArray(options['fileReplacements']) ? (options['fileReplacements'] as unknown[]) : [];
  return new Map(
    list.flatMap((item): [string, string][] => {
      const [path, by] = [textOf(valueAt(item, 'replace')), textOf(valueAt(item, 'with'))];
      return path === undefined || by === undefined ? [] : [[path, by]];
    }),
  );
}

/** The application builder puts the pages into `browser` below its folder. */
function outputOf(
  options: Json,
  given: string | undefined,
  builder: string,
  name: string,
): string | undefined {
  const path = given ?? options['outputPath'];
  const base = textOf(path) ?? textOf(valueAt(path, 'base'));
  switch (builder) {
    case '@angular-devkit/build-angular:application':
    case '@angular/build:application':
      return joinPath(base ?? `dist/${name}`, textOf(valueAt(path, 'browser')) ?? 'browser');
    case '@angular-devkit/build-angular:browser':
    case '@angular-devkit/build-angular:browser-esbuild':
      return base;
    default:
      return undefined;
  }
}

function portSetting(port: unknown): string {
  return typeof port === 'number' ? String(port) : (textOf(port) ?? (port === undefined ? '4200' : ''));
}
