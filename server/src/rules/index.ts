// Written by `npm run generate` from the files of this folder: do not edit.
import { copiedPathNeverCreated } from './copied-path-never-created';
import { cxxRuntimeMissing } from './cxx-runtime-missing';
import { deprecatedDistrolessImage } from './deprecated-distroless-image';
import { distrolessDebugShips } from './distroless-debug-ships';
import { dynamicBinaryInStaticImage } from './dynamic-binary-in-static-image';
import { finalStageRunsAsRoot } from './final-stage-runs-as-root';
import { finalStageShipsToolchain } from './final-stage-ships-toolchain';
import { interpreterDoubled } from './interpreter-doubled';
import { javaArgumentsMisplaced } from './java-arguments-misplaced';
import { libcMismatch } from './libc-mismatch';
import { packageManagerMissing } from './package-manager-missing';
import { programMissingInImage } from './program-missing-in-image';
import { pythonVersionMismatch } from './python-version-mismatch';
import { shellFormWithoutShell } from './shell-form-without-shell';
import { singleStageBuild } from './single-stage-build';
import { unknownStageReference } from './unknown-stage-reference';
import { untrustedRegistry } from './untrusted-registry';
import { unusedSuppression } from './unused-suppression';
import { venvInterpreterMissing } from './venv-interpreter-missing';
import type { Rule } from './rule';

/** Every rule, in the order of ids. */
export const allRules: readonly Rule[] = [
  copiedPathNeverCreated,
  cxxRuntimeMissing,
  deprecatedDistrolessImage,
  distrolessDebugShips,
  dynamicBinaryInStaticImage,
  finalStageRunsAsRoot,
  finalStageShipsToolchain,
  interpreterDoubled,
  javaArgumentsMisplaced,
  libcMismatch,
  packageManagerMissing,
  programMissingInImage,
  pythonVersionMismatch,
  shellFormWithoutShell,
  singleStageBuild,
  unknownStageReference,
  untrustedRegistry,
  unusedSuppression,
  venvInterpreterMissing,
];
