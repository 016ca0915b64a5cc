import { lookUp } from '../catalogue';
import type { BaseImage } from '../image';
import { parseImageReference } from '../reference';
import { known, unknown, type Fact } from '../../text/fact';
import type { LanguageRuntimes } from './language';

/** Where the official images have it. Source: oven-sh/bun, dockerhub. */
const path = '/usr/local/bin/bun';

export const bunRuntimes: LanguageRuntimes = {
  // Source: oven-sh/bun, dockerhub/debian.
  user: { name: 'bun', uid: 1000 },
  names: /^(\/usr\/local\/bin\/)?bun$/,
  // `oven/bun:distroless` stands on Debian 11, whatever the other tags stand on. Source: oven-sh/bun, dockerhub/distroless.
  distroless: () => unknown("Bun's own distroless image stands on a Debian that is no longer updated"),
  distrolessPath: () => path,
  carried(_, { builder }) {
    if (builder?.reference.repository !== 'oven/bun')
      return unknown('where the builder has Bun is not known');
    const copies = [
      {
        from: path,
        to: path,
        reason: 'Bun itself, as the builder has it: one file, which needs nothing else of its image',
      },
    ];
    const env = [
      {
        name: 'BUN_RUNTIME_TRANSPILER_CACHE_PATH',
        value: '0',
        reason: "as in Bun's own images: it keeps no compiled sources",
      },
    ];
    return known({ prepares: [], copies, env });
  },
  slim: (_, { builder }) => slimBun(builder),
};

/** `oven/bun:1.2` -> `oven/bun:1.2-slim`. Source: hub.docker.com, tags of oven/bun. */
function slimBun(builder: BaseImage | undefined): Fact<string> {
  if (!builder) return unknown('the base image is not known');
  const { reference, slim } = builder;
  if (slim) return known(reference.raw);
  const [, version] = /^(latest|debian|\d+(?:\.\d+)*)(?:-debian)?$/.exec(reference.tag ?? 'latest') ?? [];
  const none = unknown(`no slim variant of ${reference.raw} is known`);
  if (reference.repository !== 'oven/bun' || version === undefined) return none;
  const name = reference.raw.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  const written = `${name}:${/^\d/.test(version) ? `${version}-slim` : 'slim'}`;
  const parsed = parseImageReference(written);
  return parsed && lookUp(parsed)?.slim ? known(written) : none;
}
