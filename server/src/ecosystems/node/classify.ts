import type { CommandWithoutEffects } from '../../model/commands';
import type { Effect, StageSoFar } from '../../model/model';
import { effectiveCommand } from '../../shell/effective-command';
import { known, type Fact } from '../../text/fact';
import { basename, joinPath } from '../../text/path';
import { addsPackageSource } from './interpreter';
import { readNodeCommand } from './node-command';

/** Compilers, bundlers and generators that work below the folder they are called in. */
const tools =
  /^(tsc|tsc-alias|tspc|nest|next|nuxt|nuxi|vite|vue-cli-service|react-scripts|ng|webpack|rollup|parcel|esbuild|swc|babel|gulp|grunt|prisma|tsup|turbo|nx|lerna|remix|react-router|svelte-kit|astro|gatsby|craco|strapi|sequelize|typeorm|node-gyp|ncc|pkg|patch-package|husky|node-prune|modclean|copyfiles|tsoa|graphql-codegen|bower)$/;

/** Where the official images install what is for everybody. */
const globalFolders = ['/usr/local/lib/node_modules', '/usr/local/bin'];

/** Effects of Node.js, its package managers and the usual tools of its projects; undefined for other commands. */
export function classifyNode(
  command: CommandWithoutEffects,
  { image }: Pick<StageSoFar, 'image'>,
): readonly Effect[] | undefined {
  const { name, args } = effectiveCommand(command.command);
  if (name === undefined) return undefined;
  const call = readNodeCommand(command);
  if (call) {
    switch (call.kind) {
      case 'asks':
        return [];
      case 'settings':
        return call.home ? homeOf(command).map((path) => writes(path, 'command')) : [];
      case 'global-install':
        return [
          { kind: 'downloads-dependencies', language: 'node' },
          ...globalFolders.map((folder) => writes(known(folder), 'download')),
        ];
      case 'install':
        return [
          { kind: 'downloads-dependencies', language: 'node' },
          writes(inside(command, call.folder), 'download'),
        ];
      case 'prune':
        return [writes(inside(command, joinPath(call.folder, 'node_modules')), 'command')];
      case 'runs':
        return inProject(command, call.folder);
    }
  }
  const base = basename(name);
  if (image?.role === 'os' && addsPackageSource(name, command.script))
    return [writes(known('/etc/apt/sources.list.d'), 'command')];
  const isLocal = name === base || /(^|\/)node_modules\/\.bin\//.test(name);
  if (base === 'node' || base === 'nodejs') {
    const only = args[0]?.literal;
    return args.length === 1 && /^(-v|--version|-h|--help)$/.test(only ?? '') ? [] : inProject(command, '.');
  }
  if (base === 'deno')
    return [
      { kind: 'downloads-dependencies', language: 'node' },
      writes(known('/deno-dir'), 'download'),
      writes(inside(command, '.'), 'compiler'),
    ];
  if (base === 'corepack') return globalFolders.map((folder) => writes(known(folder), 'command'));
  return isLocal && tools.test(base) ? inProject(command, '.') : undefined;
}

/** Scripts and tools of the project: they write below its folder. */
function inProject(command: CommandWithoutEffects, folder: string): Effect[] {
  return [{ kind: 'builds', language: 'node' }, writes(inside(command, folder), 'compiler')];
}

function writes(path: Fact<string>, from: 'command' | 'compiler' | 'download'): Effect {
  return { kind: 'writes', path, tree: true, from };
}

function inside({ cwd }: CommandWithoutEffects, folder: string): Fact<string> {
  return cwd.known ? known(joinPath(cwd.value, folder)) : cwd;
}

function homeOf({ env }: CommandWithoutEffects): Fact<string>[] {
  const home = env.get('HOME');
  return [home?.known ? known(joinPath(home.value, '.npmrc')) : known('/root/.npmrc')];
}
