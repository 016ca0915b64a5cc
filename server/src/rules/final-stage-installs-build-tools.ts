import { packagePurpose } from '../model/effects/package-purpose';
import type { RunCommand, Stage } from '../model/model';
import type { Span } from '../text/span';
import { isWorkplace, shippedSteps } from './facts/shipped';
import { purposeOf, startsUnreadScript } from './facts/start';
import { installedToolchains, removesPackages, toolchainImage } from './facts/toolchain';
import type { Rule } from './rule';

/**
 * Packages of the operating system that serve a build alone: make, headers, code generators. Compilers and development
 * kits belong to final-stage-ships-toolchain, and where that has something to say, this one is silent.
 */
export const finalStageInstallsBuildTools: Rule = {
  id: 'final-stage-installs-build-tools',
  severity: 'warning',
  serves: ['size', 'security'],
  summary: 'The final stage of a multi-stage build installs packages that only serve a build.',
  fixable: 'no',
  check({ model, finalStage, project }) {
    if (model.stages.length < 2 || isWorkplace(finalStage, project)) return [];
    if (purposeOf(finalStage, project) !== 'program' || startsUnreadScript(finalStage, project)) return [];
    if (toolchainImage(finalStage) || installedToolchains(finalStage).length > 0) return [];
    const tools = buildPackages(finalStage);
    const [first] = tools;
    if (!first) return [];
    const names = tools.map(({ name }) => name);
    const shown =
      names.length > 6 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
    const several = names.length > 1;
    const libraries = names.every((name) => isHeaders(name));
    return [
      {
        at: first.at,
        message: libraries
          ? `${shown} ${several ? 'bring' : 'brings'} headers, static libraries and all that a compiler wants, into the image that ships. A program that runs needs the ${several ? 'libraries' : 'library'} alone: install ${several ? 'their' : 'its'} runtime package, without -dev in the name.`
          : `${shown} ${several ? 'serve' : 'serves'} a build and nothing that runs, and ${several ? 'ship' : 'ships'} with the image. Install ${several ? 'them' : 'it'} in a builder stage and copy the result.`,
        // What is built here has to move as well.
        ...(libraries || buildsSomething(finalStage) ? { severity: 'information' as const } : {}),
      },
    ];
  },
};

function isHeaders(name: string): boolean {
  return /-(dev|devel)$/.test(name);
}

interface Package {
  readonly name: string;
  readonly at: Span;
}

/** Of the packages that a stage keeps; nothing when it removes any later, since those are nearly always the ones. */
function buildPackages(stage: Stage): readonly Package[] {
  const commands = shippedSteps(stage).flatMap((step) => step.commands ?? []);
  if (commands.some(removesPackages)) return [];
  return commands.flatMap(({ effects }) =>
    effects.flatMap((effect) =>
      effect.kind === 'packages'
        ? effect.packages.filter(
            ({ name }) => packagePurpose(effect.manager, name) === 'build' && !helpers.test(name),
          )
        : [],
    ),
  );
}

function buildsSomething(stage: Stage): boolean {
  const builds = ({ effects }: RunCommand) =>
    effects.some(({ kind }) => kind === 'builds' || kind === 'downloads-dependencies' || kind === 'unknown');
  return shippedSteps(stage).some(({ commands }) => commands?.some(builds));
}

/** They serve other packages or people rather than a build. */
const helpers =
  /^(apt-utils|apt-transport-https|software-properties-common|debconf-utils|aptitude|.*-keyring|yum-utils|dnf-plugins-core|dnf-utils|epel-release|centos-release-scl|man-db|man-pages|upx(-ucl)?|valgrind|.*-(dbg|dbgsym|debuginfo|doc)|shellcheck|texinfo|graphviz-dev|patchelf|check|indent)$/;
