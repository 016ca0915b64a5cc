import { known, unknown } from '../../text/fact';
import { slimCounterpart } from '../slim-counterpart';
import type { LanguageRuntimes } from './language';
import { distrolessOfMajor } from './version-match';

/** Where the official images have it. Source: nodejs/docker-node. */
const path = '/usr/local/bin/node';

export const nodeRuntimes: LanguageRuntimes = {
  // Source: nodejs/docker-node.
  user: { name: 'node', uid: 1000 },
  names: /^(\/usr(\/local)?\/bin\/)?node(js)?$/,
  inDistroless: /^nodejs$/,
  distroless: (interpreter) => distrolessOfMajor('nodejs', 'Node.js', interpreter),
  // Not on PATH. Source: GoogleContainerTools/distroless, private/extensions/node.bzl.
  distrolessPath: () => '/nodejs/bin/node',
  carried(interpreter, { builder }) {
    const from =
      interpreter.file ??
      (builder?.reference.repository === 'node' && builder.family === 'official' ? path : undefined);
    if (from === undefined) return unknown('where the builder has Node.js is not known');
    const what = interpreter.version === undefined ? 'Node.js' : `Node.js ${interpreter.version}`;
    const reason = `${what} itself, as the builder has it: one file, which needs nothing else of its image`;
    return known({ prepares: [], copies: [{ from, to: from, reason }], env: [] });
  },
  slim: (_, { builder }) => slimCounterpart(builder),
};
