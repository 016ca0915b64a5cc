import type { Fact } from '../../text/fact';
import { basename } from '../../text/path';

/** What `java` is asked to start. */
export type JavaTarget =
  | { readonly kind: 'jar'; readonly path: string }
  | { readonly kind: 'class'; readonly name: string }
  /** `java Main.java`: compiled at every start. */
  | { readonly kind: 'source'; readonly path: string };

/** A command line of the `java` launcher. A word of it that is only known when it runs is undefined. */
export interface JavaCommand {
  /** Words between `java` and the target. */
  readonly options: readonly (string | undefined)[];
  /** Undefined when the word is only known when it runs. */
  readonly target: JavaTarget | undefined;
  /** As written after `-cp`; undefined when there is none. */
  readonly classPath: string | undefined;
  /** Modules are looked for there as well. */
  readonly modulePath: string | undefined;
  readonly args: readonly (string | undefined)[];
}

/** Options of the launcher that take the next word as their value. Source: the java command, JDK 21 documentation. */
const valued = new Set([
  '-cp',
  '-classpath',
  '--class-path',
  '-p',
  '--module-path',
  '--upgrade-module-path',
  '--add-modules',
  '--add-opens',
  '--add-exports',
  '--add-reads',
  '--limit-modules',
  '--patch-module',
  '--enable-native-access',
  '--source',
  '--describe-module',
  '-d',
]);

/** `java`, `/usr/bin/java`, `$JAVA_HOME/bin/java` once it is expanded: the launcher of the image's own JDK. */
export function isJava(word: string | undefined): boolean {
  return (
    word !== undefined &&
    (word === 'java' ||
      /^\/(usr\/bin|bin|usr\/local\/bin|opt\/java\/openjdk\/bin|opt\/openjdk-?\w*\/bin|usr\/local\/openjdk-\w+\/bin|usr\/java\/[\w.-]+\/bin|usr\/lib\/jvm\/[\w.-]+(\/jre)?\/bin)\/java$/.test(
        word,
      ))
  );
}

/** Takes the words after `java` apart; undefined for `java -version` and the like, which start no program. */
export function parseJava(words: readonly (string | undefined)[]): JavaCommand | undefined {
  const options: (string | undefined)[] = [];
  let classPath: string | undefined;
  let modulePath: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === '-jar') {
      const path = words[at + 1];
      if (at + 1 >= words.length) return undefined;
      const target = path === undefined ? undefined : { kind: 'jar' as const, path };
      return { options, target, classPath, modulePath, args: words.slice(at + 2) };
    }
    if (word === '-m' || word === '--module') {
      const target = moduleTarget(words[at + 1]);
      return { options, target, classPath, modulePath, args: words.slice(at + 2) };
    }
    if (word !== undefined && !word.startsWith('-') && !word.startsWith('@')) {
      return { options, target: classOrSource(word), classPath, modulePath, args: words.slice(at + 1) };
    }
    options.push(word);
    const joined = /^--(class-path|module-path)=(.*)$/s.exec(word ?? '');
    if (joined?.[1] === 'class-path') classPath = joined[2];
    else if (joined) modulePath = joined[2];
    if (word === undefined || !valued.has(word)) continue;
    const value = words[++at];
    options.push(value);
    if (/^(-cp|-classpath|--class-path)$/.test(word)) classPath = value;
    if (/^(-p|--module-path)$/.test(word)) modulePath = value;
  }
  return undefined;
}

function classOrSource(word: string): JavaTarget {
  return word.endsWith('.java') ? { kind: 'source', path: word } : { kind: 'class', name: word };
}

function moduleTarget(word: string | undefined): JavaTarget | undefined {
  return word === undefined ? undefined : { kind: 'class', name: basename(word) };
}

/**
 * Files that the options of the launcher and the arguments of the program name, as written: settings, key stores, agents.
 * Spring's `--spring.config.location=file:./config/` is one of them.
 */
export function filesNamed({ options, args }: Pick<JavaCommand, 'options' | 'args'>): string[] {
  const named = options.flatMap((option) => {
    const value = /^-(?:(?:javaagent|agentpath):([^=]+)|D[\w.-]+=(.+)|XX:\w+=(.+))/s.exec(option ?? '');
    return option?.startsWith('@') ? [option.slice(1)] : [value?.[1] ?? value?.[2] ?? value?.[3] ?? ''];
  });
  return [...named, ...args.flatMap((word) => word?.replace(/^--?[\w.-]+=/, '') ?? [])]
    .flatMap((value) => value.split(/[,;]/))
    .map((value) => value.replace(/^(optional:)?(file:)?/, ''))
    .filter((value) => /^[\w./@-]+$/.test(value) && /[./]/.test(value));
}

/** An archive of classes that only the very JVM that made it can use; undefined for none. */
export function archiveOfJvm(options: readonly (string | undefined)[]): string | undefined {
  return options.find((option) => /^-XX:(SharedArchiveFile|AOTCache|CRaC\w+)=/.test(option ?? ''));
}

/** Files of the launcher's options without which it does not start. */
export function agentsIn(options: readonly (string | undefined)[]): string[] {
  return options.flatMap((option) => /^-(?:javaagent|agentpath):([^=]+)/s.exec(option ?? '')?.[1] ?? []);
}

/** Options that every JVM takes from its environment. Source: JVM TI, and the java command since JDK 9. */
export function optionsInEnvironment(env: ReadonlyMap<string, Fact<string>>): string[] {
  return ['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS'].flatMap((name) => {
    const value = env.get(name);
    return value?.known ? value.value.split(/\s+/).filter((word) => word !== '') : [];
  });
}
