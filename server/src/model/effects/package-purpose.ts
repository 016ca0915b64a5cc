import type { PackageManager } from './package-names';
import {
  ALPINE,
  DEBIAN,
  EVERYWHERE,
  type PackagePurpose,
  RPM,
  type PurposeTable,
} from './package-purpose-table';

interface Pattern {
  readonly matches: RegExp;
  readonly purpose: PackagePurpose;
}

/** Asked after the tables and before the distribution's own patterns. */
const EVERY_PATTERN: readonly Pattern[] = [
  // java-17-openjdk-devel is the whole JDK.
  { matches: /^(?!java-).*-(dev|devel|headers|dbg|dbgsym|debuginfo|doc)$/, purpose: 'build' },
  { matches: /^linux-headers(-|$)/, purpose: 'build' },
  { matches: /^(fonts?|ttf)-./, purpose: 'runtime' },
];

const DEBIAN_PATTERNS: readonly Pattern[] = [
  // gcc-12, g++-aarch64-linux-gnu, gcc-mingw-w64; not gccgo's libraries, which begin with lib.
  { matches: /^(gcc|g\+\+|cpp|clang|llvm|lld|gfortran|gccgo)(-|$)/, purpose: 'build' },
  {
    matches: /^(golang|golang-\d[\d.]*(-go|-src|-doc)?|golang-go|golang-src|golang-any|golang-defaults)$/,
    purpose: 'build',
  },
  { matches: /^(crossbuild-essential|binutils)-/, purpose: 'build' },
  // libc6-dev-arm64-cross
  { matches: /-dev-/, purpose: 'build' },
  // libpq5, libssl3t64, libvips42; development files were taken above.
  { matches: /^lib[a-z0-9.+-]*\d[a-z0-9.+-]*$/, purpose: 'runtime' },
  { matches: /^openjdk-\d+-jdk(-headless)?$/, purpose: 'both' },
  { matches: /^openjdk-\d+-jre(-headless)?$/, purpose: 'runtime' },
  { matches: /^tesseract-ocr-./, purpose: 'runtime' },
  { matches: /^php\d(\.\d)?(-.+)?$/, purpose: 'runtime' },
  // Perl, Java and Python libraries are loaded while a program runs; Python's build steps load them too.
  { matches: /^lib.+-(perl|java)$/, purpose: 'runtime' },
  { matches: /^python3?-./, purpose: 'both' },
  { matches: /^python\d\.\d+(-.+)?$/, purpose: 'both' },
  { matches: /^postgresql(-contrib)?-\d+$/, purpose: 'runtime' },
  { matches: /^postgresql-client-\d+$/, purpose: 'runtime' },
  { matches: /^(hunspell|aspell|myspell)-./, purpose: 'runtime' },
];

const ALPINE_PATTERNS: readonly Pattern[] = [
  { matches: /^(clang|llvm|lld)\d+$/, purpose: 'build' },
  { matches: /^(gcc|g\+\+)-./, purpose: 'build' },
  { matches: /^openjdk\d+(-jdk)?$/, purpose: 'both' },
  { matches: /^openjdk\d+-jre(-headless|-base)?$/, purpose: 'runtime' },
  { matches: /^php\d*-./, purpose: 'runtime' },
  { matches: /^py3?-./, purpose: 'both' },
  { matches: /^amazon-corretto-\d+-jre$/, purpose: 'runtime' },
  { matches: /^tesseract-ocr-data-./, purpose: 'runtime' },
  { matches: /^postgresql\d+-client$/, purpose: 'runtime' },
  { matches: /-libs$/, purpose: 'runtime' },
];

const RPM_PATTERNS: readonly Pattern[] = [
  { matches: /^gcc-./, purpose: 'build' },
  { matches: /^@development[- ]tools$/i, purpose: 'build' },
  { matches: /-libs$/, purpose: 'runtime' },
  { matches: /^java-[\d.]+-openjdk-devel$/, purpose: 'both' },
  { matches: /^java-[\d.]+-openjdk(-headless)?$/, purpose: 'runtime' },
];

/** Purpose of a package by its bare name; undefined when the name is not known. */
export function packagePurpose(manager: PackageManager, name: string): PackagePurpose | undefined {
  const [table, patterns] = ofDistribution(manager);
  const listed = table.get(name) ?? EVERYWHERE.get(name);
  return listed ?? [...EVERY_PATTERN, ...patterns].find(({ matches }) => matches.test(name))?.purpose;
}

function ofDistribution(manager: PackageManager): readonly [PurposeTable, readonly Pattern[]] {
  switch (manager) {
    case 'apt':
      return [DEBIAN, DEBIAN_PATTERNS];
    case 'apk':
      return [ALPINE, ALPINE_PATTERNS];
    case 'pacman':
      return [new Map(), []];
    default:
      return [RPM, RPM_PATTERNS];
  }
}
