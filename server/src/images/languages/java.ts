import { known, unknown, type Fact } from '../../text/fact';
import { lookUp } from '../catalogue';
import type { BaseImage, Interpreter, RuntimeNeeds } from '../image';
import { parseImageReference } from '../reference';
import type { LanguageRuntimes } from './language';
import { distrolessOfMajor } from './version-match';

/** Versions that Temurin has a runtime image of. Source: docker-library/official-images, eclipse-temurin. */
const withRuntimeImage = /^(8|11|1[7-9]|2[0-6])$/;

/** Package managers of Temurin's images: names of packages have to be the same there. */
const sameNames = new Set(['apt', 'apk']);

export const javaRuntimes: LanguageRuntimes = {
  names: /^java$/,
  distroless: (interpreter) => distrolessOfMajor('java', 'Java', interpreter),
  distrolessPath: () => '/usr/bin/java',
  // It draws: fonts and their libraries come with it. Source: GoogleContainerTools/distroless, java/config.bzl.
  inDistroless:
    /^(fontconfig(-config)?|fonts-dejavu(-core)?|(ttf|font)-dejavu|libfontconfig1|libfreetype6|freetype|libstdc\+\+6?|libgcc(-s1)?|gcompat|libc6-compat|libuuid1?|(openjdk-?\d+|default)-jre(-headless)?)$/,
  slim: (interpreter, needs) => temurin(interpreter, needs),
  slimOfAnyOrigin: true,
};

/** Temurin's runtime without compiler, of the builder's release where that is Temurin's own. */
function temurin({ version }: Interpreter, { builder, packages }: RuntimeNeeds): Fact<string> {
  if (builder && isRuntimeItself(builder)) return known(builder.reference.raw);
  const major = majorOf(version);
  if (major === undefined) return unknown('the version of Java is not known');
  if (!withRuntimeImage.test(major))
    return unknown(`there is no maintained runtime image with Java ${major}`);
  const manager = builder?.packageManager ?? (builder && olderManager(builder, major));
  if (packages.length > 0 && (manager === undefined || !sameNames.has(manager))) {
    return unknown(
      `the packages ${packages.join(', ')} may have other names in the Java runtime images than in ${builder?.reference.raw ?? 'the builder'}`,
    );
  }
  const own = builder?.reference.repository === 'eclipse-temurin' ? builder.reference.tag : undefined;
  const tag =
    (own === undefined ? undefined : runtimeTag(own)) ??
    `${major}-jre${manager === 'apk' || builder?.libc === 'musl' ? '-alpine' : ''}`;
  const image = `eclipse-temurin:${tag}`;
  const reference = parseImageReference(image);
  return reference && lookUp(reference)?.role === 'runtime' ? known(image) : unknown(`${image} is not known`);
}

/** Up to Java 11 the images of these repositories stood on Debian. Source: docker-library/openjdk, carlossg/docker-maven. */
function olderManager({ reference }: BaseImage, major: string): 'apt' | undefined {
  return /^(openjdk|maven|java)$/.test(reference.repository) && Number(major) <= 11 ? 'apt' : undefined;
}

/** `17-jdk-jammy` -> `17-jre-jammy`, `21.0.4_7-jdk-alpine` -> `21.0.4_7-jre-alpine`, `17` -> `17-jre`. */
function runtimeTag(tag: string): string | undefined {
  const [, version, rest = ''] = /^([\d._]+?)(?:-jdk)?((?:-[a-z][\w.-]*)?)$/.exec(tag) ?? [];
  return version === undefined || rest.includes('jre') ? undefined : `${version}-jre${rest}`;
}

function isRuntimeItself({ role, status, language, reference }: BaseImage): boolean {
  return (
    role === 'runtime' && status === 'current' && language === 'java' && reference.repository !== 'tomcat'
  );
}

/** `1.8` and `8u342` are Java 8. */
function majorOf(version: string | undefined): string | undefined {
  return /^(?:1\.)?(\d+)/.exec(version ?? '')?.[1];
}
