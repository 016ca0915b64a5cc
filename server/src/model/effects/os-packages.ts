import type { Effect } from '../model';
import {
  inFolder,
  pathOf,
  unknownEffect,
  writesTree,
  type Argument,
  type Call,
  type Classifier,
} from './call';
import { Options } from './options';
import { MANAGERS, type Manager } from './os-package-managers';
import { packageName, type PackageManager } from './package-names';

/** Package managers of the operating system: what they install, by name. */
export const osPackageEffects: Classifier = (call) => {
  if (call.name === 'pacman') return pacmanEffects(call);
  if (call.name === 'dpkg' || call.name === 'rpm') return packageFileEffects(call);
  const manager = Object.hasOwn(MANAGERS, call.name) ? MANAGERS[call.name] : undefined;
  return manager && managerEffects(call, manager);
};

function managerEffects(call: Call, manager: Manager): Effect[] {
  const options = new Options(call.args, manager.options);
  const [verb, ...rest] = options.operands;
  if (verb === undefined) return [];
  if (!verb.value.known) return [unknownEffect(`what ${call.name} is asked to do is not known here`)];
  const [next] = rest;
  const twoWords = next?.value.known ? `${verb.value.value} ${next.value.value}` : '';
  const [name, packages] = [...manager.install, ...manager.remove, ...manager.quiet].includes(twoWords)
    ? [twoWords, rest.slice(1)]
    : [verb.value.value, rest];
  if (manager.quiet.includes(name)) return [];
  if (manager.upgrade.includes(name)) return [{ kind: 'packages', manager: manager.manager, packages: [] }];
  if (manager.remove.includes(name)) return removed(packages);
  if (name === 'download' || name === 'source')
    return [writesTree(inFolder(call.cwd, '.', call.at), 'download')];
  if (!manager.install.includes(name))
    return [unknownEffect(`what "${call.name} ${name}" does is not known`)];
  const dry =
    manager.manager === 'apt'
      ? ['d', 'download-only', 's', 'simulate', 'dry-run', 'print-uris']
      : ['downloadonly', 'simulate', 's'];
  if (options.has(...dry)) return [];
  const root = options.value(...(manager.manager === 'apk' ? ['root', 'p'] : ['installroot', 'root']));
  const effects = installed(packages, manager.manager, call, name.startsWith('group') ? '@' : '');
  return root ? [...effects, writesTree(pathOf(root, call.cwd))] : effects;
}

function installed(words: readonly Argument[], manager: PackageManager, call: Call, prefix = ''): Effect[] {
  const packages: { name: string; at: Argument['at'] }[] = [];
  const others: Effect[] = [];
  for (const { value, at, raw } of words) {
    // `nginx=$VERSION`: the name is plain, only the version is not.
    const written = value.known ? value.value : /^["']?([\w.+-]+[=~<>])/.exec(raw)?.[1];
    if (written === undefined) {
      const because = value.known ? '' : value.because;
      others.push(unknownEffect(`which packages ${call.name} installs is not known: ${because}`));
      continue;
    }
    const name = packageName(manager, prefix + written);
    if (name.kind === 'package') packages.push({ name: name.name, at });
    else if (name.kind === 'file')
      others.push(unknownEffect(`what the package file ${written} holds is not known`));
    else if (name.kind === 'removed') others.push(...removed([{ value, at }]));
    else others.push(unknownEffect(`which packages ${written} stands for is not known`));
  }
  return [{ kind: 'packages', manager, packages }, ...others];
}

function removed(packages: readonly Pick<Argument, 'value' | 'at'>[]): Effect[] {
  return packages.map(({ value, at }): Effect => {
    const because = value.known ? `which files the package ${value.value} had is not known` : value.because;
    return { kind: 'removes', path: { known: false, because, source: at } };
  });
}

/** `pacman -Syu NAME...`: the operation is a capital letter, what it does is in the small ones behind it. */
function pacmanEffects(call: Call): Effect[] {
  const options = new Options(call.args, {
    short: 'br',
    long: ['dbpath', 'root', 'config', 'cachedir', 'ignore', 'arch'],
  });
  if (options.has('R', 'remove')) return removed(options.operands);
  if (options.has('U', 'upgrade')) return [unknownEffect('what the package file holds is not known')];
  if (!options.has('S', 'sync')) return [];
  if (options.has('c', 'clean', 's', 'search', 'i', 'info', 'w', 'downloadonly')) return [];
  return installed(options.operands, 'pacman', call);
}

/** dpkg and rpm work on package files, whose contents are not known. */
function packageFileEffects(call: Call): Effect[] {
  const options = new Options(call.args, { long: ['root', 'admindir', 'prefix'] });
  if (call.name === 'dpkg' && options.has('x', 'extract', 'X', 'vextract')) {
    const folder = options.operands[1];
    return folder ? [writesTree(pathOf(folder, call.cwd))] : [];
  }
  if (call.name === 'dpkg' && options.has('r', 'remove', 'P', 'purge')) return removed(options.operands);
  if (call.name === 'rpm' && options.has('e', 'erase')) return removed(options.operands);
  const installs =
    call.name === 'dpkg' ? ['i', 'install', 'unpack'] : ['i', 'install', 'U', 'upgrade', 'F', 'freshen'];
  const asks = options.has('q', 'query', 'l', 'list', 's', 'status', 'L', 'listfiles', 'I', 'info');
  return options.has(...installs) && !asks ? [unknownEffect('what the package file holds is not known')] : [];
}
