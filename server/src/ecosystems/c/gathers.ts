import { isHeavyPackage } from '../../images/gathered-libraries';
import type { GatheredNeeds } from '../../images/image';
import type { Stage } from '../../model/model';
import type { Span } from '../../text/span';
import type { Artefact } from '../ecosystem';
import type { Linking } from './link';

/**
 * Whether the shared libraries of the programs are copied from the builder: undefined when they need not be or cannot; a
 * reason when they have to be and cannot.
 * @param buildsLibraries the stage builds what is not followed: libraries of its own, maybe
 */
export function gathersOf(
  linkings: readonly Linking[],
  artefacts: readonly Artefact[],
  stage: Stage,
  buildsLibraries: boolean,
): GatheredNeeds | { readonly message: string; readonly at: Span | undefined } | undefined {
  const dynamic = linkings.filter(({ libc }) => libc !== 'none');
  if (dynamic.length === 0) return undefined;
  const { env } = stage.end;
  const preload = env.get('LD_PRELOAD');
  if (preload) {
    return {
      message: 'LD_PRELOAD has the program load a library that it is not linked to',
      at: preload.known ? undefined : preload.source,
    };
  }
  const isOwn = buildsLibraries && dynamic.some(({ packages }) => packages.length > 0);
  const required =
    isOwn || env.has('LD_LIBRARY_PATH') || dynamic.some(({ gathers }) => gathers === 'required');
  const heavy = required ? heavyPackage(stage) : undefined;
  if (heavy) return heavy;
  // One that loads more than it is linked to wants its package, and then all have theirs.
  const isServed = dynamic.some(({ gathers, packages }) => gathers === 'none' && packages.length > 0);
  if (!required && (isServed || !dynamic.some(({ gathers }) => gathers === 'possible'))) return undefined;
  return { programs: [...new Set(artefacts.map(({ path }) => path))], required };
}

function heavyPackage(stage: Stage): { readonly message: string; readonly at: Span } | undefined {
  for (const { effects } of stage.steps.flatMap((step) => step.commands ?? [])) {
    for (const effect of effects) {
      if (effect.kind !== 'packages') continue;
      const found = effect.packages.find(({ name }) => isHeavyPackage(name));
      if (found) {
        const message = `which libraries the program loads is known to the build alone, and those of ${found.name} load plugins or data of their own while they run`;
        return { message, at: found.at };
      }
    }
  }
  return undefined;
}
