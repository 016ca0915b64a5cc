import type { Stage } from '../model/model';
import { isWorkplace, shippedSteps } from './facts/shipped';
import type { Rule } from './rule';

export const privilegedPortAsNonroot: Rule = {
  id: 'privileged-port-as-nonroot',
  severity: 'hint',
  serves: ['portability', 'security'],
  summary: 'A program that does not run as root is to listen on a port below 1024.',
  fixable: 'no',
  check({ finalStage, project }) {
    const { user } = finalStage.end;
    if (!user.known || user.value.uid === 0 || isWorkplace(finalStage, project) || mayBind(finalStage))
      return [];
    // The user is the file's choice, or that of an image without root such as distroless' nonroot.
    return shippedSteps(finalStage).flatMap(({ instruction }) => {
      if (instruction.kind !== 'expose') return [];
      return instruction.words.flatMap(({ raw, span }) => {
        const port = Number(/^(\d+)(\/(tcp|udp))?$/i.exec(raw)?.[1] ?? 0);
        if (port === 0 || port >= 1024) return [];
        return [
          {
            at: span,
            message: `The image runs as ${user.value.written}, and not every platform lets a user without privileges listen on port ${port}: on older Docker and on Kubernetes it is "permission denied". A port from 1024 on works everywhere; publish it as ${port}.`,
          },
        ];
      });
    });
  },
};

/** The capability is given to the program, or the user changes before it starts. */
function mayBind(stage: Stage): boolean {
  return shippedSteps(stage).some(({ instruction }) =>
    /setcap|cap_net_bind|libcap|gosu|su-exec|\bsudo\b|authbind/i.test(instruction.body.text),
  );
}
