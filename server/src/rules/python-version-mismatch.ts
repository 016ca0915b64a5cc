import type { Stage } from '../model/model';
import { arrangesPython, bringsPython, copiedEnvironments, pythonOf } from './facts/python-environments';
import { shippedSteps } from './facts/shipped';
import type { Finding, Rule } from './rule';

export const pythonVersionMismatch: Rule = {
  id: 'python-version-mismatch',
  severity: 'error',
  serves: ['portability', 'reproducibility'],
  summary: 'Packages for one version of Python are copied into an image that has another.',
  fixable: 'no',
  check({ finalStage }) {
    const runtime = pythonOf(finalStage);
    if (runtime === undefined || bringsPython(finalStage)) return [];
    const environments = copiedEnvironments(finalStage).flatMap(
      ({ word, stage, kind, made }): readonly Finding[] => {
        const version = pythonOf(stage);
        if (version === undefined || version === runtime || arrangesPython(stage)) return [];
        const what = kind === 'venv' ? 'This virtual environment is' : 'These packages are';
        return [
          {
            at: word.span,
            message: `${what} made for Python ${version} of ${imageOf(stage)}, and ${imageOf(finalStage)} has ${runtime}, which looks in lib/python${runtime} alone: the program finds none of its packages. Use one version in both stages.`,
            related: [{ at: made, message: `Installed here, for Python ${version}.` }],
          },
        ];
      },
    );
    return [...environments, ...versionedPaths(finalStage, runtime)];
  },
};

function imageOf({ image }: Stage): string {
  return image?.reference.raw ?? 'its image';
}

/** `COPY ... /usr/local/lib/python3.12/site-packages` where the image has another Python. */
function versionedPaths(stage: Stage, runtime: string): readonly Finding[] {
  return shippedSteps(stage).flatMap(({ copy }) => {
    const target = copy?.instruction.destination;
    if (!copy || !target || !copy.destination.known) return [];
    const version = /^\/usr\/(?:local\/)?lib\/python(3\.\d+)\/(?:site|dist)-packages(?:\/|$)/.exec(
      copy.destination.value,
    )?.[1];
    if (version === undefined || version === runtime) return [];
    return [
      {
        at: target.span,
        message: `${imageOf(stage)} has Python ${runtime}, which does not look in lib/python${version}: the program does not find these packages.`,
      },
    ];
  });
}
