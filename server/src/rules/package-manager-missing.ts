import type { BaseImage, PackageManager } from '../images/image';
import type { RunCommand, Stage } from '../model/model';
import { effectiveCommand } from '../shell/effective-command';
import { basename } from '../text/path';
import type { Rule } from './rule';

/** Only managers of another kind than the image's are flagged: yum, dnf and microdnf stand in for each other. */
export const packageManagerMissing: Rule = {
  id: 'package-manager-missing',
  severity: 'error',
  serves: ['portability'],
  summary: 'A RUN calls the package manager of another distribution, or one in an image that has none.',
  fixable: 'no',
  check({ model }) {
    return model.stages.flatMap((stage) => {
      const { image } = stage;
      const own = image?.packageManager;
      if (!image || own === undefined || mayGetManager(stage)) return [];
      return stage.steps.flatMap(({ instruction, before, commands }) => {
        // Where no shell runs the command, that is the fault, and another rule tells of it.
        const isShellForm = instruction.kind === 'run' && instruction.arguments.form === 'shell';
        if (!commands || (image.shell === null && isShellForm && !before.shell[0]?.startsWith('/busybox')))
          return [];
        return commands.flatMap((command) => {
          const called = calledManager(command);
          if (!called || kindOf(called.manager) === kindOf(own)) return [];
          return [
            {
              at: called.at,
              message: `${image.reference.raw} has no ${called.name}${adviceFor(image)}: the build stops here.`,
            },
          ];
        });
      });
    });
  },
};

type Kind = 'deb' | 'apk' | 'rpm' | 'pacman' | 'none';

function kindOf(manager: PackageManager): Kind {
  if (manager === 'apt') return 'deb';
  return manager === 'apk' || manager === 'pacman' || manager === 'none' ? manager : 'rpm';
}

const managers: Readonly<Record<string, PackageManager>> = {
  apt: 'apt',
  'apt-get': 'apt',
  apk: 'apk',
  dnf: 'dnf',
  yum: 'yum',
  microdnf: 'microdnf',
  pacman: 'pacman',
  zypper: 'zypper',
};

/** A call that must succeed: not one behind `if`, `||` or a test of what the system has. */
function calledManager({ command, script }: RunCommand) {
  const { name, args } = effectiveCommand(command);
  const manager = name === undefined ? undefined : managers[basename(name)];
  if (manager === undefined || name === undefined || command.runs !== 'always' || args.length === 0)
    return undefined;
  if (command.follower === '||' || command.joiner === '||' || command.joiner === '|') return undefined;
  const tests = script.commands.some(
    ({ words, follower }) =>
      follower === '||' || /^(which|command|type|hash|test|\[|\[\[)$/.test(words[0]?.raw ?? ''),
  );
  const word = command.words[command.words.length - args.length - 1];
  return tests || !word ? undefined : { manager, name: basename(name), at: word.span };
}

function adviceFor({ packageManager, distribution }: BaseImage): string {
  if (packageManager === 'none')
    return ', nor any other package manager; install in an earlier stage and copy the files';
  return `; ${distribution?.name ?? 'it'} installs packages with ${packageManager ?? 'its own manager'}`;
}

/** A manager that is copied, downloaded or installed as a package. */
function mayGetManager(stage: Stage): boolean {
  return stage.steps.some(
    ({ copy, commands }) =>
      (copy?.from.kind !== 'context' &&
        copy !== undefined &&
        /^\/?(usr\/?|bin\/?|sbin\/?)*$/.test(copy.destination.known ? copy.destination.value : '/')) ||
      commands?.some(({ effects }) =>
        effects.some(
          (effect) =>
            effect.kind === 'packages' &&
            effect.packages.some(({ name }) => /^(apk-tools|apt|dnf|yum|dpkg|rpm|pacman|zypper)/.test(name)),
        ),
      ),
  );
}
