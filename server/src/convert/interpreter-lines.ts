import type { RuntimeImage } from '../images/image';
import type { Stage } from '../model/model';
import { within } from '../model/paths';
import { buildsAsRoot } from './carried-lines';
import type { FilePlan } from './files';
import type { AddedInstruction, RuntimeLine } from './plan';
import { quotePath } from './quote-path';

/**
 * The interpreter, copied from the builder, and the variables that it needs.
 * @param set names of the author's variables, which stand before and outrank.
 */
export function interpreterLines(
  { carries }: RuntimeImage,
  builder: string,
  set: ReadonlySet<string>,
): RuntimeLine[] {
  const copies = (carries?.copies ?? []).map(({ from, to, reason }): RuntimeLine => {
    return { kind: 'new', text: `COPY --from=${builder} ${quotePath(from)} ${quotePath(to)}`, reason };
  });
  const variables = (carries?.env ?? []).flatMap(({ name, value, reason }): RuntimeLine[] => {
    if (set.has(name)) return [];
    return [{ kind: 'new', text: `ENV ${name}=${value}`, reason }];
  });
  return [...copies, ...variables];
}

/** What the builder does to lay out the interpreter, which only root may do. */
export function preparations(stage: Stage, { carries }: RuntimeImage): readonly AddedInstruction[] {
  const prepares = carries?.prepares ?? [];
  if (prepares.length === 0 || buildsAsRoot(stage)) return prepares;
  return [{ text: 'USER root', reason: 'the folder of the interpreter belongs to root' }, ...prepares];
}

/** What lies in a folder that comes with the interpreter comes along. */
export function withoutCarried(files: FilePlan, { carries }: RuntimeImage): FilePlan {
  const folders = (carries?.copies ?? []).filter(({ from, to }) => from === to).map(({ to }) => to);
  const carried = files.carried.filter(
    ({ from, to, writable }) => writable || from !== to || !folders.some((folder) => within(to, folder)),
  );
  return { ...files, carried };
}
