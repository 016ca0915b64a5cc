import { basename } from '../../text/path';

export type JavaTool =
  | 'mvn'
  | 'gradle'
  | 'sbt'
  | 'javac'
  | 'kotlinc'
  | 'scalac'
  | 'groovyc'
  | 'jar'
  | 'java'
  | 'jdeps'
  | 'javap'
  | 'jshell'
  | 'keytool'
  | 'jlink';

const tools: Readonly<Record<string, JavaTool>> = {
  mvn: 'mvn',
  mvnw: 'mvn',
  mvnd: 'mvn',
  gradle: 'gradle',
  gradlew: 'gradle',
  sbt: 'sbt',
  sbtx: 'sbt',
  javac: 'javac',
  kotlinc: 'kotlinc',
  scalac: 'scalac',
  groovyc: 'groovyc',
  jar: 'jar',
  java: 'java',
  jdeps: 'jdeps',
  javap: 'javap',
  jshell: 'jshell',
  keytool: 'keytool',
  jlink: 'jlink',
};

/** The tool that a command name stands for, wrappers and paths looked through: `./mvnw` is `mvn`. */
export function toolOf(name: string): JavaTool | undefined {
  const last = basename(name);
  return Object.hasOwn(tools, last) ? tools[last] : undefined;
}

export interface MavenCall {
  /** Phases and goals: `package`, `spring-boot:run`. */
  readonly goals: readonly string[];
  /** Folder of the project, as written; `.` without `-f`. */
  readonly folder: string;
  readonly profiles: readonly string[];
  /** `-Dname=value`; `true` where no value is written. */
  readonly properties: ReadonlyMap<string, string>;
  /** Prints something and ends: `--version`. */
  readonly asksOnly: boolean;
  /** Options that say how to run, as written: `-B`, `-q`, `-Pprod`, `-s settings.xml`. */
  readonly options: readonly string[];
  /** A word is only known when it runs. */
  readonly unclear: boolean;
}

/** Source: `mvn --help` of Maven 3.9. */
const mavenValued =
  /^(-f|--file|-P|--activate-profiles|-s|--settings|-gs|--global-settings|-pl|--projects|-T|--threads|-l|--log-file|-t|--toolchains|-rf|--resume-from|-b|--builder|-D|--define|--color)$/;

/** The words after `mvn`. */
export function mavenCall(words: readonly (string | undefined)[]): MavenCall {
  const goals: string[] = [];
  const options: string[] = [];
  const profiles: string[] = [];
  const properties = new Map<string, string>();
  let folder = '.';
  let asksOnly = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) continue;
    if (!word.startsWith('-')) {
      goals.push(word);
      continue;
    }
    options.push(word);
    let value: string | undefined;
    if (mavenValued.test(word)) {
      value = words[++at];
      if (value !== undefined) options.push(value);
    }
    const define =
      /^(?:-D|--define=)(.+)$/s.exec(word)?.[1] ?? (/^(-D|--define)$/.test(word) ? value : undefined);
    if (define !== undefined) {
      const [name = '', text = 'true'] = define.split(/=(.*)/s);
      properties.set(name, text);
    } else if (/^(-f|--file)/.test(word)) {
      const file = value ?? word.replace(/^(--file=|-f=?)/, '');
      folder = /\.xml$/.test(file) ? file.replace(/[^/]*$/, '') || '.' : file;
    } else if (/^(-P|--activate-profiles)/.test(word)) {
      profiles.push(...(value ?? word.replace(/^(--activate-profiles=|-P)/, '')).split(','));
    } else if (/^(-v|--version|-h|--help)$/.test(word)) asksOnly = true;
  }
  return { goals, folder, profiles, properties, asksOnly, options, unclear: words.includes(undefined) };
}

export interface GradleCall {
  /** `build`, `:app:shadowJar`. */
  readonly tasks: readonly string[];
  readonly folder: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly asksOnly: boolean;
  readonly options: readonly string[];
  readonly unclear: boolean;
}

/** Source: `gradle --help` of Gradle 8. */
const gradleValued =
  /^(-p|--project-dir|-b|--build-file|-c|--settings-file|-g|--gradle-user-home|-x|--exclude-task|-I|--init-script|-P|-D|--max-workers|--console|--warning-mode|--priority|--project-cache-dir|--include-build|--args|--tests)$/;

/** The words after `gradle`. */
export function gradleCall(words: readonly (string | undefined)[]): GradleCall {
  const tasks: string[] = [];
  const options: string[] = [];
  const properties = new Map<string, string>();
  let folder = '.';
  let asksOnly = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) continue;
    if (!word.startsWith('-')) {
      tasks.push(word);
      continue;
    }
    options.push(word);
    let value: string | undefined;
    if (gradleValued.test(word)) {
      value = words[++at];
      if (value !== undefined) options.push(value);
    }
    if (/^(-p|--project-dir)/.test(word)) folder = value ?? word.replace(/^(--project-dir=|-p)/, '');
    else if (/^-P./.test(word)) {
      const [name = '', text = ''] = word.slice(2).split(/=(.*)/s);
      properties.set(name, text);
    } else if (/^(-v|--version|-h|--help|--stop|--status)$/.test(word)) asksOnly = true;
  }
  return { tasks, folder, properties, asksOnly, options, unclear: words.includes(undefined) };
}
