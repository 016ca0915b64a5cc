import type { Instruction } from '../dockerfile/ast';
import type { RuntimeImage } from '../images/image';
import type { Stage, Step } from '../model/model';
import type { TextEdit } from '../text/edit';
import type { Reason } from './conversion';

/** What becomes of a Dockerfile: pure data, made by the planner, read by render, explain and verify. */
export interface Plan {
  /** `split`: the stage becomes the builder and a runtime stage follows. `replace`: its base image is exchanged. */
  readonly shape: 'split' | 'replace';
  readonly stage: Stage;
  readonly runtime: RuntimeImage;
  /** Name that the runtime copies from, and how FROM has to change for it. */
  readonly builder: { readonly name: string; readonly renamed: boolean };
  /** Name of the runtime stage: the one that the stage had when something outside builds it by name. */
  readonly runtimeName: string | undefined;
  /** One for each instruction of the stage, in order. */
  readonly placements: readonly Placement[];
  /** The runtime stage after its FROM, in order. */
  readonly runtimeLines: readonly RuntimeLine[];
  /** Changes inside builder instructions. */
  readonly corrections: readonly TextEdit[];
  /** Instructions added at the builder's end. */
  readonly added: readonly AddedInstruction[];
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Reason[];
}

export interface AddedInstruction {
  readonly text: string;
  readonly reason: string;
}

/** Where an instruction goes. Only ARG, ENV, WORKDIR and SHELL may be in both stages. */
export interface Placement {
  readonly step: Step;
  readonly place: 'builder' | 'runtime' | 'both' | 'dropped';
  readonly reason: string;
}

export type RuntimeLine =
  /** An instruction of the author; `text` when it cannot stay word for word. */
  | {
      readonly kind: 'source';
      readonly instruction: Instruction;
      readonly text: string | undefined;
      readonly reason: string;
    }
  | {
      readonly kind: 'new';
      readonly text: string;
      readonly reason: string;
      /** Instruction of a stage that keeps its order which it has to stand before; right after FROM without one. */
      readonly before?: Instruction | undefined;
    };

/** Why no plan exists. */
export interface PlanRefusal {
  readonly kind: 'refused' | 'nothing-to-do';
  readonly reasons: readonly Reason[];
}
