import { type Fact, known, unknown } from '../text/fact';
import type { BaseImage, RuntimeImage, RuntimeNeeds } from './image';
import { lookUp } from './catalogue';
import { parseImageReference } from './reference';
import { CURRENT_ALPINE_VERSION, CURRENT_DEBIAN_CODENAME } from './releases';

/** An image, and the sentence that says why it. */
type Choice = readonly [image: string, because: string];

/**
 * The smallest image with a shell and a package manager that runs what was built on the builder: that of the same
 * release of the same distribution, so that libraries and package names agree.
 */
export function slimRuntime(needs: RuntimeNeeds): Fact<RuntimeImage> {
  const choice = needs.libc === 'musl' ? muslImage(needs) : (sameDistribution(needs) ?? anyDebian(needs));
  if (typeof choice === 'string') return unknown(choice);
  const [image, because] = choice;
  const facts = factsOf(image);
  const { builderGlibc } = needs;
  if (needs.libc === 'glibc' && builderGlibc && facts.glibc && isNewer(builderGlibc, facts.glibc)) {
    return unknown(
      `the program was linked with glibc ${builderGlibc.join('.')}, which is newer than that of ${image}`,
    );
  }
  return known({ rung: 'slim', image, facts, because });
}

/** For images that the catalogue is tested to have. */
export function factsOf(image: string): BaseImage {
  const reference = parseImageReference(image);
  const facts = reference && lookUp(reference);
  if (!facts) throw new Error(`The catalogue lacks ${image}.`);
  return facts;
}

export function isNewer(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
}

function muslImage({ builder, packages }: RuntimeNeeds): Choice | string {
  if (builder?.distribution?.name === 'alpine') return alpine(builder.distribution.version);
  if (packages.length > 0 && !(builder?.libc === 'musl' && builder.packageManager === 'apk')) {
    return `the packages ${packages.join(', ')} may have other names on Alpine than in the builder's distribution`;
  }
  return [
    `alpine:${CURRENT_ALPINE_VERSION}`,
    `Alpine ${CURRENT_ALPINE_VERSION} is the current release; it has musl, a shell and apk.`,
  ];
}

function sameDistribution({ builder, libc }: RuntimeNeeds): Choice | undefined {
  if (!builder || (libc === 'glibc' && builder.libc !== 'glibc')) return undefined;
  const { name, version, codename } = builder.distribution ?? {};
  if (name === 'debian' && codename !== undefined) {
    const image = `debian:${codename}-slim`;
    return [
      image,
      `The slim image of the Debian release that the builder stands on, with a shell and apt-get; it has no CA certificates.`,
    ];
  }
  if (name === 'ubuntu' && version !== undefined) {
    return [
      `ubuntu:${version}`,
      'The Ubuntu release that the builder stands on, without what was added to build; Ubuntu has no slimmer image. It has no CA certificates.',
    ];
  }
  if (name === 'alpine' && version !== undefined) return alpine(version);
  // Fedora, Red Hat's and others: the image itself, if it is no more than the system.
  if (builder.role !== 'os' || builder.family === 'dhi' || builder.reference.digest !== undefined)
    return undefined;
  const image = builder.reference.raw;
  return [
    image,
    `The image that the program was built on, without what was added to build: no slimmer one is known for ${image}.`,
  ];
}

/** A static program runs on any distribution, as long as no package has to be found there by name. */
function anyDebian({ builder, libc, packages }: RuntimeNeeds): Choice | string {
  const where = builder
    ? `the distribution release that ${builder.reference.raw} stands on`
    : "the builder's distribution";
  if (libc === 'glibc')
    return `${where} is not known, and another one may have an older glibc or other libraries`;
  if (packages.length > 0)
    return `${where} is not known, and the packages ${packages.join(', ')} may be named otherwise in another one`;
  const image = `debian:${CURRENT_DEBIAN_CODENAME}-slim`;
  return [
    image,
    'The program is static and runs on any distribution; this image has a shell, and no CA certificates.',
  ];
}

function alpine(version: string): Choice {
  return [
    `alpine:${version}`,
    'The Alpine release that the builder stands on, with musl, a shell and apk, and without what was added to build.',
  ];
}
