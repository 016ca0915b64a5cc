import type { Stage } from '../../model/model';
import type { ShellScript } from '../../shell/ast';
import { basename } from '../../text/path';

/** The Node.js of a stage. */
export interface StageNode {
  /** `22`, or as much as is known. */
  readonly version: string | undefined;
  /** OS packages of the distribution that it is; none where it came otherwise. */
  readonly system: readonly string[];
  /** The one file that it is, where it came from a package source of its own. */
  readonly file: string | undefined;
}

/** Major versions of the distributions. Sources: packages.debian.org, packages.ubuntu.com. */
const ofDistribution: Readonly<Record<string, string>> = {
  'debian 11': '12',
  'debian 12': '18',
  'debian 13': '20',
  'ubuntu 20.04': '10',
  'ubuntu 22.04': '12',
  'ubuntu 24.04': '18',
};

/** The script or the package list of NodeSource. Source: github.com/nodesource/distributions. */
const nodeSource = /\bdeb\.nodesource\.com\/(?:setup_(?:(\d+)\.x|lts\.x|current\.x)|node_(?:(\d+)\.x)?)/;
/** Programs that put another Node.js beside that of the packages. */
const versionManagers = /^(n|nvm|fnm|volta|asdf|corepack)$/;

/** Undefined for a stage without Node.js, or with one of unknown origin. */
export function nodeOfStage(stage: Stage): StageNode | undefined {
  const { image } = stage;
  if (image?.language === 'node' && image.role === 'toolchain')
    return { version: image.languageVersion, system: [], file: undefined };
  if (image?.role !== 'os' || (image.packageManager !== 'apt' && image.packageManager !== 'apk'))
    return undefined;
  const commands = stage.steps.flatMap((step) => step.commands ?? []);
  const isManaged = commands.some(({ argv }) =>
    argv.some((word) => word.known && versionManagers.test(basename(word.value))),
  );
  if (isManaged) return undefined;
  const installed = commands
    .flatMap(({ effects }) => effects)
    .flatMap((effect) => (effect.kind === 'packages' ? effect.packages.map(({ name }) => name) : []));
  const name = installed.find((each) => /^nodejs(-current)?$/.test(each));
  if (name === undefined && !installed.includes('npm')) return undefined;
  const source = image.packageManager === 'apt' ? nodeSourceIn(stage) : undefined;
  if (source) return { version: source.version, system: [], file: '/usr/bin/node' };
  const { name: distribution = '', version = '' } = image.distribution ?? {};
  return {
    version: ofDistribution[`${distribution} ${version}`],
    system: [name ?? 'nodejs'],
    file: undefined,
  };
}

function nodeSourceIn({ steps }: Stage): { readonly version: string | undefined } | undefined {
  for (const { instruction } of steps) {
    if (instruction.kind !== 'run') continue;
    const found = nodeSource.exec(instruction.body.text);
    if (found) return { version: found[1] ?? found[2] };
  }
  return undefined;
}

/** `curl https://deb.nodesource.com/setup_22.x | bash -`: adds a package source, and nothing else. */
export function addsPackageSource(name: string, { commands }: ShellScript): boolean {
  if (!/^(ba)?sh$/.test(basename(name))) return false;
  return commands.some(({ words }) => words.some(({ raw }) => /\bdeb\.nodesource\.com\/setup_/.test(raw)));
}

/** True when a start command, or a word with all of it, calls Node.js or a manager of its packages. */
export function callsNode(words: readonly string[]): boolean {
  return words.some((word) => /(^|[\s/])(node|nodejs|npm|npx|yarn|pnpm)(\s|$)/.test(word));
}
