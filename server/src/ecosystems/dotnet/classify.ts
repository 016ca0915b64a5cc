import type { CommandWithoutEffects } from '../../model/commands';
import type { Effect } from '../../model/model';
import { known } from '../../text/fact';
import { readDotnet } from './commands';

/** Effects of restoring and publishing; what other commands of dotnet do is told by the general table. */
export function classifyDotnet({ argv, cwd }: CommandWithoutEffects): readonly Effect[] | undefined {
  const words = argv.flatMap((word) => (word.known ? [word.value] : []));
  if (words[0] !== 'dotnet' || words.length !== argv.length || !cwd.known) return undefined;
  // Packages go to the home folder, notes on them beside each project: both serve the build.
  if (words[1] === 'restore') return [{ kind: 'downloads-dependencies', language: 'dotnet' }];
  const call = readDotnet(words, cwd.value);
  if (call?.verb !== 'publish' || call.output === undefined) return undefined;
  return [
    { kind: 'downloads-dependencies', language: 'dotnet' },
    { kind: 'builds', language: 'dotnet' },
    { kind: 'writes', path: known(call.output), tree: true, from: 'compiler' },
    { kind: 'unknown', because: 'a build may write beside its projects' },
  ];
}
