import type { Stage } from '../model/model';
import type { BaseImage } from '../images/image';
import { isWorkplace, rootOf, shippedSteps } from './facts/shipped';
import { purposeOf, startCommands, startsUnreadScript } from './facts/start';
import { toolchainImage, toolchainPackages, type ShippedToolchain } from './facts/toolchain';
import type { Finding, Rule } from './rule';

export const finalStageShipsToolchain: Rule = {
  id: 'final-stage-ships-toolchain',
  severity: 'warning',
  serves: ['size', 'security'],
  summary: 'The final stage of a multi-stage build still carries a compiler or a development kit.',
  fixable: 'no',
  answeredByConversion: true,
  check({ model, finalStage, project }) {
    if (model.stages.length < 2 || isWorkplace(finalStage, project)) return [];
    const purpose = purposeOf(finalStage, project);
    if (purpose !== 'program' && purpose !== 'compiles') return [];
    const image = toolchainImage(finalStage);
    const packages = toolchainPackages(finalStage);
    if (purpose === 'compiles') {
      return image ? [{ at: image.at, message: compilesMessage(image), related: relatedTo(finalStage) }] : [];
    }
    if (image && finalStage.image && isDoneCompiling(finalStage)) {
      if (worksOnSources(finalStage) || servesWar(finalStage) || fetchesModules(finalStage)) return [];
      return [
        { at: image.at, message: imageMessage(image, finalStage.image), related: relatedTo(finalStage) },
      ];
    }
    const [first] = packages;
    // A script that cannot be read may well call the compiler: CI images are made like that.
    if (!first || startsUnreadScript(finalStage, project)) return [];
    const names = packages.map(({ what }) => what).join(', ');
    return [{ at: first.at, message: packagesMessage(names, packages.length > 1) }];
  },
};

/** Evidence that the program is made before it runs: it comes from another stage, or is compiled here. */
function isDoneCompiling(stage: Stage): boolean {
  return shippedSteps(stage).some(
    ({ copy, commands }) =>
      copy?.from.kind === 'stage' ||
      commands?.some(({ effects }) => effects.some((effect) => effect.kind === 'builds')),
  );
}

/** A finished program beside all sources, which this stage does not compile: a tool that works on them, as an updater does. */
function worksOnSources(stage: Stage): boolean {
  const steps = shippedSteps(stage);
  const compiles = steps.some(({ commands }) =>
    commands?.some(({ effects }) => effects.some((effect) => effect.kind === 'builds')),
  );
  const takesAll = steps.some(
    ({ copy }) =>
      copy?.from.kind === 'context' &&
      copy.sources.some((source) => source.known && /^(\.\/?|\/)$/.test(source.value)),
  );
  return takesAll && !compiles;
}

/** Version control beside the Go toolchain, and nothing that is compiled here: the program calls both, as a module proxy does. */
function fetchesModules(stage: Stage): boolean {
  const effects = shippedSteps(stage).flatMap(({ commands }) =>
    (commands ?? []).flatMap((each) => each.effects),
  );
  return (
    stage.image?.language === 'go' &&
    !effects.some(({ kind }) => kind === 'builds') &&
    effects.some((effect) => effect.kind === 'packages' && effect.packages.some(({ name }) => name === 'git'))
  );
}

/** A web archive for a server that was not read: it may compile pages (JSP) with the development kit. */
function servesWar(stage: Stage): boolean {
  const isWar = (path: string): boolean => path.endsWith('.war');
  const copied = shippedSteps(stage).some(
    ({ copy }) =>
      copy?.from.kind === 'stage' && copy.sources.some((source) => source.known && isWar(source.value)),
  );
  return (
    copied && !startCommands(stage).some((words) => words.some((word) => word !== undefined && isWar(word)))
  );
}

function imageMessage({ what }: ShippedToolchain, { language }: BaseImage): string {
  const instead =
    language === 'java'
      ? 'A jar needs a Java runtime (JRE) only'
      : language === 'dotnet'
        ? 'The program needs the .NET runtime only'
        : 'The program runs without it';
  return `The final stage ships ${what}. ${instead}: build it in an earlier stage and base this one on a runtime image, which is smaller and gives an intruder no compiler.`;
}

function compilesMessage({ what }: ShippedToolchain): string {
  return `The program is compiled each time the container starts, so that ${what} ships. Compile it in an earlier stage and start the result: the image shrinks and is up at once.`;
}

function packagesMessage(names: string, several: boolean): string {
  return `${names} ${several ? 'are' : 'is'} installed in the stage that ships. Compilers only serve the build; in the image they cost space and help an intruder. Install ${several ? 'them' : 'it'} in a builder stage and copy the result.`;
}

function relatedTo(stage: Stage): NonNullable<Finding['related']> {
  const root = rootOf(stage);
  return root === stage || !root.from.image
    ? []
    : [{ at: root.from.image.span, message: 'The final stage is built on this image.' }];
}
