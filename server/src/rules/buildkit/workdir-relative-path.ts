import type { Word } from '../../dockerfile/ast';
import type { BuildModel, Stage, State } from '../../model/model';
import { expand } from '../../model/scope';
import { joinPath } from '../../text/path';
import type { Fix, Rule } from '../rule';
import { buildkitCheck, type CheckFinding } from './facts/check';

/** Looked at is the first WORKDIR of a stage and of the stages that it is built on: the later ones stand on it. */
export const workdirRelativePath: Rule = buildkitCheck({
  id: 'WorkdirRelativePath',
  aliases: ['DL3000'],
  severity: 'warning',
  serves: ['reproducibility'],
  summary: 'A WORKDIR depends on the working directory of the base image.',
  fixable: 'safe',
  find({ model }) {
    return model.stages.flatMap((stage) => judge(stage, model));
  },
});

function judge(stage: Stage, { dockerfile: { escape } }: BuildModel): readonly CheckFinding[] {
  if (inheritsWorkdir(stage)) return [];
  const first = stage.steps.find(({ instruction }) => instruction.kind === 'workdir');
  if (first?.instruction.kind !== 'workdir') return [];
  const { instruction, before } = first;
  const [word] = instruction.words;
  if (!word) return [];
  const { env, args } = before;
  const path = expand(word, escape, { env, args, baseEnvKnown: stage.image !== undefined });
  // `C:\app` is absolute where the image is a Windows one.
  if (!path.known || path.value.startsWith('/') || /^[a-z]:|^\\/i.test(path.value)) return [];
  const fix = absolute(word, path.value, before);
  return [
    {
      at: word.span,
      message: `"${path.value}" lies below the working directory of the base image, which can change with the next version of that image. Write the path from the root.`,
      ...(fix ? { fixes: [fix] } : {}),
      skippedAbove: instruction,
    },
  ];
}

function inheritsWorkdir({ base }: Stage): boolean {
  if (base.kind !== 'stage') return false;
  return (
    base.stage.steps.some(({ instruction }) => instruction.kind === 'workdir') || inheritsWorkdir(base.stage)
  );
}

/** The same folder written from the root, where the base image's working directory is known. */
function absolute({ raw, span }: Word, path: string, { workdir }: State): Fix | undefined {
  if (!workdir.known || raw !== path || /["'\\`\s]/.test(raw)) return undefined;
  const joined = joinPath(workdir.value, path);
  return {
    title: `Write ${joined}`,
    safety: 'safe',
    edits: () => [{ span, newText: joined, reason: 'The base image may change its working directory' }],
  };
}
