import type { BaseImage } from '../../images/image';
import { librariesBehind } from '../../model/effects/library-packages';
import type { Stage } from '../../model/model';

/** Libraries whose package has its version in the name. Source: packages.debian.org. */
const versioned: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'libzip-dev': { bullseye: 'libzip4', bookworm: 'libzip4', trixie: 'libzip5' },
  'libicu-dev': { bullseye: 'libicu67', bookworm: 'libicu72', trixie: 'libicu76' },
  'libwebp-dev': { bullseye: 'libwebp6', bookworm: 'libwebp7', trixie: 'libwebp7' },
  'libxpm-dev': { bullseye: 'libxpm4', bookworm: 'libxpm4', trixie: 'libxpm4' },
  'libavif-dev': { bullseye: 'libavif9', bookworm: 'libavif15', trixie: 'libavif16' },
  'libldap2-dev': { bullseye: 'libldap-2.4-2', bookworm: 'libldap-2.5-0', trixie: 'libldap2' },
  'libmagickwand-dev': { bullseye: 'libmagickwand-6.q16-6', bookworm: 'libmagickwand-6.q16-6' },
  'libmcrypt-dev': { bullseye: 'libmcrypt4', bookworm: 'libmcrypt4', trixie: 'libmcrypt4' },
};

/** Libraries that PHP itself is linked to in all its official images. Source: docker-library/php. */
const ofPhp =
  /^(libargon2-dev|libcurl4-openssl-dev|libonig-dev|libreadline-dev|libsodium-dev|libsqlite3-dev|libssl-dev|libxml2-dev|zlib1g-dev|libffi-dev|libc6-dev|linux-headers|linux-libc-dev)$/;

/** Runtime packages of the libraries that extensions were linked with; the development package where they are not known. */
export function librariesOf({ steps, image }: Stage): string[] {
  const found = new Set<string>();
  for (const effect of steps.flatMap((step) => step.commands ?? []).flatMap(({ effects }) => effects)) {
    if (effect.kind !== 'packages') continue;
    for (const { name } of effect.packages) {
      if (!/-dev(el)?(-|$)/.test(name) || ofPhp.test(name)) continue;
      const libraries = ofRelease(name, image) ?? librariesBehind(effect.manager, name) ?? [name];
      for (const library of libraries) found.add(library);
    }
  }
  return [...found];
}

function ofRelease(name: string, image: BaseImage | undefined): readonly string[] | undefined {
  const codename = image?.distribution?.codename;
  const names = Object.hasOwn(versioned, name) ? versioned[name] : undefined;
  const library = codename === undefined ? undefined : names?.[codename];
  return library === undefined ? undefined : [library];
}
