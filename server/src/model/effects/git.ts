import type { Effect } from '../model';
import { basename } from '../../text/path';
import { known, type Fact } from '../../text/fact';
import {
  inFolder,
  inHome,
  pathOf,
  unknownEffect,
  writesFile,
  writesTree,
  type Argument,
  type Call,
  type Classifier,
} from './call';
import { Options } from './options';

const QUIET = new Set(
  'rev-parse describe log status diff show ls-files ls-remote remote branch rev-list cat-file version help grep blame shortlog name-rev'.split(
    ' ',
  ),
);
const CHANGES_WORK_TREE = new Set(
  'checkout switch restore reset pull merge apply am cherry-pick rebase revert submodule stash clean rm mv lfs sparse-checkout'.split(
    ' ',
  ),
);
const CHANGES_REPOSITORY = new Set('fetch add commit tag gc worktree'.split(' '));
const FETCHES = new Set(['pull', 'submodule', 'fetch', 'lfs']);
const CLONE_LONG = [
  'branch',
  'depth',
  'config',
  'origin',
  'reference',
  'jobs',
  'shallow-since',
  'shallow-exclude',
  'filter',
  'template',
  'separate-git-dir',
  'upload-pack',
  'server-option',
];

/** git: what is cloned, and where the work tree changes. */
export const gitEffects: Classifier = (call) => {
  if (call.name !== 'git') return undefined;
  const global = new Options(call.args, {
    short: 'Cc',
    long: ['git-dir', 'work-tree', 'namespace'],
    stopAtOperand: true,
  });
  const [verb, ...rest] = global.operands;
  if (verb === undefined) return [];
  if (!verb.value.known) return [unknownEffect('which git command runs is not known here')];
  const folder = global.value('C');
  const cwd = folder ? pathOf(folder, call.cwd) : call.cwd;
  const name = verb.value.value;
  if (QUIET.has(name)) return [];
  if (name === 'clone') return cloneEffects(call, rest, cwd);
  if (name === 'config') return configEffects(call, rest, cwd);
  if (name === 'init') {
    const [target] = new Options(rest, { short: 'b', long: ['initial-branch', 'template'] }).operands;
    return [writesTree(target ? pathOf(target, cwd) : inFolder(cwd, '.git', verb.at))];
  }
  const source = FETCHES.has(name) ? 'download' : 'command';
  if (CHANGES_WORK_TREE.has(name)) return [writesTree(inFolder(cwd, '.', verb.at), source)];
  if (CHANGES_REPOSITORY.has(name)) return [writesTree(inFolder(cwd, '.git', verb.at), source)];
  return [unknownEffect(`what "git ${name}" does is not known`)];
};

/** Without a folder named, the one that the address ends with. */
function cloneEffects(call: Call, args: readonly Argument[], cwd: Fact<string>): Effect[] {
  const [address, folder] = new Options(args, { short: 'bcoju', long: CLONE_LONG }).operands;
  if (folder) return [writesTree(pathOf(folder, cwd), 'download')];
  if (address === undefined) return [];
  const text = address.value.known
    ? address.value.value
    : /[\w.-]+["']?$/.exec(address.raw)?.[0]?.replace(/["']$/, '');
  const visible = address.value.known || /\/[\w.-]+["']?$/.test(address.raw);
  const name = visible ? basename((text ?? '').replace(/\/?\.git\/?$/, '').replace(/^.*:/, '')) : '';
  return [
    writesTree(name === '' ? inFolder(cwd, '.', call.at) : inFolder(cwd, name, address.at), 'download'),
  ];
}

function configEffects(call: Call, args: readonly Argument[], cwd: Fact<string>): Effect[] {
  const options = new Options(args, { short: 'f', long: ['file', 'type'] });
  if (options.has('get', 'get-all', 'list', 'l', 'get-regexp')) return [];
  if (options.has('global')) return [writesFile(inHome(call, '.gitconfig'))];
  if (options.has('system')) return [writesFile(known('/etc/gitconfig', call.at))];
  const file = options.value('f', 'file');
  return [writesFile(file ? pathOf(file, cwd) : inFolder(cwd, '.git/config', call.at))];
}
