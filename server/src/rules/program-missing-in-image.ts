import type { JsonItem } from '../dockerfile/ast';
import type { Stage, Start, State, Step } from '../model/model';
import type { Project } from '../project/project';
import type { ShellScript } from '../shell/ast';
import { parseShell } from '../shell/parse';
import type { Span } from '../text/span';
import { entrypointOf } from './facts/entrypoint';
import { missingProgram } from './facts/missing-program';
import { chainOf } from './facts/shipped';
import type { Finding, Rule } from './rule';

export const programMissingInImage: Rule = {
  id: 'program-missing-in-image',
  severity: 'error',
  serves: ['portability'],
  summary: 'An instruction runs a program that the image does not have.',
  fixable: 'review',
  check({ model, finalStage, project }) {
    return [
      ...startFindings(finalStage, project),
      ...healthFindings(finalStage, project),
      ...model.stages.flatMap((stage) =>
        stage.image?.shell === null
          ? stage.steps.flatMap((step, at) => runFinding(stage, step, at, project))
          : [],
      ),
    ];
  },
};

interface Use {
  readonly program: string;
  readonly at: Span;
  /** Exec form: the span can be replaced by another string. */
  readonly exec: boolean;
  readonly consequence: string;
}

/** Of ENTRYPOINT and CMD the one that names the program. */
function startFindings(stage: Stage, project: Project): readonly Finding[] {
  const entrypoint = entrypointOf(stage);
  const start = entrypoint === 'none' ? stage.end.cmd : entrypoint;
  if (!start?.instruction) return [];
  return usesOf(start, stage, 'the container cannot start').flatMap((use) =>
    finding(use, stage, stage.end, project),
  );
}

function healthFindings(stage: Stage, project: Project): readonly Finding[] {
  const steps = chainOf(stage).flatMap((each) => [...each.steps].reverse());
  const instruction = steps.find((step) => step.instruction.kind === 'healthcheck')?.instruction;
  if (instruction?.kind !== 'healthcheck' || instruction.disabled || !instruction.arguments) return [];
  const { arguments: args } = instruction;
  const consequence = 'every check fails and the container is reported unhealthy';
  const uses =
    args.form === 'exec'
      ? execUse(args.items, consequence)
      : stage.image?.shell === null
        ? []
        : shellUses(parseShell(args.text), consequence);
  return uses.flatMap((use) => finding(use, stage, stage.end, project));
}

function runFinding(
  stage: Stage,
  { instruction, before }: Step,
  index: number,
  project: Project,
): readonly Finding[] {
  if (instruction.kind !== 'run' || instruction.arguments.form !== 'exec') return [];
  return execUse(instruction.arguments.items, 'the build stops here').flatMap((use) =>
    finding(use, stage, before, project, index),
  );
}

function usesOf(start: Start, stage: Stage, consequence: string): readonly Use[] {
  const args = start.instruction?.arguments;
  if (args?.form === 'exec') return execUse(args.items, consequence);
  // Without a shell the shell form itself is the fault, of which another rule tells.
  return start.script && stage.image?.shell !== null ? shellUses(start.script, consequence) : [];
}

function execUse([first]: readonly JsonItem[], consequence: string): readonly Use[] {
  return first ? [{ program: first.value, at: first.span, exec: true, consequence }] : [];
}

/** The first command of a script, which runs in any case; one with an alternative behind `||` may be meant to fail. */
function shellUses({ commands, fault }: ShellScript, consequence: string): readonly Use[] {
  const [first, second] = commands;
  const word = first?.words[0];
  if (fault || !first || word?.literal === undefined || first.runs !== 'always' || word.glob) return [];
  const gives = second?.words[0]?.literal;
  if (first.follower === '||' && gives !== 'exit' && gives !== 'false' && gives !== 'kill') return [];
  return [{ program: word.literal, at: word.span, exec: false, consequence }];
}

function finding(use: Use, stage: Stage, state: State, project: Project, end?: number): readonly Finding[] {
  const missing = missingProgram(stage, use.program, state, project, end);
  if (!missing) return [];
  const image = stage.image?.reference.raw ?? 'the image';
  const { elsewhere } = missing;
  if (elsewhere !== undefined) {
    const newText = use.exec ? JSON.stringify(elsewhere) : elsewhere;
    return [
      {
        at: use.at,
        message: `"${use.program}" is looked for on PATH only, and it is at ${elsewhere}: ${use.consequence}.`,
        fixes: [
          {
            title: `Write ${elsewhere}`,
            safety: 'review',
            edits: () => [
              { span: use.at, newText, reason: 'The place of the program, which is not on PATH' },
            ],
          },
        ],
      },
    ];
  }
  const advice = use.program.includes('/')
    ? 'Nothing in the file puts a program there'
    : stage.image?.shell === null
      ? 'Copy it from another stage, or run a program that the image has'
      : 'Install it, or use a program that the image has';
  return [{ at: use.at, message: `${image} has no ${use.program}: ${use.consequence}. ${advice}.` }];
}
