import type { Dockerfile, Flag, Instruction, Word } from '../../../dockerfile/ast';
import { documentSpan } from '../../../text/mapped-text';
import { variablesIn, variablesOfFlag, variablesOfWord, type VariableUse } from './variables';

/** Variables of one word of an instruction; `defines`: the ARG that the words behind it can use. */
export interface Expansion {
  readonly uses: readonly VariableUse[];
  readonly defines?: string;
}

/**
 * The texts of an instruction that BuildKit expands and checks for unset variables (instructions/commands.go, `Expand`):
 * not EXPOSE, which it expands without a check, nor the commands of RUN, CMD, ENTRYPOINT and HEALTHCHECK, which are the
 * shell's.
 */
export function expandedUses(instruction: Instruction, dockerfile: Dockerfile): readonly Expansion[] {
  const word = (each: Word | undefined): Expansion[] =>
    each ? [{ uses: variablesOfWord(each, instruction, dockerfile) }] : [];
  const flag = (name: string): Expansion[] =>
    instruction.flags
      .filter((each) => each.name === name)
      .map((each) => ({ uses: variablesOfFlag(each.value ?? '', 0, each, dockerfile) }));
  switch (instruction.kind) {
    case 'env':
    case 'label':
      return instruction.pairs.flatMap(({ key, value }) => [...word(key), ...word(value)]);
    case 'arg':
      return instruction.pairs.map(({ key, value }) => ({
        uses: value ? variablesOfWord(value, instruction, dockerfile) : [],
        defines: key.value,
      }));
    case 'copy':
    case 'add': {
      const sources = instruction.sources.filter(({ raw }) => !raw.includes('<<'));
      return [
        ...['chown', 'chmod', ...(instruction.kind === 'add' ? ['checksum'] : [])].flatMap(flag),
        ...[...sources, instruction.destination].flatMap(word),
        ...contentsOf(instruction),
      ];
    }
    case 'workdir':
    case 'user':
    case 'stopsignal':
    case 'volume':
      return instruction.words.flatMap(word);
    case 'run':
      return instruction.flags
        .filter(({ name }) => name === 'mount')
        .flatMap((mount) => mountValues(mount, dockerfile));
    default:
      return [];
  }
}

/** Heredocs that COPY and ADD write: quotes mean nothing in them, and `\` escapes whatever the file's escape is. */
function contentsOf({ heredocs }: Instruction): Expansion[] {
  return heredocs
    .filter(({ expand }) => expand)
    .map(({ mapped }) => ({
      uses: variablesIn(mapped.text.replace(/["']/g, '_'), '\\').map(({ name, at }) => ({
        name,
        at: documentSpan(mapped, at.start, at.end),
      })),
    }));
}

/** The values of `--mount=key=value,...`; `from` takes no variables. */
function mountValues(mount: Flag, dockerfile: Dockerfile): Expansion[] {
  const expansions: Expansion[] = [];
  let at = 0;
  for (const field of (mount.value ?? '').split(',')) {
    const equals = field.indexOf('=');
    if (equals !== -1 && field.slice(0, equals).toLowerCase() !== 'from') {
      const from = at + equals + 1;
      expansions.push({ uses: variablesOfFlag(field.slice(equals + 1), from, mount, dockerfile) });
    }
    at += field.length + 1;
  }
  return expansions;
}
