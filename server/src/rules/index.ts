// Written by `npm run generate` from the files of this folder: do not edit.
import { copiedPathNeverCreated } from './copied-path-never-created';
import { deprecatedDistrolessImage } from './deprecated-distroless-image';
import { distrolessDebugShips } from './distroless-debug-ships';
import { dynamicBinaryInStaticImage } from './dynamic-binary-in-static-image';
import { finalStageRunsAsRoot } from './final-stage-runs-as-root';
import { finalStageShipsToolchain } from './final-stage-ships-toolchain';
import { libcMismatch } from './libc-mismatch';
import { shellFormWithoutShell } from './shell-form-without-shell';
import { singleStageBuild } from './single-stage-build';
import { unknownStageReference } from './unknown-stage-reference';
import { untrustedRegistry } from './untrusted-registry';
import { unusedSuppression } from './unused-suppression';
import type { Rule } from './rule';

/** Every rule, in the order of ids. */
export const allRules: readonly Rule[] = [
  copiedPathNeverCreated,
  deprecatedDistrolessImage,
  distrolessDebugShips,
  dynamicBinaryInStaticImage,
  finalStageRunsAsRoot,
  finalStageShipsToolchain,
  libcMismatch,
  shellFormWithoutShell,
  singleStageBuild,
  unknownStageReference,
  untrustedRegistry,
  unusedSuppression,
];
