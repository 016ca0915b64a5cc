import type { Dockerfile, KeyValueInstruction } from '../../../dockerfile/ast';
import { expandWord } from '../../../dockerfile/variables';
import { known, type Fact } from '../../../text/fact';

/**
 * ARGs that BuildKit sets before the first FROM, with what they hold on a common machine (dockerfile2llb/platform.go).
 * `TARGETSTAGE` is missing: it depends on the file.
 */
const automatic: Readonly<Record<string, string>> = {
  BUILDPLATFORM: 'linux/amd64',
  BUILDOS: 'linux',
  BUILDOSVERSION: '',
  BUILDARCH: 'amd64',
  BUILDVARIANT: '',
  TARGETPLATFORM: 'linux/amd64',
  TARGETOS: 'linux',
  TARGETOSVERSION: '',
  TARGETARCH: 'amd64',
  TARGETVARIANT: '',
};

/** The ARG instructions before the first FROM. */
export function globalArgs({ instructions }: Dockerfile): readonly KeyValueInstruction[] {
  const first = instructions.findIndex(({ kind }) => kind === 'from');
  return instructions
    .slice(0, first === -1 ? undefined : first)
    .filter((instruction): instruction is KeyValueInstruction => instruction.kind === 'arg');
}

/** Names that FROM may use: declared ones, with a default or without, and the automatic ones. */
export function namesForFrom(dockerfile: Dockerfile): ReadonlySet<string> {
  const declared = globalArgs(dockerfile).flatMap(({ pairs }) => pairs.map(({ key }) => key.value));
  return new Set([...Object.keys(automatic), 'TARGETSTAGE', ...declared]);
}

/**
 * The values that FROM sees when the build is given no `--build-arg`; an ARG without a default has none. Undefined
 * where a default cannot be expanded, which stops the build.
 * @param lastStage name of the last stage, for `TARGETSTAGE`.
 */
export function defaultArgs(
  dockerfile: Dockerfile,
  lastStage: string | undefined,
): ((name: string) => Fact<string> | undefined) | undefined {
  const values = new Map(Object.entries({ ...automatic, TARGETSTAGE: lastStage ?? 'default' }));
  const lookup = (name: string): Fact<string> | undefined => {
    const value = values.get(name);
    return value === undefined ? undefined : known(value);
  };
  for (const { pairs } of globalArgs(dockerfile)) {
    for (const { key, value } of pairs) {
      if (!value) continue;
      const expanded = expandWord(value, dockerfile.escape, lookup);
      if (!expanded.known) return undefined;
      values.set(key.value, expanded.value);
    }
  }
  return lookup;
}
