import { known, unknown, type Fact } from '../text/fact';
import type { RuntimeFlavour, RuntimeImage, RuntimeNeeds } from './image';
import { factsOf } from './slim-runtime';

/** nginx that runs as user 101 and listens where it is told to. Source: nginx/docker-nginx-unprivileged. */
const REPOSITORY = 'nginxinc/nginx-unprivileged';

/** The image that hands out files, or why a flavour has none. An Alpine builder is small itself: its counterpart is, too. */
export function webServer({ builder, packages }: RuntimeNeeds, flavour: RuntimeFlavour): Fact<RuntimeImage> {
  // curl is in all of its images but the smallest.
  const alpine = packages.length === 0 ? 'stable-alpine-slim' : 'stable-alpine';
  switch (flavour) {
    case 'auto':
    case 'slim':
      return offer(builder?.libc === 'musl' ? alpine : 'stable');
    case 'alpine':
      return offer(alpine);
    case 'distroless':
      return unknown(
        'the program is files that a web server hands out, and no distroless image has a web server',
      );
    case 'scratch':
      return unknown(
        'the program is files that a web server hands out, and an empty image has no web server',
      );
    case 'chainguard':
      return unknown("Chainguard's web server has its configuration elsewhere, which is not supported yet");
  }
}

function offer(tag: string): Fact<RuntimeImage> {
  const image = `${REPOSITORY}:${tag}`;
  return known({
    rung: 'server',
    image,
    facts: factsOf(image),
    because:
      'What runs is files that a web server hands out: nginx does that without Node.js, and as a user without rights.',
  });
}
