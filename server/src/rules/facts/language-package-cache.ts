import type { RunCommand, Stage, Step } from '../../model/model';
import { dependencyInstall, optionValues, type DependencyInstall } from './dependency-install';
import { shippedSteps } from './shipped';
import { isMounted } from './run-edits';

/** Installations of a RUN that leave what they downloaded in the home directory. */
export interface LeftDownloads {
  readonly tool: 'pip' | 'npm' | 'yarn';
  readonly installs: readonly DependencyInstall[];
}

const folders = { pip: '/root/.cache/pip', npm: '/root/.npm', yarn: '/usr/local/share/.cache' } as const;

const cleaned = {
  pip: /\bcache purge\b|\.cache|\/root(\/\*)?(\s|$)|~(\/\*)?(\s|$)/,
  npm: /\bcache (clean|clear|rm)\b|\.npm\b|_cacache|\.cache|\/root(\/\*)?(\s|$)|~(\/\*)?(\s|$)/,
  yarn: /\bcache (clean|dir)\b|\.cache|\.yarn/,
} as const;

/** Only for images whose environment is known: others may have switched the cache off. */
export function downloadsLeft(step: Step, stage: Stage): readonly LeftDownloads[] {
  const { image } = stage;
  const commands = step.commands ?? [];
  if (!image) return [];
  return (['pip', 'npm', 'yarn'] as const).flatMap((tool) => {
    const installs = commands.flatMap((command) => {
      const install = dependencyInstall(command);
      return install && leaves(install, tool) ? [install] : [];
    });
    const [first] = installs;
    if (!first || isMounted(step, folders[tool]) || mountsCache(step, tool)) return [];
    if (tool === 'pip' && configuresPip(stage)) return [];
    const behind = commands.slice(commands.indexOf(first.command) + 1);
    return behind.some((command) => cleaned[tool].test(textOf(command))) ? [] : [{ tool, installs }];
  });
}

function leaves(install: DependencyInstall, tool: LeftDownloads['tool']): boolean {
  const { args, operands, command } = install;
  if (install.tool !== tool || !command.cwd.known) return false;
  if (
    args.some((arg) => /^--(no-cache-dir|cache-dir|no-cache|cache|cache-folder|dry-run|download)\b/.test(arg))
  )
    return false;
  if (setsCache(command)) return false;
  if (tool === 'pip') {
    // Of local packages it is not known whether they need anything from elsewhere.
    const lists = optionValues(args, '-r', '--requirement');
    return (
      lists.length > 0 || operands.some((operand) => !/^[./~]|\.(whl|tar\.gz|zip)$|:\/\/|^\$/.test(operand))
    );
  }
  if (tool === 'npm') return operands.every((operand) => !/^[./]/.test(operand));
  // Yarn 2 and later keep in their cache what the program runs with; these options belong to Yarn 1.
  return args.some((arg) =>
    /^--(frozen-lockfile|pure-lockfile|production|prod|non-interactive|ignore-engines)\b/.test(arg),
  );
}

function setsCache({ env }: RunCommand): boolean {
  return [...env.keys()].some((name) =>
    /^(PIP_NO_CACHE_DIR|PIP_CACHE_DIR|PIP_CONFIG_FILE|npm_config_cache|YARN_CACHE_FOLDER|XDG_CACHE_HOME)$/i.test(
      name,
    ),
  );
}

function mountsCache({ instruction }: Step, tool: string): boolean {
  return (
    instruction.kind === 'run' &&
    instruction.flags.some(
      ({ name, value }) =>
        name === 'mount' && /type=(cache|tmpfs)/.test(value ?? '') && (value ?? '').includes(tool),
    )
  );
}

/** A settings file, or a command that writes one. */
function configuresPip(stage: Stage): boolean {
  return shippedSteps(stage).some(({ copy, commands }) => {
    if (copy)
      return [...copy.instruction.sources, copy.instruction.destination].some((word) =>
        /pip\.conf|\.pip\b|\.config/.test(word?.value ?? ''),
      );
    return commands?.some((command) => /\bpip[\d.]* config\b|pip\.conf/.test(textOf(command)));
  });
}

function textOf({ command }: RunCommand): string {
  return [
    ...command.words.map(({ raw }) => raw),
    ...command.redirections.map(({ target }) => target?.raw ?? ''),
  ].join(' ');
}
