import type { Word } from '../../dockerfile/ast';
import type { RunCommand, Stage } from '../../model/model';
import { within } from '../../model/paths';
import { effectiveCommand } from '../../shell/effective-command';
import { basename, joinPath } from '../../text/path';
import { oncePer } from '../../text/remember';
import type { Span } from '../../text/span';
import { chainOf, shippedSteps } from './shipped';

/** A folder with Python packages that one stage fills and the image that ships takes over. */
export interface CopiedEnvironment {
  /** The source of COPY. */
  readonly word: Word;
  readonly stage: Stage;
  /** Absolute, in the image that ships. */
  readonly path: string;
  readonly kind: 'venv' | 'user' | 'prefix';
  /** The command that made it. */
  readonly made: Span;
  /** The interpreter's command, as written: `python3`, `/usr/bin/python3`. */
  readonly python: string;
}

interface Environment {
  readonly kind: CopiedEnvironment['kind'];
  readonly path: string;
  readonly made: Span;
  readonly python: string;
}

/** Virtual environments, `pip install --user` and `--prefix` folders that are copied as a whole. */
export function copiedEnvironments(stage: Stage): readonly CopiedEnvironment[] {
  return shippedSteps(stage).flatMap(({ copy }) => {
    if (copy?.from.kind !== 'stage' || !copy.destination.known) return [];
    const { from, destination } = copy;
    return copy.sources.flatMap((source, index) => {
      const word = copy.instruction.sources[index];
      if (!word || !source.known) return [];
      const path = joinPath('/', source.value).replace(/(.)\/$/, '$1');
      return environmentsOf(from.stage)
        .filter((made) => within(made.path, path))
        .map(({ path: place, ...made }) => {
          const below = place.slice(path.length).replace(/^\//, '');
          return {
            ...made,
            word,
            stage: from.stage,
            path: joinPath(destination.value, below).replace(/(.)\/$/, '$1'),
          };
        });
    });
  });
}

const environmentsOf: (stage: Stage) => readonly Environment[] = oncePer((stage) =>
  chainOf(stage).flatMap((each) =>
    each.steps.flatMap(({ commands, before }) =>
      (commands ?? []).flatMap((command) =>
        environmentOf(command, before.user.known && before.user.value.uid === 0),
      ),
    ),
  ),
);

function environmentOf(command: RunCommand, isRoot: boolean): readonly Environment[] {
  const { cwd } = command;
  const { name = '', args } = effectiveCommand(command.command);
  const words = args.map((word, index) => {
    const fact = command.argv[command.argv.length - args.length + index];
    return fact?.known ? fact.value : (word.literal ?? undefined);
  });
  if (words.includes(undefined) || !cwd.known) return [];
  const known = words.filter((word) => word !== undefined);
  const made = command.command.span;
  if (/^python[\d.]*$/.test(basename(name)) && known[0] === '-m' && known[1] === 'venv') {
    const operand = known.slice(2).filter((word) => !word.startsWith('-'));
    const plain = !known.includes('--copies') && operand.length === 1;
    return plain ? [{ kind: 'venv', path: joinPath(cwd.value, operand[0] ?? ''), made, python: name }] : [];
  }
  const pip = /^pip[\d.]*$/.test(basename(name))
    ? known
    : /^python[\d.]*$/.test(basename(name)) && known[0] === '-m' && known[1] === 'pip'
      ? known.slice(2)
      : [];
  if (!pip.includes('install')) return [];
  const prefix = optionOf(pip, '--prefix');
  if (prefix !== undefined)
    return [{ kind: 'prefix', path: joinPath(cwd.value, prefix), made, python: name }];
  return pip.includes('--user') && isRoot ? [{ kind: 'user', path: '/root/.local', made, python: name }] : [];
}

function optionOf(words: readonly string[], option: string): string | undefined {
  const joined = words.find((word) => word.startsWith(`${option}=`));
  if (joined !== undefined) return joined.slice(option.length + 1);
  const index = words.indexOf(option);
  return index === -1 ? undefined : words[index + 1];
}

/** `3.12` of the Python that an image is made for. */
export function pythonOf({ image }: Stage): string | undefined {
  if (image?.language !== 'python') return undefined;
  return /^3\.\d+/.exec(image.languageVersion ?? '')?.[0];
}

/** True when an interpreter may come along, or be installed in the stage: then the image's own does not count. */
export function bringsPython(stage: Stage): boolean {
  return shippedSteps(stage).some(({ copy, commands, instruction }) => {
    if (instruction.kind === 'env')
      return instruction.pairs.some(({ key }) => /^(PYTHONPATH|PYTHONHOME|UV_PYTHON\w*)$/.test(key.value));
    if (copy) {
      if (!copy.destination.known || copy.sources.some((source) => !source.known)) return true;
      return copy.sources.some(
        (source) =>
          source.known &&
          (/(^|\/)(usr|local|bin|root|rootfs|python[\d.]*|uv|conda|\.pyenv|cpython[^/]*)\/?$/.test(
            source.value,
          ) ||
            source.value === '/'),
      );
    }
    return commands?.some(
      ({ command, effects }) =>
        /python|\buv\b|pyenv|conda|\bln\b/.test(command.words.map(({ raw }) => raw).join(' ')) ||
        effects.some(({ kind }) => kind === 'unknown'),
    );
  });
}

/** True when a stage makes links to an interpreter, or has more than one: which one is meant is not known. */
export function arrangesPython(stage: Stage): boolean {
  return chainOf(stage).some(({ steps }) =>
    steps.some(({ commands }) =>
      commands?.some(({ command, effects }) => {
        const text = command.words.map(({ raw }) => raw).join(' ');
        return (
          (/^(ln|sed|find|uv|pyenv|conda|update-alternatives)\b/.test(text) &&
            /python|venv|bin/.test(text)) ||
          effects.some(
            (effect) =>
              effect.kind === 'packages' && effect.packages.some(({ name }) => /^python/.test(name)),
          )
        );
      }),
    ),
  );
}
