import type { StartInstruction } from '../../dockerfile/ast';
import type { Stage, Step } from '../../model/model';
import { parseShell } from '../../shell/parse';
import { execForm } from '../facts/exec-form';
import type { Fix, Rule } from '../rule';
import { buildkitCheck } from './facts/check';

/** Images that are known to set a shell themselves, which counts as a SHELL instruction. */
const ownShell = /windows|nanoserver|servercore|dotnet\/framework|powershell|micromamba/;

export const jsonArgsRecommended: Rule = buildkitCheck({
  id: 'JSONArgsRecommended',
  aliases: ['DL3025'],
  severity: 'information',
  serves: ['portability', 'maintenance'],
  summary: 'CMD or ENTRYPOINT in shell form: the program may never see the signal to stop.',
  fixable: 'safe',
  find({ model: { stages } }) {
    return stages.flatMap((stage) =>
      stage.steps.flatMap((step, index) => {
        const { instruction } = step;
        if (instruction.kind !== 'cmd' && instruction.kind !== 'entrypoint') return [];
        if (instruction.arguments.form === 'exec' || instruction.body.text === '') return [];
        if (setsShell(stage, stage.steps.slice(0, index))) return [];
        const fix = inExecForm(instruction, step, stage);
        return [
          {
            at: instruction.keywordSpan,
            message: `${instruction.keyword} in shell form starts a shell, which need not pass on the signal to stop. Write it as a JSON array, or set SHELL if the shell is wanted.`,
            ...(fix ? { fixes: [fix] } : {}),
            skippedAbove: instruction,
          },
        ];
      }),
    );
  },
});

/** An explicit SHELL says that a shell is wanted; stages inherit it. */
function setsShell(stage: Stage, steps: readonly Step[]): boolean {
  if (steps.some(({ instruction }) => instruction.kind === 'shell')) return true;
  const { base } = stage;
  if (base.kind === 'stage') return setsShell(base.stage, base.stage.steps);
  return base.kind === 'image' && ownShell.test(base.reference.raw);
}

/**
 * Safe where the program gets the same arguments: a CMD without an ENTRYPOINT. A CMD in shell form hands an ENTRYPOINT
 * the shell; an ENTRYPOINT in shell form takes no arguments, in exec form those of CMD and of the command line.
 */
function inExecForm(instruction: StartInstruction, step: Step, stage: Stage): Fix | undefined {
  if (instruction.innerComments.length > 0 || instruction.arguments.form === 'exec') return undefined;
  const array = execForm(parseShell(instruction.arguments.text));
  if (array === undefined) return undefined;
  const { span } = instruction.arguments;
  const isPlainCmd =
    instruction.kind === 'cmd' &&
    stage.image?.entrypoint?.length === 0 &&
    step.before.entrypoint === undefined &&
    stage.end.entrypoint === undefined;
  return {
    title: `Write ${instruction.keyword} as a JSON array`,
    safety: isPlainCmd ? 'safe' : 'review',
    edits: () => [{ span, newText: array, reason: 'Without a shell the program gets the signals' }],
  };
}
