import { joinPath } from '../../text/path';
import { readOptions } from './command-line';
import { basePath, portOf, type Framework, type FrameworkRequest, type Site } from './framework';
import { besidePackage } from './package-file';
import { mentions, settingIn, withoutComments } from './script-settings';

const valued = ['--host', '--port', '--mode', '--public', '--dest', '--open', '--target'];
const switches = ['--copy', '--modern', '--no-clean', '--report', '--skip-plugins', '--no-module'];

/** Source: cli.vuejs.org, CLI service and configuration reference. */
export const vueCli: Framework = {
  name: 'Vue CLI',
  variables: ['VUE_APP_'],
  serves: ({ argv: [name, verb] }) =>
    name === 'vue-cli-service' && verb === 'serve' ? 'development' : undefined,
  builds: ({ argv: [name, verb] }) => name === 'vue-cli-service' && verb === 'build',
  siteOf,
};

function siteOf({ file, server, build, project, variable }: FrameworkRequest): Site | string {
  const own = readOptions(server.argv.slice(2), valued, switches);
  const ofBuild = build && readOptions(build.argv.slice(2), valued, switches);
  const odd = [...own.unknown, ...own.operands, ...(ofBuild?.unknown ?? []), ...(ofBuild?.operands ?? [])][0];
  if (odd !== undefined) return `${odd} is an option of Vue CLI that is not understood`;
  if (ofBuild?.value('--target') !== undefined) return 'the build script makes a library or a component';
  const name = ['vue.config.js', 'vue.config.cjs', 'vue.config.mjs'].find(
    (each) => besidePackage(file, each, project) !== undefined,
  );
  const config = withoutComments((name === undefined ? '' : besidePackage(file, name, project)) ?? '');
  for (const key of [
    'proxy',
    'https',
    'pages',
    'before',
    'after',
    'setupMiddlewares',
    'historyApiFallback',
    'onBeforeSetupMiddleware',
  ])
    if (mentions(config, key)) return `${name ?? ''} sets ${key} for the development server`;
  const read = (key: string, otherwise: string) => {
    const setting = settingIn(config, key);
    return setting.kind === 'absent' ? otherwise : setting.kind === 'literal' ? setting.value : undefined;
  };
  const publicPath = read('publicPath', '/');
  const base = publicPath === undefined ? undefined : basePath(publicPath);
  const outputDir = ofBuild?.value('--dest') ?? read('outputDir', 'dist');
  const port = portOf(own.value('--port') ?? variable('PORT') ?? read('port', '8080'));
  if (base === undefined || outputDir === undefined || port === undefined)
    return `${name ?? 'Vue CLI'} computes where the site is served, or the pages ask for their files by relative addresses`;
  return {
    folder: joinPath(file.folder, outputDir),
    port,
    base,
    fallback: 'single',
    portByVariable: own.value('--port') === undefined,
  };
}
