import type { BuildModel, Stage, Step } from '../../model/model';
import { osManagers, reliesOnIndex, runsUnknown, type OsManager } from './os-package-cache';

/** What runs on top of a step: in the rest of its stage, and in the stages that are built on that. */
export interface LaterRuns {
  /** Those that install by what an earlier RUN has fetched: without that they would fail. */
  readonly relyOn: ReadonlySet<OsManager>;
  /** True when something may install packages in a way that is not to be seen. */
  readonly unknown: boolean;
}

const nothing: LaterRuns = { relyOn: new Set(), unknown: false };

const remembered = new WeakMap<BuildModel, ReadonlyMap<Step, LaterRuns>>();

/** Worked out for all steps of a model in one walk: asked for each of them alone it would be quadratic. */
export function laterRuns(step: Step, model: BuildModel): LaterRuns {
  let ofModel = remembered.get(model);
  if (!ofModel) remembered.set(model, (ofModel = walk(model)));
  return ofModel.get(step) ?? nothing;
}

function walk({ stages }: BuildModel): ReadonlyMap<Step, LaterRuns> {
  const found = new Map<Step, LaterRuns>();
  const onTop = new Map<Stage, LaterRuns>();
  // A stage is built on earlier ones alone: those on top of it have been walked before it.
  for (const stage of [...stages].reverse()) {
    let later = onTop.get(stage) ?? nothing;
    for (const step of [...stage.steps].reverse()) {
      found.set(step, later);
      later = joined(later, runsOf(step));
    }
    if (stage.base.kind === 'stage') {
      const below = stage.base.stage;
      onTop.set(below, joined(onTop.get(below) ?? nothing, later));
    }
  }
  return found;
}

function runsOf(step: Step): LaterRuns {
  const relyOn = osManagers.filter((manager) => reliesOnIndex(step, manager));
  const unknown = runsUnknown(step);
  return relyOn.length === 0 && !unknown ? nothing : { relyOn: new Set(relyOn), unknown };
}

/** One of the two where it holds the other: most steps add nothing. */
function joined(one: LaterRuns, other: LaterRuns): LaterRuns {
  const holds = [...other.relyOn].every((manager) => one.relyOn.has(manager));
  if (holds && (one.unknown || !other.unknown)) return one;
  return { relyOn: new Set([...one.relyOn, ...other.relyOn]), unknown: one.unknown || other.unknown };
}
