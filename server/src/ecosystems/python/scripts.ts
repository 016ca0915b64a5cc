import type { CommandWithoutEffects } from '../../model/commands';
import type { Effect, StageSoFar } from '../../model/model';
import { originOf } from '../../model/paths';
import type { Project } from '../../project/project';
import { dirname } from '../../text/path';
import { builds, here, writes } from './deeds';
import { downloadsOf } from './downloads';
import { placeOf } from './environment';
import type { PythonCall } from './installers';

/** A script or module that runs while the image is built: it writes beside itself, and where its libraries keep downloads. */
export function scriptEffects(
  command: CommandWithoutEffects,
  { words }: PythonCall,
  stage: StageSoFar,
  project: Project,
): readonly Effect[] | undefined {
  const [first = '', second = ''] = words;
  const code = codeOf(words, command, stage, project);
  if (first === '-m' && /^(compileall|unittest|doctest|py_compile|json\.tool)$/.test(second)) return [builds];
  if (first === '' || code === undefined) return undefined;
  const stored = downloadsOf(code, command, stage).flatMap((path) => writes(path, 'download'));
  const told = optionAfter(words, /^(-d|--dir|--download-dir|--output-dir|--cache-dir)$/);
  const place = told === undefined ? stored : writes(placeOf(command, told), 'download');
  return [builds, ...place, ...here(command)];
}

function optionAfter(words: readonly string[], option: RegExp): string | undefined {
  const at = words.findIndex((word) => option.test(word));
  return at === -1 ? undefined : words[at + 1];
}

/** The text that runs, as far as it tells what is downloaded; undefined when it is not at hand. */
function codeOf(
  [first = '', second = '']: readonly string[],
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): string | undefined {
  if (first.startsWith('-c')) return second;
  if (first === '-m') return second;
  const path = placeOf(command, first);
  if (path === undefined) return undefined;
  const origin = originOf(stage, path, project);
  if (origin.kind !== 'context') return undefined;
  const text = project.read(origin.path);
  if (text === undefined) return undefined;
  // What it imports from beside it downloads as well.
  const folder = dirname(origin.path) === '.' ? '' : `${dirname(origin.path)}/`;
  const imported = [...text.matchAll(/^\s*(?:from|import)\s+(\w+)/gm)].flatMap(([, name = '']) => {
    return project.read(`${folder}${name}.py`) ?? [];
  });
  return [text, ...imported].join('\n');
}
