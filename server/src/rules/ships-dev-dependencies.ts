import type { Stage, Step } from '../model/model';
import { originOf, within } from '../model/paths';
import type { Project } from '../project/project';
import { joinPath } from '../text/path';
import { oncePer, oncePerPair } from '../text/remember';
import { dependencyInstall, type DependencyInstall } from './facts/dependency-install';
import {
  type DevelopmentPart,
  developmentPart,
  leavesOutNode,
  nodeDevelopment,
  productionOption,
} from './facts/development-dependencies';
import { startMayUse } from './facts/node-start';
import { calledAs } from './facts/run-edits';
import { chainOf, isWorkplace, shippedSteps } from './facts/shipped';
import { purposeOf } from './facts/start';
import type { Finding, Fix, Rule } from './rule';

/** Only where the project's manifest, or the command itself, says that there are development packages. */
export const shipsDevDependencies: Rule = {
  id: 'ships-dev-dependencies',
  severity: 'warning',
  serves: ['size', 'security'],
  summary: 'Packages for development alone are installed in, or copied into, the image that ships.',
  fixable: 'review',
  check({ finalStage, project }) {
    if (isWorkplace(finalStage, project) || purposeOf(finalStage, project) !== 'program') return [];
    return [...installedHere(finalStage, project), ...copiedHere(finalStage, project)];
  },
};

interface Installed {
  readonly install: DependencyInstall;
  readonly step: Step;
  readonly stage: Stage;
  readonly part: DevelopmentPart;
}

function installedHere(stage: Stage, project: Project): readonly Finding[] {
  const found = developmentInstalls(stage, project).filter(
    (each) => !isNode(each) || !isUsed(each, stage, project),
  );
  return found.map(({ install, part: { what, someImported }, step }) => ({
    at: calledAs(install.command, install.verb?.literal ?? ''),
    message: `This installs what only development needs (${what}), and this stage ships: a larger image, and more packages that may have holes.${buildsAfter(stage, step) ? ' Build in an earlier stage, and copy the result and the packages that run.' : ''}`,
    // Without all of them the program would not start.
    fixes: buildsAfter(stage, step) || someImported ? [] : leaveOut(install),
  }));
}

function copiedHere(stage: Stage, project: Project): readonly Finding[] {
  const cleaned = shippedSteps(stage).some(({ commands }) =>
    commands?.some((command) => prunes(command.command.words)),
  );
  if (cleaned) return [];
  return shippedSteps(stage).flatMap(({ copy }): readonly Finding[] => {
    if (copy?.from.kind !== 'stage') return [];
    const { stage: builder } = copy.from;
    return copy.sources.flatMap((source, index): readonly Finding[] => {
      const word = copy.instruction.sources[index];
      if (!word || !source.known) return [];
      const path = joinPath('/', source.value).replace(/(.)\/$/, '$1');
      const found = developmentInstalls(builder, project).find((each) => {
        const { cwd } = each.install.command;
        return (
          isNode(each) &&
          cwd.known &&
          within(joinPath(cwd.value, 'node_modules'), path) &&
          !isUsed(each, stage, project)
        );
      });
      if (!found) return [];
      return [
        {
          at: word.span,
          message: `The node_modules that is copied here holds what only development needs (${found.part.what}). Install for production in a stage of its own, or prune before it is copied.`,
          related: [
            {
              at: calledAs(found.install.command, found.install.verb?.literal ?? ''),
              message: 'Installed here.',
            },
          ],
        },
      ];
    });
  });
}

/** Installations of a stage that bring development packages and keep them. */
const developmentInstalls: (stage: Stage, project: Project) => readonly Installed[] = oncePerPair(
  (stage, project) => {
    const found = chainOf(stage).flatMap((each) =>
      each.steps.flatMap((step) =>
        (step.commands ?? []).flatMap((command): readonly Installed[] => {
          const install = dependencyInstall(command);
          if (!install || configuredEarlier(install, stage)) return [];
          const part = developmentPart(install, step, each, project);
          return part === undefined ? [] : [{ install, step, stage: each, part }];
        }),
      ),
    );
    if (found.length === 0) return [];
    const commands = shippedSteps(stage).flatMap((step) => step.commands ?? []);
    const prunedLater = commands.some(
      (command) => prunes(command.command.words) || isProduction(dependencyInstall(command)),
    );
    return prunedLater ? [] : found;
  },
);

/** `bundle config set without ...`, `npm config set omit dev`: in a RUN of its own, or by a file of settings. */
function configuredEarlier({ tool }: DependencyInstall, stage: Stage): boolean {
  const { bundle, others } = configured(stage);
  return tool === 'bundle' ? bundle : others;
}

const configured: (stage: Stage) => { readonly bundle: boolean; readonly others: boolean } = oncePer(
  (stage) => {
    const steps = shippedSteps(stage);
    const runs = (name: RegExp): boolean =>
      steps.some(({ commands }) =>
        commands?.some(({ command }) => name.test(command.words.map(({ raw }) => raw).join(' '))),
      );
    const copiesSettings = steps.some(({ copy }) =>
      copy?.instruction.sources.some(({ value }) => value.includes('.bundle')),
    );
    return {
      bundle: copiesSettings || runs(/\bbundle(r)? config\b|\.bundle\b/),
      others: runs(/\b(npm|yarn|pnpm|composer|poetry) config\b/),
    };
  },
);

function prunes(words: DependencyInstall['command']['command']['words']): boolean {
  const text = words.map(({ raw }) => raw).join(' ');
  return /\b(npm|pnpm|yarn) prune\b|\bnode-prune\b|\brm\b.*(node_modules|vendor)|\bworkspaces focus\b|\bpnpm deploy\b|\bbundle clean\b/.test(
    text,
  );
}

function isProduction(install: DependencyInstall | undefined): boolean {
  if (!install || install.operands.length > 0) return false;
  if (/^(npm|yarn|pnpm|bun)$/.test(install.tool)) return leavesOutNode(install);
  return install.tool === 'composer' && install.args.includes('--no-dev');
}

function isNode({ install }: Installed): boolean {
  return /^(npm|yarn|pnpm|bun)$/.test(install.tool);
}

function isUsed({ install, step, stage }: Installed, final: Stage, project: Project): boolean {
  const { cwd } = install.command;
  const origin = cwd.known
    ? originOf(stage, joinPath(cwd.value, 'package.json'), project, stage.steps.indexOf(step))
    : undefined;
  const text = origin?.kind === 'context' ? project.read(origin.path) : undefined;
  return startMayUse(nodeDevelopment(text), final, project);
}

/** Then the development packages are wanted up to that point. */
function buildsAfter(stage: Stage, step: Step): boolean {
  const steps = shippedSteps(stage);
  return steps
    .slice(steps.indexOf(step))
    .some(({ commands }) => commands?.some(({ effects }) => effects.some(({ kind }) => kind === 'builds')));
}

function leaveOut(install: DependencyInstall): readonly Fix[] {
  const option = productionOption(install);
  const at = install.verb?.span.end;
  if (option === undefined || at === undefined) return [];
  return [
    {
      title: `Install with ${option}`,
      safety: 'review',
      edits: () => [
        {
          span: { start: at, end: at },
          newText: ` ${option}`,
          reason: 'Leaves out what only development needs',
        },
      ],
    },
  ];
}
