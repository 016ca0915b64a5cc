import { type Fact, known, unknown } from '../text/fact';
import { gatheredLibraries } from './gathered-libraries';
import type { GatheredNeeds, RuntimeFlavour, RuntimeImage, RuntimeNeeds } from './image';
import { interpreterRungs } from './interpreter-runtime';
import { factsOf, slimRuntime } from './slim-runtime';
import { webServer } from './web-server';
import { glibcObstacle, obstacleToShellLess } from './obstacles';

type Rung = Fact<RuntimeImage>;

/**
 * The smallest image of a flavour that meets the needs of a program, or why there is none. `distroless` is `auto`
 * without its last rung, the slim image of the builder's distribution.
 */
export function chooseRuntime(needs: RuntimeNeeds, flavour: RuntimeFlavour): Fact<RuntimeImage> {
  const rungs = climb(needs, flavour);
  const reasons = rungs.flatMap((rung) => (rung.known ? [] : [rung.because]));
  return rungs.find((rung) => rung.known) ?? unknown([...new Set(reasons)].join('; '));
}

/** All images of a flavour that meet the needs, the smallest first. */
export function ladder(needs: RuntimeNeeds, flavour: RuntimeFlavour): RuntimeImage[] {
  return climb(needs, flavour).flatMap((rung) => (rung.known ? [rung.value] : []));
}

function climb(needs: RuntimeNeeds, flavour: RuntimeFlavour): Rung[] {
  if (needs.webServer) return [webServer(needs, flavour)];
  if (needs.interpreter) return interpreterRungs(needs, needs.interpreter, flavour);
  switch (flavour) {
    case 'auto':
      return [...distroless(needs), slim(needs)];
    case 'distroless':
      return distroless(needs);
    case 'slim':
      return [slim(needs)];
    case 'scratch':
      return [scratch(needs)];
    case 'alpine':
      return [alpine(needs)];
    case 'chainguard':
      return [chainguard(needs)];
  }
}

function distroless(needs: RuntimeNeeds): Rung[] {
  const obstacle = obstacleToShellLess(needs, 'distroless images');
  if (obstacle) return [unknown(obstacle)];
  switch (needs.libc) {
    case 'none':
      return [
        offer(
          'static',
          'gcr.io/distroless/static-debian13:nonroot',
          'The program is static: it needs no C library, only the CA certificates and time zones that this image has.',
        ),
      ];
    case 'musl':
      return [
        unknown(
          'the program is linked with musl and distroless images have glibc: link it statically, or build it on Debian',
        ),
      ];
    case 'glibc':
      return needs.gathers ? [gathering(needs, needs.gathers)] : glibcDistroless(needs);
  }
}

/** What the program is linked to comes along, so that of the image only the C library counts. */
function gathering(needs: RuntimeNeeds, { programs }: GatheredNeeds): Rung {
  const image = 'gcr.io/distroless/cc-debian13:nonroot';
  const facts = factsOf(image);
  const obstacle = glibcObstacle(needs, facts, 'distroless images');
  if (obstacle !== undefined) return unknown(obstacle);
  return known({
    rung: 'cc',
    image,
    facts,
    carries: gatheredLibraries(programs),
    because:
      "The program is linked dynamically: this image has a C library new enough for the builder's, and the other shared libraries are copied from there.",
  });
}

function slim(needs: RuntimeNeeds): Rung {
  const rung = slimRuntime(needs);
  const { gathers, libc } = needs;
  if (!rung.known || !gathers?.required || libc !== 'glibc') return rung;
  return known({ ...rung.value, carries: gatheredLibraries(gathers.programs) });
}

function glibcDistroless(needs: RuntimeNeeds): Rung[] {
  const images = needs.cxxRuntime ? (['cc'] as const) : (['base', 'cc'] as const);
  return images.map((rung) => {
    const variant = rung === 'base' && !needs.openssl ? 'base-nossl' : rung;
    const image = `gcr.io/distroless/${variant}-debian13:nonroot`;
    const obstacle = glibcObstacle(needs, factsOf(image), 'distroless images') ?? opensslObstacle(needs);
    if (obstacle) return unknown(obstacle);
    const libraries =
      rung === 'cc' ? 'glibc, libgcc and libstdc++' : needs.openssl ? 'glibc and OpenSSL 3' : 'glibc';
    return offer(
      rung,
      image,
      `The program is linked dynamically: this image has ${libraries}, new enough for the builder's.`,
    );
  });
}

function scratch(needs: RuntimeNeeds): Rung {
  const obstacle = obstacleToShellLess(needs, 'an empty image');
  if (obstacle) return unknown(obstacle);
  if (needs.libc !== 'none')
    return unknown('the program is linked dynamically, and an empty image has no C library');
  return offer(
    'scratch',
    'scratch',
    'The program is static, so that it can stand alone; there are no CA certificates, time zones or users.',
  );
}

function alpine(needs: RuntimeNeeds): Rung {
  if (needs.libc === 'glibc') return unknown('the program is linked with glibc and Alpine has musl');
  if (needs.packages.length > 0 && needs.builder?.packageManager !== 'apk') {
    return unknown(
      `the packages ${needs.packages.join(', ')} may have other names on Alpine than in the builder's distribution`,
    );
  }
  return slimRuntime({ ...needs, libc: 'musl' });
}

function chainguard(needs: RuntimeNeeds): Rung {
  const obstacle = obstacleToShellLess(needs, "Chainguard's minimal images");
  if (obstacle) return unknown(obstacle);
  if (needs.libc === 'musl')
    return unknown("the program is linked with musl and Chainguard's images have glibc");
  if (needs.libc === 'none') {
    const image = 'cgr.dev/chainguard/static:latest';
    return offer('static', image, 'The program is static: it needs no C library.');
  }
  const image = 'cgr.dev/chainguard/glibc-dynamic:latest';
  if (needs.gathers)
    return unknown(`which libraries the program needs beside those of ${image} is not known`);
  const glibc = glibcObstacle(needs, factsOf(image), image);
  if (glibc) return unknown(glibc);
  if (needs.openssl) return unknown(`the program is linked with OpenSSL, which ${image} does not have`);
  return offer(
    'cc',
    image,
    "The program is linked dynamically: this image has glibc, libgcc and libstdc++, new enough for the builder's.",
  );
}

/** Debian 12 and Ubuntu 22.04 were the first with OpenSSL 3, whose libraries Debian 13 still has under their names. */
function opensslObstacle({ openssl, builder }: RuntimeNeeds): string | undefined {
  if (!openssl) return undefined;
  const { name, version } = builder?.distribution ?? {};
  const first = name === 'debian' ? 12 : name === 'ubuntu' ? 22 : undefined;
  if (first === undefined || Number.isNaN(parseInt(version ?? ''))) {
    return 'the OpenSSL version of the builder is not known, and distroless images have OpenSSL 3';
  }
  if (parseInt(version ?? '') >= first) return undefined;
  return `the builder's OpenSSL 1.1 (${name} ${version}) is not in distroless images, which have OpenSSL 3`;
}

function offer(rung: RuntimeImage['rung'], image: string, because: string): Fact<RuntimeImage> {
  return known({ rung, image, facts: factsOf(image), because });
}
