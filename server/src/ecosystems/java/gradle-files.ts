import { known, unknown, type Fact } from '../../text/fact';
import type { Project } from '../../project/project';
import type { ModuleJars } from './maven-outputs';

/** The build file of a folder of the build context, with the text that counts: comments are left out. */
export interface GradleBuild {
  readonly path: string;
  readonly text: string;
}

export function readGradleBuild(project: Project, folder: string): GradleBuild | undefined {
  for (const name of ['build.gradle.kts', 'build.gradle']) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const text = project.read(path);
    if (text !== undefined) return { path, text: withoutComments(text) };
  }
  return undefined;
}

/** Strings keep their `//`: addresses are full of them. */
function withoutComments(text: string): string {
  return text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g,
    (_, string?: string) => string ?? ' ',
  );
}

/** A setting with a plain text value: `version = '1.0'`, `archivesName.set("app")`, `mainClass = "x.Main"`. */
function setting(text: string, name: string): Fact<string> | undefined {
  const found = new RegExp(`(?:^|[\\s{;.])${name}\\s*(?:\\.set\\s*\\(|=|\\s)\\s*([^\\n;})]+)`, 'm').exec(
    text,
  )?.[1];
  if (found === undefined) return undefined;
  const plain = /^(["'])([^"'$\\]*)\1/.exec(found.trim())?.[2];
  return plain === undefined ? unknown(`${name} is computed: ${found.trim().slice(0, 60)}`) : known(plain);
}

/**
 * Jars in `build/libs` of the project in a folder of the build context.
 * @param folderName name of the project's folder in the builder, which names the project when no settings file does.
 */
export function gradleJars(project: Project, folder: string, folderName: string): Fact<ModuleJars> {
  const build = readGradleBuild(project, folder);
  if (!build) return unknown('there is no build.gradle');
  const { text } = build;
  const name = nameOf(project, folder, folderName, text);
  if (!name.known) return name;
  const shared = folder === '' ? undefined : readGradleBuild(project, '')?.text;
  if (
    shared !== undefined &&
    /\b(allprojects|subprojects)\b[\s\S]*\bversion\b|archivesName|archivesBaseName/.test(shared)
  ) {
    return unknown('the root project names what its modules build');
  }
  const version = versionOf(project, text);
  if (!version.known) return version;
  if (
    /archiveFileName|archiveBaseName|archiveVersion|archiveClassifier|archiveName\b|baseName\s*=/.test(text)
  ) {
    return unknown(`${build.path} gives its jars names of their own`);
  }
  const stem = version.value === '' ? name.value : `${name.value}-${version.value}`;
  const isBoot =
    /org\.springframework\.boot/.test(text) &&
    !/org\.springframework\.boot["')\s].*apply\(?\s*false/.test(text);
  const isShadow = /com\.(github\.johnrengelman|gradleup)\.shadow|io\.ktor\.plugin/.test(text);
  if (isBoot) {
    const noPlain =
      /\bjar\b\s*(\{|\)\s*\{)\s*enabled\s*=?\s*false|named<Jar>\("jar"\)\s*\{\s*enabled\s*=\s*false/.test(
        text,
      );
    return known({
      main: `${stem}.jar`,
      all: noPlain ? [`${stem}.jar`] : [`${stem}.jar`, `${stem}-plain.jar`],
    });
  }
  if (isShadow) return known({ main: `${stem}-all.jar`, all: [`${stem}.jar`, `${stem}-all.jar`] });
  return known({ main: `${stem}.jar`, all: [`${stem}.jar`] });
}

function nameOf(project: Project, folder: string, folderName: string, text: string): Fact<string> {
  const own = setting(text, '(?:archivesName|archivesBaseName)');
  if (own) return own;
  // Only the root project is named by the settings; others by their folders.
  for (const name of ['settings.gradle.kts', 'settings.gradle']) {
    const settings = project.read(folder === '' ? name : `${folder}/${name}`);
    const named =
      settings === undefined ? undefined : setting(withoutComments(settings), 'rootProject\\.name');
    if (named) return named;
  }
  return folderName === '' ? unknown('the name of the Gradle project is not known') : known(folderName);
}

function versionOf(project: Project, text: string): Fact<string> {
  const own = /(?:^|\n)[ \t]*(?:project\.)?version\s*(?:=\s*|\s)(["'])([^"'$\\]*)\1/.exec(text)?.[2];
  if (own !== undefined) return known(own);
  if (/(?:^|\n)[ \t]*(?:project\.)?version\s*=/.test(text))
    return unknown('the version in build.gradle is computed');
  const inProperties = /^\s*version\s*[=:]\s*(\S+)\s*$/m.exec(project.read('gradle.properties') ?? '')?.[1];
  return known(inProperties ?? '');
}

/** Main class of the application plugin; undefined when it is not written out. */
export function gradleMainClass(text: string): string | undefined {
  const found = setting(text, '(?:mainClass|mainClassName)');
  return found?.known ? found.value : undefined;
}
