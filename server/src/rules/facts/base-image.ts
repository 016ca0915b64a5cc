import { CURRENT_ALPINE_VERSION, releaseOf } from '../../images/releases';
import { lifecycleOf } from '../../images/lifecycles';
import type { BaseImage, ImageReference } from '../../images/image';

const languageNames: Readonly<Record<string, string>> = {
  go: 'Go',
  node: 'Node.js',
  python: 'Python',
  ruby: 'Ruby',
  php: 'PHP',
  dotnet: '.NET',
  java: 'Java',
};

const distributionNames: Readonly<Record<string, string>> = {
  debian: 'Debian',
  ubuntu: 'Ubuntu',
  alpine: 'Alpine',
  fedora: 'Fedora',
  rhel: 'Red Hat Enterprise Linux',
  almalinux: 'AlmaLinux',
  rockylinux: 'Rocky Linux',
  amazonlinux: 'Amazon Linux',
};

/** What to call a language in a message. */
export function languageName(language: string): string {
  return languageNames[language] ?? language;
}

/** The part of an image whose support ended first, as `Node.js 16`, and since when (ISO date) if that is known. */
export function endedPart(image: BaseImage): { readonly what: string; readonly since: string | undefined } {
  const { language, languageVersion, distribution, endOfLife } = image;
  const lifecycle = lifecycleOf(language, languageVersion);
  const ofLanguage = lifecycle.longEnded || (endOfLife !== undefined && lifecycle.endOfLife === endOfLife);
  if (ofLanguage && language !== undefined && languageVersion !== undefined) {
    return { what: `${languageName(language)} ${languageVersion}`, since: lifecycle.endOfLife };
  }
  if (distribution && releaseOf(distribution.name, distribution.version)?.endOfLife === endOfLife) {
    const codename = distribution.codename === undefined ? '' : ` (${distribution.codename})`;
    const name = distributionNames[distribution.name] ?? distribution.name;
    return { what: `${name} ${distribution.version}${codename}`, since: endOfLife };
  }
  return { what: image.reference.raw, since: endOfLife };
}

/** The tag that names the current release of a distribution, `trixie`, for its official images; undefined for others. */
export function currentReleaseTag({ registry, repository }: ImageReference): string | undefined {
  if (registry !== 'docker.io' || !['debian', 'ubuntu', 'alpine'].includes(repository)) return undefined;
  const current = releaseOf(repository, repository === 'alpine' ? CURRENT_ALPINE_VERSION : 'latest');
  return repository === 'debian' ? current?.codename : current?.version;
}

/** A reference without digest, with another tag and the rest as the author wrote it. */
export function withTag({ raw, tag }: ImageReference, wanted: string): string {
  return `${tag === undefined ? raw : raw.slice(0, -tag.length - 1)}:${wanted}`;
}
