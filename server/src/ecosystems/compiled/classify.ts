import type { CommandWithoutEffects } from '../../model/commands';
import type { Effect } from '../../model/model';
import { effectiveCommand } from '../../shell/effective-command';
import { known } from '../../text/fact';
import { basename } from '../../text/path';
import { outputOf } from './outputs';

/** Commands that fetch what programs are compiled from, or the compiler itself. */
const fetches: Readonly<Record<string, RegExp>> = {
  dart: /^pub$/,
  shards: /^(install|update|check|prune)$/,
  stack: /^(setup|update|upgrade)$/,
  cabal: /^(v2-)?update$/,
  opam: /^(install|update|init|switch)$/,
  swift: /^package$/,
};

/** Effects of compilers that leave one program at a known place; undefined for other commands. */
export function classifyCompiled(command: CommandWithoutEffects): readonly Effect[] | undefined {
  const { name, args } = effectiveCommand(command.command);
  const tool = basename(name ?? '');
  const verb = args.find((word) => word.literal?.startsWith('-') === false)?.literal ?? '';
  if (Object.hasOwn(fetches, tool) && fetches[tool]?.test(verb) === true)
    return [{ kind: 'downloads-dependencies', language: 'compiled' }];
  if (tool === 'dart' && verb === '') return [];
  const output = outputOf(command);
  if (!output) return undefined;
  return [
    { kind: 'builds', language: 'compiled' },
    { kind: 'writes', path: known(output.path), tree: output.folder, from: 'compiler' },
  ];
}
