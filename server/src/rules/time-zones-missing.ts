import { hasTimeZones } from '../images/carried';
import type { Stage } from '../model/model';
import type { Project } from '../project/project';
import { copyOf, isMissing, linesBehind, setsVariable, staticInsteadOfScratch } from './facts/runtime-files';
import { shippedSteps } from './facts/shipped';
import { shippedGoProgram, sourceCalls, type ShippedGoProgram } from './facts/shipped-go-program';
import type { Fix, Rule } from './rule';

export const timeZonesMissing: Rule = {
  id: 'time-zones-missing',
  severity: 'error',
  serves: ['portability'],
  summary: 'The program looks up time zones by name, and the image has no time zone data.',
  fixable: 'review',
  check({ model, finalStage, project }) {
    const { image } = finalStage;
    if (!image || hasTimeZones(image) !== false || bringsZones(finalStage, project)) return [];
    const program = shippedGoProgram(finalStage, project);
    const zone = program && zoneOf(program);
    if (!program || !zone) return [];
    return [
      {
        at: program.start.at,
        message: `The program looks up the time zone ${zone.name} (${zone.where}), and ${image.reference.raw} has no time zone data: it gets the error "unknown time zone ${zone.name}".`,
        fixes: fixesOf(finalStage, program, model.dockerfile.newline),
      },
    ];
  },
};

function bringsZones(stage: Stage, project: Project): boolean {
  if (setsVariable(stage, ['ZONEINFO'])) return true;
  if (!isMissing(stage, '/usr/share/zoneinfo', project, /^(ca-certificates|tini|dumb-init|curl)$/))
    return true;
  return shippedSteps(stage).some(
    ({ instruction }) =>
      (instruction.kind === 'copy' || instruction.kind === 'add') &&
      /zoneinfo|tzdata/.test(instruction.body.text),
  );
}

/** A name that only the data can answer: UTC and Local need none. */
function zoneOf({ built, reachable }: ShippedGoProgram): { name: string; where: string } | undefined {
  if (reachable.external.includes('time/tzdata')) return undefined;
  const tags = built.call.go.flags.get('tags');
  if (built.call.command.env.has('GOFLAGS') || (tags && !(tags.known && !tags.value.includes('timetzdata'))))
    return undefined;
  for (const { callee, where, textsOf } of sourceCalls(reachable)) {
    if (callee !== 'time.LoadLocation') continue;
    const name = textsOf(0).find(
      ({ text, isComplete, hasUnknownStart }) => isComplete && !hasUnknownStart && /^[A-Z]\w+\/\w/.test(text),
    );
    if (name) return { name: name.text, where };
  }
  return undefined;
}

const data = '/usr/local/go/lib/time/zoneinfo.zip';

function fixesOf(stage: Stage, { built }: ShippedGoProgram, newline: string): readonly Fix[] {
  const copy = copyOf(stage, built.stage);
  const builder = built.stage.name ?? String(built.stage.index);
  const isGolang = built.stage.image?.reference.repository === 'golang';
  const copied =
    copy && isGolang
      ? linesBehind(copy, [`COPY --from=${builder} ${data} /zoneinfo.zip`, 'ENV ZONEINFO=/zoneinfo.zip'], {
          title: `Copy the time zones of Go from stage ${builder}`,
          reason: 'The program looks up time zones by name',
          newline,
        })
      : undefined;
  return [copied, staticInsteadOfScratch(stage)].filter((fix) => fix !== undefined);
}
