import type { BaseImage } from '../../images/image';
import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { readPom } from './pom';

/** Major version of the Java that the stage builds and runs with; undefined when nothing tells. */
export function javaVersion(stage: Stage, project: Project): string | undefined {
  const { image } = stage;
  if (image?.language !== 'java') return installed(stage);
  return majorOf(image.languageVersion) ?? unnamed(image, compiledFor(project));
}

/**
 * Tags without a version of Java. Source: docker-library/official-images: `openjdk:latest` has stood still at 18, for
 * which 21 is the next that is maintained; Maven's has a newer one than any runtime image.
 */
const ofLatest: Readonly<Record<string, string | undefined>> = {
  openjdk: '21',
  'eclipse-temurin': '25',
  gradle: '25',
  maven: undefined,
};

/** A project for Java 8 that is built by the newest tools has long run on a newer Java than 8. */
function unnamed({ reference }: BaseImage, compiled: string | undefined): string | undefined {
  const isLatest =
    reference.digest === undefined && /^(latest|3|3\.9(\.\d+)?)$/.test(reference.tag ?? 'latest');
  if (!isLatest || !Object.hasOwn(ofLatest, reference.repository)) return compiled;
  if (compiled === undefined) return ofLatest[reference.repository];
  return Number(compiled) < 17 ? '17' : compiled;
}

/** A JDK or JRE from the distribution's packages. Source: Debian's and Ubuntu's java-common, Alpine's packages. */
function installed({ steps, image }: Stage): string | undefined {
  const names = steps
    .flatMap(({ commands }) => commands ?? [])
    .flatMap(({ effects }) => effects)
    .flatMap((effect) => (effect.kind === 'packages' ? effect.packages : []));
  for (const { name } of names) {
    const found =
      /^openjdk-?(\d+)(-jdk|-jre|$)/.exec(name) ??
      /^java-(?:1\.)?(\d+)(?:\.0)?-(?:openjdk|amazon-corretto)/.exec(name) ??
      /^temurin-(\d+)-/.exec(name);
    if (found) return found[1];
  }
  if (!names.some(({ name }) => /^default-(jdk|jre)(-headless)?$/.test(name))) return undefined;
  const { name = '', version = '' } = image?.distribution ?? {};
  const defaults: Readonly<Record<string, string>> = {
    'debian 11': '11',
    'debian 12': '17',
    'debian 13': '21',
    'ubuntu 20.04': '11',
    'ubuntu 22.04': '11',
    'ubuntu 24.04': '21',
  };
  return defaults[`${name} ${version}`];
}

/** What the project compiles for, when the base image does not name its version: any later Java runs that as well. */
function compiledFor(project: Project): string | undefined {
  const properties = readPom(project, 'pom.xml')?.properties;
  const [maven] = [
    'maven.compiler.release',
    'java.version',
    'maven.compiler.target',
    'maven.compiler.source',
  ].flatMap((name) => majorOf(properties?.get(name)) ?? []);
  if (maven !== undefined) return maven;
  for (const name of ['build.gradle.kts', 'build.gradle', 'app/build.gradle.kts', 'app/build.gradle']) {
    const found =
      /(?:JavaLanguageVersion\.of\(|jvmToolchain\(|(?:source|target)Compatibility\s*=?\s*(?:JavaVersion\.VERSION_)?['"]?)(?:1[._])?(\d+)/.exec(
        project.read(name) ?? '',
      );
    if (found) return found[1];
  }
  return undefined;
}

/** `1.8` and `8u342` are Java 8, `17.0.5_8` is 17. */
function majorOf(version: string | undefined): string | undefined {
  return /^(?:1\.)?(\d+)(?![\d$])/.exec(version ?? '')?.[1];
}
