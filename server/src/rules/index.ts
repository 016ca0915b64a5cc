// Written by `npm run generate` from the files of this folder: do not edit.
import { consistentInstructionCasing } from './buildkit/consistent-instruction-casing';
import { copyIgnoredFile } from './buildkit/copy-ignored-file';
import { duplicateStageName } from './buildkit/duplicate-stage-name';
import { exposeInvalidFormat } from './buildkit/expose-invalid-format';
import { exposeProtoCasing } from './buildkit/expose-proto-casing';
import { fromAsCasing } from './buildkit/from-as-casing';
import { fromPlatformFlagConstDisallowed } from './buildkit/from-platform-flag-const-disallowed';
import { invalidBaseImagePlatform } from './buildkit/invalid-base-image-platform';
import { invalidDefaultArgInFrom } from './buildkit/invalid-default-arg-in-from';
import { invalidDefinitionDescription } from './buildkit/invalid-definition-description';
import { jsonArgsRecommended } from './buildkit/json-args-recommended';
import { legacyKeyValueFormat } from './buildkit/legacy-key-value-format';
import { maintainerDeprecated } from './buildkit/maintainer-deprecated';
import { multipleInstructionsDisallowed } from './buildkit/multiple-instructions-disallowed';
import { noEmptyContinuation } from './buildkit/no-empty-continuation';
import { redundantTargetPlatform } from './buildkit/redundant-target-platform';
import { reservedStageName } from './buildkit/reserved-stage-name';
import { secretsUsedInArgOrEnv } from './buildkit/secrets-used-in-arg-or-env';
import { stageNameCasing } from './buildkit/stage-name-casing';
import { undefinedArgInFrom } from './buildkit/undefined-arg-in-from';
import { undefinedVar } from './buildkit/undefined-var';
import { workdirRelativePath } from './buildkit/workdir-relative-path';
import { builderNotCrossCompiling } from './builder-not-cross-compiling';
import { certificatesMissing } from './certificates-missing';
import { copiedPathNeverCreated } from './copied-path-never-created';
import { copiesUnwantedFiles } from './copies-unwanted-files';
import { copiesWholeStage } from './copies-whole-stage';
import { couldBeDistroless } from './could-be-distroless';
import { cxxRuntimeMissing } from './cxx-runtime-missing';
import { dependenciesNotSeparated } from './dependencies-not-separated';
import { deprecatedBaseImage } from './deprecated-base-image';
import { deprecatedDistrolessImage } from './deprecated-distroless-image';
import { distrolessDebugShips } from './distroless-debug-ships';
import { dynamicBinaryInStaticImage } from './dynamic-binary-in-static-image';
import { endOfLifeBaseImage } from './end-of-life-base-image';
import { finalStageInstallsBuildTools } from './final-stage-installs-build-tools';
import { finalStageRunsAsRoot } from './final-stage-runs-as-root';
import { finalStageShipsToolchain } from './final-stage-ships-toolchain';
import { fullImageInstallsDependencies } from './full-image-installs-dependencies';
import { fullImageWhereSlimServes } from './full-image-where-slim-serves';
import { goBinaryWithDebugInfo } from './go-binary-with-debug-info';
import { interpreterDoubled } from './interpreter-doubled';
import { javaArgumentsMisplaced } from './java-arguments-misplaced';
import { libcMismatch } from './libc-mismatch';
import { missingCacheMount } from './missing-cache-mount';
import { nonNumericUser } from './non-numeric-user';
import { notWritableByRuntimeUser } from './not-writable-by-runtime-user';
import { packageManagerCacheShips } from './package-manager-cache-ships';
import { packageManagerMissing } from './package-manager-missing';
import { privilegedPortAsNonroot } from './privileged-port-as-nonroot';
import { programMissingInImage } from './program-missing-in-image';
import { pythonVersionMismatch } from './python-version-mismatch';
import { runtimeVersionsDiffer } from './runtime-versions-differ';
import { secretShips } from './secret-ships';
import { shellFormWithoutShell } from './shell-form-without-shell';
import { shipsDevDependencies } from './ships-dev-dependencies';
import { shipsSourcesOfCompiledLanguage } from './ships-sources-of-compiled-language';
import { singleStageBuild } from './single-stage-build';
import { stageReferencedByNumber } from './stage-referenced-by-number';
import { temporaryFolderMissing } from './temporary-folder-missing';
import { timeZonesMissing } from './time-zones-missing';
import { unknownStageReference } from './unknown-stage-reference';
import { unpinnedBaseImage } from './unpinned-base-image';
import { unsuffixedDistrolessImage } from './unsuffixed-distroless-image';
import { untrustedRegistry } from './untrusted-registry';
import { unusedStage } from './unused-stage';
import { unusedSuppression } from './unused-suppression';
import { userWithoutPasswdEntry } from './user-without-passwd-entry';
import { venvInterpreterMissing } from './venv-interpreter-missing';
import type { Rule } from './rule';

/** Every rule, in the order of ids. */
export const allRules: readonly Rule[] = [
  consistentInstructionCasing,
  copyIgnoredFile,
  duplicateStageName,
  exposeInvalidFormat,
  exposeProtoCasing,
  fromAsCasing,
  fromPlatformFlagConstDisallowed,
  invalidBaseImagePlatform,
  invalidDefaultArgInFrom,
  invalidDefinitionDescription,
  jsonArgsRecommended,
  legacyKeyValueFormat,
  maintainerDeprecated,
  multipleInstructionsDisallowed,
  noEmptyContinuation,
  redundantTargetPlatform,
  reservedStageName,
  secretsUsedInArgOrEnv,
  stageNameCasing,
  undefinedArgInFrom,
  undefinedVar,
  workdirRelativePath,
  builderNotCrossCompiling,
  certificatesMissing,
  copiedPathNeverCreated,
  copiesUnwantedFiles,
  copiesWholeStage,
  couldBeDistroless,
  cxxRuntimeMissing,
  dependenciesNotSeparated,
  deprecatedBaseImage,
  deprecatedDistrolessImage,
  distrolessDebugShips,
  dynamicBinaryInStaticImage,
  endOfLifeBaseImage,
  finalStageInstallsBuildTools,
  finalStageRunsAsRoot,
  finalStageShipsToolchain,
  fullImageInstallsDependencies,
  fullImageWhereSlimServes,
  goBinaryWithDebugInfo,
  interpreterDoubled,
  javaArgumentsMisplaced,
  libcMismatch,
  missingCacheMount,
  nonNumericUser,
  notWritableByRuntimeUser,
  packageManagerCacheShips,
  packageManagerMissing,
  privilegedPortAsNonroot,
  programMissingInImage,
  pythonVersionMismatch,
  runtimeVersionsDiffer,
  secretShips,
  shellFormWithoutShell,
  shipsDevDependencies,
  shipsSourcesOfCompiledLanguage,
  singleStageBuild,
  stageReferencedByNumber,
  temporaryFolderMissing,
  timeZonesMissing,
  unknownStageReference,
  unpinnedBaseImage,
  unsuffixedDistrolessImage,
  untrustedRegistry,
  unusedStage,
  unusedSuppression,
  userWithoutPasswdEntry,
  venvInterpreterMissing,
];
