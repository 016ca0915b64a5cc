/** One release of a Linux distribution. */
export interface Release {
  readonly name: string;
  /** Version number; `edge` and `sid` for those that never get one. */
  readonly version: string;
  readonly codename: string | undefined;
  /** Undefined for musl distributions, and where it changes within the release or was not established. */
  readonly glibc: readonly [number, number] | undefined;
  /** End of free security updates (Debian: of LTS), ISO date. */
  readonly endOfLife: string | undefined;
}

/*
 * Codenames and ends of support are endoflife.date's (2026-08-22). The glibc versions are those of the releases'
 * libc6 or glibc package. Debian's own aliases (`stable`) are as of the catalogue.
 */
const DEBIAN = readTable('debian', [
  '8 jessie 2.19 2020-06-30',
  '9 stretch 2.24 2022-07-01',
  '10 buster 2.28 2024-06-30',
  '11 bullseye 2.31 2026-08-31',
  '12 bookworm 2.36 2028-06-30',
  '13 trixie 2.41 2030-06-30',
  '14 forky - -',
  'sid sid - -',
]);
const DEBIAN_ALIASES = new Map([
  ['latest', '13'],
  ['stable', '13'],
  ['oldstable', '12'],
  ['oldoldstable', '11'],
  ['testing', '14'],
  ['unstable', 'sid'],
]);

const UBUNTU = readTable('ubuntu', [
  '14.04 trusty 2.19 2019-04-02',
  '16.04 xenial 2.23 2021-04-02',
  '18.04 bionic 2.27 2023-05-31',
  '20.04 focal 2.31 2025-05-31',
  '22.04 jammy 2.35 2027-04-01',
  '22.10 kinetic 2.36 2023-07-20',
  '23.04 lunar 2.37 2024-01-20',
  '23.10 mantic 2.38 2024-07-12',
  '24.04 noble 2.39 2029-05-31',
  '24.10 oracular 2.40 2025-07-10',
  '25.04 plucky 2.41 2026-01-17',
  '25.10 questing 2.42 2026-07-01',
  '26.04 resolute 2.43 2031-04-30',
  '26.10 stonking - -',
]);
const UBUNTU_ALIASES = new Map([
  ['latest', '26.04'],
  ['rolling', '26.04'],
  ['devel', '26.10'],
]);

const ALPINE = readTable('alpine', [
  ...['3.3 - - 2017-11-01', '3.4 - - 2018-05-01', '3.5 - - 2018-11-01', '3.6 - - 2019-05-01'],
  ...['3.7 - - 2019-11-01', '3.8 - - 2020-05-01', '3.9 - - 2020-11-01', '3.10 - - 2021-05-01'],
  ...['3.11 - - 2021-11-01', '3.12 - - 2022-05-01', '3.13 - - 2022-11-01', '3.14 - - 2023-05-01'],
  ...['3.15 - - 2023-11-01', '3.16 - - 2024-05-23', '3.17 - - 2024-11-22', '3.18 - - 2025-05-09'],
  ...['3.19 - - 2025-11-01', '3.20 - - 2026-04-01', '3.21 - - 2026-11-01', '3.22 - - 2027-05-01'],
  ...['3.23 - - 2027-11-01', '3.24 - - 2028-06-01', 'edge - - -'],
]);

/** Red Hat's universal base images, their rebuilds and Amazon Linux: one glibc for the life of a major version. */
const RHEL = readTable('rhel', [
  '7 - 2.17 2024-06-30',
  '8 - 2.28 2029-05-31',
  '9 - 2.34 2032-05-31',
  '10 - 2.39 2035-05-31',
]);
const ALMALINUX = readTable('almalinux', ['8 - 2.28 -', '9 - 2.34 -', '10 - 2.39 -']);
const ROCKYLINUX = readTable('rockylinux', ['8 - 2.28 -', '9 - 2.34 -', '10 - 2.39 -']);
const AMAZONLINUX = readTable('amazonlinux', ['2 - 2.26 2026-06-30', '2023 - 2.34 2029-06-30']);
const FEDORA = readTable('fedora', [
  ...['38 - 2.37 2024-05-21', '39 - 2.38 2024-11-26', '40 - 2.39 2025-05-13', '41 - 2.40 2025-12-15'],
  ...['42 - 2.41 2026-05-27', '43 - 2.42 2026-12-09', '44 - 2.43 2027-06-02'],
]);

const BY_NAME = new Map(
  [DEBIAN, UBUNTU, ALPINE, RHEL, ALMALINUX, ROCKYLINUX, AMAZONLINUX, FEDORA].map((table) => [
    table[0]?.name,
    table,
  ]),
);
const BY_CODENAME = new Map(
  [...DEBIAN, ...UBUNTU].flatMap((release) => (release.codename ? [[release.codename, release]] : [])),
);

export const CURRENT_DEBIAN_CODENAME = 'trixie';
export const CURRENT_ALPINE_VERSION = '3.24';

/** The release that a word of a tag names: `bookworm`, `debian12`, `noble`, `alpine3.19`, `al2023`. */
export function releaseOfWord(word: string): Release | undefined {
  const named = BY_CODENAME.get(word);
  if (named) return named;
  const [, name = '', version = ''] = /^(debian|ubuntu|alpine|al)(\d+(?:\.\d+)?)$/.exec(word) ?? [];
  return releaseOf(name === 'al' ? 'amazonlinux' : name, version);
}

/** The release of a distribution by version, patch level allowed (`3.19.1`, `12.5`), or by Debian's and Ubuntu's aliases. */
export function releaseOf(distribution: string, version: string): Release | undefined {
  const aliases =
    distribution === 'debian' ? DEBIAN_ALIASES : distribution === 'ubuntu' ? UBUNTU_ALIASES : undefined;
  const wanted = aliases?.get(version) ?? version;
  return BY_NAME.get(distribution)?.find(
    (release) => release.version === wanted || wanted.startsWith(`${release.version}.`),
  );
}

/** Each row: version, codename, glibc, end of life; `-` where there is none. */
function readTable(name: string, rows: readonly string[]): Release[] {
  return rows.map((row) => {
    const [version = '', codename, glibc, endOfLife] = row
      .split(' ')
      .map((cell) => (cell === '-' ? undefined : cell));
    const [major, minor] = (glibc ?? '').split('.').map(Number);
    return {
      name,
      version,
      codename,
      glibc: major !== undefined && minor !== undefined ? [major, minor] : undefined,
      endOfLife,
    };
  });
}
