import type { RunCommand, Stage } from '../model/model';
import { dependencyInstall } from './facts/dependency-install';
import { needsNoCompiler } from './facts/needs-no-compiler';
import { fromToken, isWorkplace, spellsOutImage } from './facts/shipped';
import { purposeOf } from './facts/start';
import type { Rule } from './rule';

/** Languages whose full official images are buildpack-deps with an interpreter. Source: docker-library/official-images. */
const onBuildpacks = ['node', 'python', 'ruby'];

/** Where slim alone would serve, another rule says so. */
export const fullImageInstallsDependencies: Rule = {
  id: 'full-image-installs-dependencies',
  severity: 'information',
  serves: ['size', 'security', 'rebuild speed'],
  summary: 'The only stage installs dependencies on a full image, so that its compilers ship with them.',
  fixable: 'no',
  answeredByConversion: true,
  check({ model, finalStage, project }) {
    const { image, base } = finalStage;
    if (model.stages.length !== 1 || base.kind !== 'image' || !spellsOutImage(finalStage)) return [];
    if (
      !image ||
      image.slim ||
      image.family !== 'official' ||
      !onBuildpacks.includes(base.reference.repository)
    )
      return [];
    if (isWorkplace(finalStage, project) || purposeOf(finalStage, project) !== 'program') return [];
    const install = firstInstall(finalStage);
    if (!install || needsNoCompiler(finalStage, project)) return [];
    const size = image.diskBytes === undefined ? '' : ` (about ${Math.round(image.diskBytes / 1e6)} MB)`;
    return [
      {
        at: fromToken(finalStage),
        message: `${base.reference.raw}${size} carries compilers, headers and version control. They serve while packages are installed, and ship all the same. A builder stage keeps them out of the image.`,
        related: [{ at: install.command.span, message: 'Dependencies are installed here.' }],
      },
    ];
  },
};

function firstInstall(stage: Stage): RunCommand | undefined {
  return stage.steps
    .flatMap(({ commands }) => commands ?? [])
    .find((command) => dependencyInstall(command) !== undefined);
}
