import { known, unknown } from '../../text/fact';
import type { LanguageRuntimes } from './language';

/** Source: denoland/deno_docker, its images and the tags that its workflow pushes: `distroless-2.1.4` beside `2.1.4`. */
export const denoRuntimes: LanguageRuntimes = {
  user: { name: 'deno', uid: 1993 },
  names: /^(\/usr)?(\/bin\/)?deno$/,
  distroless(_, { builder }) {
    const { repository, registry, tag = 'latest' } = builder?.reference ?? { repository: '', registry: '' };
    const [whole, version] = /^(?:latest|debian|ubuntu|(?:debian-|ubuntu-)?(\d+\.\d+\.\d+))$/.exec(tag) ?? [];
    if (repository !== 'denoland/deno' || registry !== 'docker.io' || whole === undefined)
      return unknown('which of the distroless images of Deno has this version is not known');
    return known(`denoland/deno:distroless${version === undefined ? '' : `-${version}`}`);
  },
  distrolessPath: () => '/bin/deno',
  // The tags without a word stand on debian:stable-slim.
  slim: (_, { builder }) => (builder ? known(builder.reference.raw) : unknown('the base image is not known')),
};
