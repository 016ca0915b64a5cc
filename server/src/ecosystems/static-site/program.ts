import type { Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import { variableReferences } from '../../dockerfile/variables';
import type { Stage } from '../../model/model';
import { appliesTo } from '../../project/applies';
import { known } from '../../text/fact';
import { healthOf, type Health } from './health';
import { CONFIG_IN_BUILDER, CONFIG_IN_RUNTIME, configInstruction, SITE_ROOT } from './site-config';
import { sitePlan, type SitePlan } from './site-plan';
import { siteStart } from './start';

/** The web site that the start command serves; undefined when it serves none. */
export function analyseSite(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { stage, project, argv, environment, workdir, at } = request;
  const start = siteStart(stage, project, argv && { argv, environment, cwd: workdir });
  const plan = start && sitePlan(start, request);
  if (plan === undefined) return undefined;
  if (typeof plan === 'string') return { kind: 'refusal', message: plan, at };
  const override = project.overrides.find((each) => appliesTo(each, request.stage));
  if (override) {
    const message = `${override.file} starts this image by a command of its own, which needs what only the image as it is has`;
    return { kind: 'refusal', message, at };
  }
  const health = healthOf(stage, plan.site.port);
  return health.fault ? { kind: 'refusal', ...health.fault } : describe(request, plan, health);
}

function describe({ stage, at }: ProgramRequest, plan: SitePlan, health: Health): Program {
  const { site } = plan;
  const named = namedVariables(stage);
  const fixed = `nginx listens on port ${String(site.port)}, whatever PORT says when the container starts`;
  const warnings = [...plan.warnings, ...(site.portByVariable === true ? [fixed] : [])];
  return {
    kind: 'program',
    language: 'static-site',
    webServer: true,
    healthcheck: health.replacement,
    artefacts: [
      {
        path: site.folder,
        runtimePath: SITE_ROOT + site.base.replace(/\/$/, ''),
        folder: true,
        reason: 'the web site',
      },
      { path: CONFIG_IN_BUILDER, runtimePath: CONFIG_IN_RUNTIME, reason: 'tells nginx how to serve it' },
    ],
    argv: ['nginx', '-g', 'daemon off;'],
    libc: 'none',
    builderImage: stage.image,
    cxxRuntime: false,
    libraries: health.needsCurl ? ['curl'] : [],
    files: [],
    unsure: [],
    writes: [],
    spawns: known([]),
    corrections: [],
    addedInstructions: [
      ...plan.added,
      {
        text: configInstruction(site),
        reason: `the configuration of nginx: it listens on port ${String(site.port)}, as before`,
      },
    ],
    optimisations: () => [],
    // nginx reads no variables; what the pages take in is in them.
    isBuildVariable: (name) => !named.has(name),
    isSource: () => true,
    compiledIn: () => true,
    sourceFolders: [],
    warnings: warnings.map((message) => ({ message, at })),
  };
}

/** Variables that the instructions of the runtime stage are written with: `EXPOSE $PORT`. */
function namedVariables(stage: Stage): ReadonlySet<string> {
  const texts = stage.steps.flatMap(({ instruction }) =>
    ['expose', 'label', 'volume', 'stopsignal', 'healthcheck'].includes(instruction.kind)
      ? [instruction.body.text]
      : [],
  );
  return new Set(texts.flatMap((text) => variableReferences(text).map(({ name }) => name)));
}
