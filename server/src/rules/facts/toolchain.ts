import type { BaseImage } from '../../images/image';
import type { RunCommand, Stage } from '../../model/model';
import { effectiveCommand } from '../../shell/effective-command';
import type { Span } from '../../text/span';
import { fromToken, rootOf, shippedSteps } from './shipped';

/** Languages whose programs run without what compiled them. Keys as in effects and in the image catalogue. */
const compiledLanguages: Readonly<Record<string, string>> = {
  go: 'Go',
  rust: 'Rust',
  c: 'C',
  'c++': 'C++',
  'c/c++': 'C',
  java: 'Java',
  kotlin: 'Kotlin',
  scala: 'Scala',
  dotnet: '.NET',
  swift: 'Swift',
  haskell: 'Haskell',
  zig: 'Zig',
};

/** What to call a compiled language, or undefined when programs in it need their interpreter. */
export function compiledLanguage(language: string | undefined): string | undefined {
  return language === undefined ? undefined : compiledLanguages[language];
}

/** A compiler or development kit in the image that ships. */
export interface ShippedToolchain {
  readonly at: Span;
  /** As a phrase: "the Go toolchain of golang:1.22". */
  readonly what: string;
  readonly language: string;
  readonly source: 'image' | 'package';
}

/** The toolchain that a stage inherits from the image at the root of its chain. */
export function toolchainImage(stage: Stage): ShippedToolchain | undefined {
  const { image } = stage;
  const language = compiledLanguage(image?.language);
  if (image?.role !== 'toolchain' || language === undefined || isRuntimeOnly(image)) return undefined;
  const root = rootOf(stage);
  const reference = root.base.kind === 'image' ? root.base.reference.raw : 'the base image';
  const kit = image.language === 'java' || image.language === 'dotnet' ? 'development kit' : 'toolchain';
  return {
    at: fromToken(stage),
    what: `the ${language} ${kit} of ${reference}${sizeOf(image)}`,
    language: image.language ?? '',
    source: 'image',
  };
}

/** `openjdk:11-jre` and its like: a runtime under the repository name of a development kit. */
function isRuntimeOnly({ reference }: BaseImage): boolean {
  return /(^|[-.])jre/.test(reference.tag ?? '');
}

function sizeOf({ diskBytes }: BaseImage): string {
  return diskBytes === undefined || diskBytes < 1e8 ? '' : ` (about ${Math.round(diskBytes / 1e6)} MB)`;
}

/** Compilers and development kits that the stage installs as packages, with those that it removes again. */
export function installedToolchains(
  stage: Stage,
): readonly (ShippedToolchain & { readonly removed: boolean })[] {
  const commands = shippedSteps(stage).flatMap((step) => step.commands ?? []);
  const installed = commands.flatMap(({ effects }, index) =>
    effects.flatMap((effect) => {
      if (effect.kind !== 'packages') return [];
      return effect.packages.flatMap(({ name, at }) => {
        const language = languageOfPackage(name);
        return language ? [{ at, what: name, language, source: 'package' as const, index }] : [];
      });
    }),
  );
  if (installed.length === 0) return [];
  const lastRemoval = commands.findLastIndex(removesPackages);
  return installed.map(({ index, ...toolchain }) => ({ ...toolchain, removed: index < lastRemoval }));
}

/** Compilers and development kits that the stage installs as packages and keeps. */
export function toolchainPackages(stage: Stage): readonly ShippedToolchain[] {
  return installedToolchains(stage).filter(({ removed }) => !removed);
}

/** `apk del`, `apt-get purge`: when it follows an installation, the compilers are nearly always what is removed. */
export function removesPackages({ command }: RunCommand): boolean {
  const { name, args } = effectiveCommand(command);
  const verb = args.find((arg) => arg.literal !== undefined && !/^-[a-z-]/.test(arg.literal))?.literal;
  return name !== undefined && verb !== undefined && removals.test(`${name.replace(/^.*\//, '')} ${verb}`);
}

const removals =
  /^(apk del|(apt|apt-get|aptitude) (remove|purge|autoremove)|(dnf|yum|microdnf|zypper) (remove|erase|autoremove)|pacman -R\w*)$/;

/** Language that an OS package compiles, or undefined for other packages. */
function languageOfPackage(name: string): string | undefined {
  return packageLanguages.find(([pattern]) => pattern.test(name))?.[1];
}

const packageLanguages: readonly (readonly [RegExp, string])[] = [
  [/^(golang(-go|-1\.\d+(-go)?)?|go)$/, 'go'],
  [/^(rust|rustc|cargo|rustup)$/, 'rust'],
  [/^(build-essential|build-base|alpine-sdk|gcc|gcc-\d+|clang(-?\d+)?|tcc|musl-gcc|base-devel)$/, 'c'],
  [/^(g\+\+|g\+\+-\d+|gcc-c\+\+)$/, 'c++'],
  [
    /^(default-jdk|openjdk-\d+-jdk)(-headless)?$|^java-[\d.]+-(openjdk|amazon-corretto)-devel$|^openjdk\d+(-jdk)?$|^(maven|gradle|ant)$/,
    'java',
  ],
  [/^dotnet-sdk-/, 'dotnet'],
  [/^(ghc|cabal-install|haskell-stack|stack)$/, 'haskell'],
];
