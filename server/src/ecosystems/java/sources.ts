import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { basename } from '../../text/path';
import { builds } from '../built';

const code = /\.(java|kt|kts|scala|groovy|clj)$/;
const ofTests = /(^|\/)(src\/(test|it|integrationTest|androidTest|jmh)|test|tests)\//;

/** A file with code of the program: not that of its tests or of its build. */
export function isCode(path: string): boolean {
  return code.test(path) && !ofTests.test(path) && !/\.gradle\.kts$/.test(path);
}

/** A file with settings that the program is packed with: Spring's, Quarkus's, those of logging libraries. */
export function isSettings(path: string): boolean {
  return (
    !ofTests.test(path) &&
    /^(application|bootstrap|config)[\w.-]*\.(properties|ya?ml)$|^(logback|log4j)[\w.-]*\.(xml|properties|ya?ml)$|^persistence\.xml$|^hibernate\.cfg\.xml$/.test(
      basename(path),
    )
  );
}

/** A file that is compiled or packed into the jar, or that tells the build how. */
export function isJavaSource(path: string): boolean {
  if (
    code.test(path) ||
    ofTests.test(path) ||
    /(^|\/)(src\/main\/(resources|webapp)|gradle|\.mvn|buildSrc)\/|(^|\/)project\/build\.properties$/.test(
      path,
    )
  )
    return true;
  return /^(pom\.xml|(build|settings)\.gradle(\.kts)?|gradle\.properties|gradlew(\.bat)?|mvnw(\.cmd)?|[\w.-]+\.sbt|\.(sbtopts|jvmopts|scalafmt\.conf)|lombok\.config)$/.test(
    basename(path),
  );
}

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Code and settings of the program, comments taken out. What the stage does not copy belongs to another program. */
export function programTexts(project: Project, stage: Stage): { code: SourceText[]; settings: SourceText[] } {
  const copied = builds(stage, 'java') ? copiedFolders(stage) : [''];
  const isCopied = (path: string) =>
    copied.some((folder) => folder === '' || path === folder || path.startsWith(`${folder}/`));
  const found = { code: [] as SourceText[], settings: [] as SourceText[] };
  for (const { path } of project.files) {
    const isProgram = isCode(path);
    if ((!isProgram && !isSettings(path)) || !isCopied(path)) continue;
    const text = project.read(path);
    if (text === undefined) continue;
    if (isProgram) found.code.push({ path, text: withoutComments(text) });
    else found.settings.push({ path, text: withoutRemarks(path, text) });
  }
  return found;
}

function copiedFolders({ steps }: Stage): string[] {
  return steps.flatMap(({ copy }) =>
    copy?.from.kind === 'context'
      ? copy.sources.flatMap((source) => {
          if (!source.known) return [''];
          const path = source.value.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
          return [/[*?[]/.test(path) || path === '.' ? '' : path];
        })
      : [],
  );
}

/** Comments become blanks; in texts they are no comments. */
function withoutComments(text: string): string {
  return text.replace(
    /("""[\s\S]*?(?:"""|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g,
    (_, literal?: string) => literal ?? ' ',
  );
}

function withoutRemarks(path: string, text: string): string {
  return path.endsWith('.xml')
    ? text.replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    : text.replace(/^[ \t]*[#!].*$/gm, '');
}
