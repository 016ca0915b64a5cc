import { ecosystems } from '../ecosystems/all';
import type { Program } from '../ecosystems/ecosystem';
import type { Stage } from '../model/model';
import { appliesTo } from '../project/applies';
import type { Project } from '../project/project';
import { entrypointOf } from './facts/entrypoint';
import { fromToken, isWorkplace, shippedSteps, spellsOutImage } from './facts/shipped';
import type { Rule } from './rule';

const target = 'gcr.io/distroless/static-debian13';

export const couldBeDistroless: Rule = {
  id: 'could-be-distroless',
  severity: 'information',
  serves: ['size', 'security'],
  summary: 'The image that ships runs one static program and nothing else of its operating system.',
  fixable: 'review',
  check({ finalStage, project }) {
    const { image, base } = finalStage;
    if (image?.role !== 'os' || base.kind !== 'image' || isWorkplace(finalStage, project)) return [];
    const replaced = [...project.overrides, ...project.probes].some((each) => appliesTo(each, finalStage));
    if (replaced || !needsNoSystem(finalStage)) return [];
    const argv = startOf(finalStage);
    const program = argv && programOf(finalStage, argv, project);
    if (!argv || !program || !standsAlone(program)) return [];
    if (healthProgram(finalStage) !== undefined && healthProgram(finalStage) !== argv[0]) return [];
    const at = fromToken(finalStage);
    const replaceable =
      spellsOutImage(finalStage) && base.reference.digest === undefined && !installs(finalStage);
    return [
      {
        at,
        message: `The only program that this image runs, ${argv[0] ?? ''}, is static: it needs nothing of ${image.reference.raw}, whose shell and packages ship for those who break in. ${target} has CA certificates, time zones, /tmp and nothing else.`,
        ...(replaceable
          ? {
              fixes: [
                {
                  title: `Ship on ${target}`,
                  safety: 'review' as const,
                  edits: () => [
                    { span: at, newText: target, reason: 'The program is static and runs alone' },
                  ],
                },
              ],
            }
          : {}),
      },
    ];
  },
};

/** What an image without shell keeps: files, metadata, a numeric user; packages only of what distroless has too. */
function needsNoSystem(stage: Stage): boolean {
  const { user } = stage.end;
  if (
    !user.known ||
    user.value.uid === undefined ||
    (user.value.group !== undefined && !/^\d+$/.test(user.value.group))
  )
    return false;
  return shippedSteps(stage).every(({ instruction, commands, copy }) => {
    switch (instruction.kind) {
      case 'run':
        return (
          commands?.every(({ effects }) =>
            effects.every(
              (effect) =>
                (effect.kind === 'packages' &&
                  effect.packages.every(({ name }) => /^(ca-certificates(-bundle)?|tzdata)$/.test(name))) ||
                (effect.kind === 'removes' &&
                  effect.path.known &&
                  /^\/var\/(lib\/apt|cache\/apk)/.test(effect.path.value)),
            ),
          ) === true
        );
      case 'copy':
      case 'add':
        return copy?.destination.known === true && !/^\d*[a-z]/i.test(copy.instruction.chown?.value ?? '');
      case 'shell':
      case 'onbuild':
      case 'unknown':
        return false;
      default:
        return true;
    }
  });
}

function installs(stage: Stage): boolean {
  return shippedSteps(stage).some(({ instruction }) => instruction.kind === 'run');
}

/** ENTRYPOINT and CMD in exec form; undefined for shells, and where nothing is started. */
function startOf(stage: Stage): readonly string[] | undefined {
  const entrypoint = entrypointOf(stage);
  const { cmd } = stage.end;
  const own = cmd?.instruction ? cmd : undefined;
  if (entrypoint === undefined || own?.form === 'shell') return undefined;
  if (entrypoint !== 'none')
    return entrypoint.form === 'exec' ? [...entrypoint.argv, ...(own?.argv ?? [])] : undefined;
  return own?.argv;
}

function healthProgram(stage: Stage): string | undefined {
  const check = shippedSteps(stage).findLast(
    ({ instruction }) => instruction.kind === 'healthcheck',
  )?.instruction;
  if (check?.kind !== 'healthcheck' || check.disabled || !check.arguments) return undefined;
  return check.arguments.form === 'exec' ? check.arguments.items[0]?.value : 'a shell';
}

function programOf(stage: Stage, argv: readonly string[], project: Project): Program | undefined {
  const { workdir } = stage.end;
  if (!workdir.known) return undefined;
  for (const ecosystem of ecosystems) {
    const program = ecosystem.analyseProgram({
      stage,
      project,
      argv,
      at: fromToken(stage),
      workdir: workdir.value,
      environment: new Map(),
    });
    if (program) return program.kind === 'program' ? program : undefined;
  }
  return undefined;
}

/** Static as it is built now, and it starts no other program. */
function standsAlone({ libc, libraries, corrections, spawns, unsure }: Program): boolean {
  return (
    libc === 'none' &&
    libraries.length === 0 &&
    corrections.length === 0 &&
    unsure.length === 0 &&
    spawns.known &&
    spawns.value.length === 0
  );
}
