import { goCallsOf, type GoCall } from '../ecosystems/go/calls';
import type { Stage } from '../model/model';
import type { Project } from '../project/project';
import { withNeeded } from './facts/stage-references';
import type { Rule } from './rule';

/**
 * Go compiles for any platform on any platform. Flagged where cgo is off, since a C compiler for the target would be
 * needed otherwise.
 */
export const builderNotCrossCompiling: Rule = {
  id: 'builder-not-cross-compiling',
  severity: 'hint',
  offByDefault: true,
  serves: ['rebuild speed', 'portability'],
  summary:
    'A Go builder stage runs on the platform that it builds for, emulated where that is a foreign one.',
  fixable: 'review',
  check({ model, finalStage, project }) {
    return [...withNeeded([finalStage], model)].flatMap((stage) => {
      const { image, platform } = stage.from;
      if (stage.ships || stage.base.kind !== 'image' || stage.image?.language !== 'go' || !image || platform)
        return [];
      const calls = buildsOf(stage, project);
      if (calls.length === 0 || !calls.every(isStatic) || calls.some(isForOnePlatform)) return [];
      const aimed = calls.every(aimsAtTarget);
      const at = image.span.start;
      return [
        {
          at: image.span,
          message: `In a build for several platforms this stage runs once for each, emulated where it is a foreign one, and that is slow. Go compiles for all of them on the platform of the builder: FROM --platform=$BUILDPLATFORM${aimed ? '' : ', with GOOS=$TARGETOS GOARCH=$TARGETARCH for go build'}.`,
          fixes: aimed
            ? [
                {
                  title: 'Run this stage on the platform of the builder',
                  safety: 'review' as const,
                  edits: () => [
                    {
                      span: { start: at, end: at },
                      newText: '--platform=$BUILDPLATFORM ',
                      reason: 'Go cross-compiles',
                    },
                  ],
                },
              ]
            : [],
        },
      ];
    });
  },
};

function buildsOf(stage: Stage, project: Project): readonly GoCall[] {
  return stage.steps.flatMap(({ commands }, index) =>
    (commands ?? []).flatMap((command) => {
      const soFar = { steps: stage.steps.slice(0, index), base: stage.base, image: stage.image };
      const found = goCallsOf(command, soFar, project);
      return found?.known ? found.value.calls.filter(({ go }) => go.verb === 'build') : [];
    }),
  );
}

function isStatic({ command }: GoCall): boolean {
  const setting = command.env.get('CGO_ENABLED');
  return setting?.known === true && setting.value === '0';
}

/** `GOARCH=amd64`: the author builds for this platform alone. */
function isForOnePlatform({ command }: GoCall): boolean {
  return command.env.get('GOARCH')?.known === true;
}

/** `GOARCH=$TARGETARCH`, in the command or before it: its value is only known when the build runs. */
function aimsAtTarget({ command }: GoCall): boolean {
  return command.command.assignments.some(
    ({ name, value }) => name === 'GOARCH' && value.raw.includes('TARGETARCH'),
  );
}
