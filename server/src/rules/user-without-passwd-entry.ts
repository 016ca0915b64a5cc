import type { Word } from '../dockerfile/ast';
import type { BuildModel, Stage } from '../model/model';
import type { Project } from '../project/project';
import { hasNoUser, uidGiven } from './facts/known-users';
import { shippedSteps } from './facts/shipped';
import type { Finding, Rule } from './rule';

export const userWithoutPasswdEntry: Rule = {
  id: 'user-without-passwd-entry',
  severity: 'error',
  serves: ['portability', 'security'],
  summary: 'USER or --chown names a user that the image does not have.',
  fixable: 'review',
  check({ model, finalStage, project }) {
    return [
      ...userFindings(model, finalStage, project),
      ...model.stages.flatMap((stage) => ownerFindings(stage, project)),
    ];
  },
};

const userName = /^[a-z_][a-z0-9_-]*$/i;

function userFindings(model: BuildModel, stage: Stage, project: Project): readonly Finding[] {
  const { user } = stage.end;
  const last = shippedSteps(stage).findLast(({ instruction }) => instruction.kind === 'user')?.instruction;
  const word = last?.kind === 'user' ? last.words[0] : undefined;
  if (!user.known || !word || user.value.uid !== undefined) return [];
  const name = user.value.written;
  if (!userName.test(name) || !hasNoUser(stage, name, project)) return [];
  const elsewhere = model.stages.find((each) => each !== stage && makesUser(each, name));
  const because = elsewhere
    ? `the stage "${elsewhere.name ?? String(elsewhere.index)}" makes it, and its /etc/passwd stays there`
    : 'nothing in the file makes it';
  const uid = uidGiven(model.stages, name) ?? usualUids[name] ?? 65532;
  const group =
    user.value.group === undefined || !/^\d+$/.test(user.value.group) ? String(uid) : user.value.group;
  const newText = `${uid}:${group}`;
  const replaceable = isPlain(word);
  return [
    {
      at: word.span,
      message: `${stage.image?.reference.raw ?? 'The image'} has no user ${name} (${because}): the container does not start, "unable to find user ${name}". A number needs no entry in /etc/passwd.`,
      ...(replaceable
        ? {
            fixes: [
              {
                title: `Run as ${newText}`,
                safety: 'review' as const,
                edits: () => [{ span: word.span, newText, reason: `The image has no user ${name}` }],
              },
            ],
          }
        : {}),
    },
  ];
}

const usualUids: Readonly<Record<string, number>> = { nonroot: 65532, nobody: 65534 };

function isPlain({ raw, value }: Word): boolean {
  return raw === value && !raw.includes('$');
}

function makesUser(stage: Stage, name: string): boolean {
  return stage.steps.some(({ commands }) =>
    commands?.some(({ effects }) =>
      effects.some((effect) => effect.kind === 'adds-user' && effect.name === name),
    ),
  );
}

/** The builder looks names up in the stage that it copies to. */
function ownerFindings(stage: Stage, project: Project): readonly Finding[] {
  return stage.steps.flatMap(({ copy }, index) => {
    const flag = copy?.instruction.chown;
    const name = flag?.value?.split(':')[0];
    if (!flag?.valueSpan || name === undefined || !userName.test(name)) return [];
    if (!hasNoUser(stage, name, project, index)) return [];
    return [
      {
        at: flag.valueSpan,
        message: `${stage.image?.reference.raw ?? 'The image'} has no user ${name} to give the files to: the build stops here. A number needs no entry in /etc/passwd.`,
      },
    ];
  });
}
