import type { OptionSpec } from './options';
import type { PackageManager } from './package-names';

/** How a package manager of the operating system is spoken to. */
export interface Manager {
  readonly manager: PackageManager;
  readonly options: OptionSpec;
  readonly install: readonly string[];
  /** Replaces installed packages by newer ones: no new names. */
  readonly upgrade: readonly string[];
  readonly remove: readonly string[];
  /** Lists, caches, settings: nothing that a program looks for. */
  readonly quiet: readonly string[];
}

const APT: Manager = {
  manager: 'apt',
  options: {
    short: 'otca',
    long: ['option', 'target-release', 'default-release', 'config-file', 'host-architecture'],
  },
  install: ['install', 'reinstall', 'satisfy'],
  upgrade: ['upgrade', 'full-upgrade', 'dist-upgrade', 'safe-upgrade', 'dselect-upgrade'],
  remove: ['remove', 'purge', 'autoremove', 'autopurge'],
  quiet: [
    'update',
    'clean',
    'autoclean',
    'check',
    'list',
    'show',
    'search',
    'policy',
    'hold',
    'unhold',
    'moo',
    'indextargets',
    'changelog',
    'madison',
  ],
};

const DNF_OPTIONS: OptionSpec = {
  short: 'cxdeR',
  long: [
    'enablerepo',
    'disablerepo',
    'repo',
    'repoid',
    'setopt',
    'releasever',
    'installroot',
    'exclude',
    'config',
    'enableplugin',
    'disableplugin',
    'forcearch',
    'rpmverbosity',
    'comment',
    'destdir',
    'downloaddir',
  ],
};

const DNF: Manager = {
  manager: 'dnf',
  options: DNF_OPTIONS,
  install: ['install', 'reinstall', 'localinstall', 'groupinstall', 'group install', 'in'],
  upgrade: ['update', 'upgrade', 'upgrade-minimal', 'update-minimal', 'distro-sync', 'swap', 'downgrade'],
  remove: ['remove', 'erase', 'autoremove', 'groupremove', 'group remove'],
  quiet: [
    'clean',
    'makecache',
    'repolist',
    'list',
    'info',
    'search',
    'provides',
    'whatprovides',
    'check-update',
    'history',
    'version',
    'config-manager',
    'module',
    'mark',
    'repoquery',
    'deplist',
    'needs-restarting',
    'copr',
    'group list',
    'check',
  ],
};

/** By program name. */
export const MANAGERS: Readonly<Record<string, Manager>> = {
  'apt-get': APT,
  apt: APT,
  aptitude: APT,
  apk: {
    manager: 'apk',
    options: {
      short: 'tXp',
      long: [
        'virtual',
        'repository',
        'root',
        'repositories-file',
        'keys-dir',
        'arch',
        'wait',
        'cache-dir',
        'cache-max-age',
        'timeout',
        'progress-fd',
      ],
    },
    install: ['add'],
    upgrade: ['upgrade', 'fix'],
    remove: ['del'],
    quiet: [
      'update',
      'cache',
      'info',
      'search',
      'list',
      'policy',
      'version',
      'audit',
      'stats',
      'dot',
      'verify',
      'fetch',
      'query',
      'index',
    ],
  },
  dnf: DNF,
  dnf5: DNF,
  yum: { ...DNF, manager: 'yum' },
  microdnf: { ...DNF, manager: 'microdnf' },
  tdnf: DNF,
  zypper: {
    manager: 'zypper',
    options: {
      short: 'pCDRrtc',
      long: ['repo', 'root', 'from', 'type', 'gpg-auto-import-keys-from', 'releasever', 'installroot'],
    },
    install: ['install', 'in'],
    upgrade: ['update', 'up', 'dup', 'dist-upgrade', 'patch'],
    remove: ['remove', 'rm'],
    quiet: [
      'refresh',
      'ref',
      'clean',
      'cc',
      'addrepo',
      'ar',
      'removerepo',
      'rr',
      'modifyrepo',
      'mr',
      'repos',
      'lr',
      'search',
      'se',
      'info',
      'addlock',
      'al',
    ],
  },
};
