import type { KeyValueInstruction, Word } from '../dockerfile/ast';
import { expandWord } from '../dockerfile/variables';
import { known, unknown, type Fact } from '../text/fact';

type Values = ReadonlyMap<string, Fact<string>>;

/**
 * ARGs that BuildKit sets itself; their values depend on the machine and the target.
 * Source: Dockerfile reference, "Automatic platform ARGs in the global scope" and "Predefined ARGs".
 */
const automaticArgs = new Set([
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
]);
const proxyArgs = new Set(['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY']);

export interface LookupSources {
  readonly env: Values;
  readonly args: Values;
  /** False when the base image may set variables that the catalogue does not know. */
  readonly baseEnvKnown: boolean;
}

/** Finds a variable as Docker does: ENV wins over ARG; undefined means that it is certainly not set. */
function lookUpVariable(name: string, sources: LookupSources): Fact<string> | undefined {
  const found = sources.env.get(name) ?? sources.args.get(name);
  if (found || sources.baseEnvKnown) return found;
  return unknown(`the base image may set $${name}`);
}

export function expand(word: Word, escape: '\\' | '`', sources: LookupSources): Fact<string> {
  return expandWord(word, escape, (name) => lookUpVariable(name, sources));
}

/** The ENV values after an ENV instruction. All values of one instruction see the state before it. */
export function applyEnv(
  instruction: KeyValueInstruction,
  escape: '\\' | '`',
  sources: LookupSources,
): ReadonlyMap<string, Fact<string>> {
  const next = new Map(sources.env);
  for (const { key, value } of instruction.pairs) {
    const result = value ? expand(value, escape, sources) : known('');
    next.set(key.value, withSource(result, value ?? key));
  }
  return next;
}

/** The ARG values after an ARG instruction in a stage. A default may be overridden by `--build-arg`. */
export function applyArg(
  instruction: KeyValueInstruction,
  escape: '\\' | '`',
  sources: LookupSources,
  globalArgs: Values,
): ReadonlyMap<string, Fact<string>> {
  const next = new Map(sources.args);
  for (const { key, value } of instruction.pairs) {
    const name = key.value;
    if (value) {
      next.set(name, withSource(expand(value, escape, { ...sources, args: next }), value));
    } else if (automaticArgs.has(name) || proxyArgs.has(name.toUpperCase())) {
      next.set(name, unknown(`$${name} is set by the build`, key.span));
    } else {
      next.set(name, globalArgs.get(name) ?? unknown(`$${name} has no default`, key.span));
    }
  }
  return next;
}

/** The ARGs before the first FROM, with the automatic platform ARGs. */
export function globalArgsOf(
  instructions: readonly KeyValueInstruction[],
  escape: '\\' | '`',
): ReadonlyMap<string, Fact<string>> {
  let args: ReadonlyMap<string, Fact<string>> = new Map(
    [...automaticArgs].map((name) => [name, unknown(`$${name} is set by the build`)]),
  );
  for (const instruction of instructions) {
    args = applyArg(instruction, escape, { env: new Map(), args, baseEnvKnown: true }, new Map());
  }
  return args;
}

function withSource(fact: Fact<string>, word: Word): Fact<string> {
  return fact.source ? fact : { ...fact, source: word.span };
}
