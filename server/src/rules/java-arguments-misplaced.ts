import type { JsonItem } from '../dockerfile/ast';
import type { Stage } from '../model/model';
import { basename } from '../text/path';
import type { Span } from '../text/span';
import { entrypointOf } from './facts/entrypoint';
import type { Finding, Fix, Rule } from './rule';

export const javaArgumentsMisplaced: Rule = {
  id: 'java-arguments-misplaced',
  severity: 'warning',
  serves: ['portability'],
  summary: 'Options of the Java virtual machine stand where Java does not read them.',
  fixable: 'review',
  check({ finalStage }) {
    const words = startWords(finalStage);
    const java = words.findIndex(({ value }) => basename(value) === 'java');
    if (java === -1 || words.slice(0, java).some((word) => !isWrapper(word))) return [];
    const jarFlag = words.findIndex(({ value }, index) => index > java && value === '-jar');
    const file = firstOperand(words, java + 1);
    if (jarFlag === -1 || file === -1 || file < jarFlag) return [];
    return classPathFindings(words, jarFlag, file) ?? optionsBehind(words, file);
  },
};

/** A word of the start command; `item` where the file has it in exec form. */
interface StartWord {
  readonly value: string;
  readonly at: Span | undefined;
  readonly item: JsonItem | undefined;
  readonly keyword: Span | undefined;
}

/** ENTRYPOINT and CMD in one, the base image's too. Empty when it is not certain what is run. */
function startWords(stage: Stage): readonly StartWord[] {
  const entrypoint = entrypointOf(stage);
  if (entrypoint === undefined) return [];
  const { cmd } = stage.end;
  const starts =
    entrypoint === 'none' ? [cmd] : entrypoint.form === 'shell' ? [entrypoint] : [entrypoint, cmd];
  return starts.flatMap((start): readonly StartWord[] => {
    if (!start) return [];
    const args = start.instruction?.arguments;
    const keyword = start.instruction?.keywordSpan;
    if (args?.form === 'exec')
      return args.items.map((item) => ({ value: item.value, at: item.span, item, keyword }));
    if (start.form === 'exec')
      return start.argv.map((value) => ({ value, at: undefined, item: undefined, keyword: undefined }));
    const [command, second] = start.script?.commands ?? [];
    if (!command || second || start.script?.fault) return [];
    return command.words.map(({ literal, raw, span }) => ({
      value: literal ?? raw,
      at: span,
      item: undefined,
      keyword,
    }));
  });
}

/** What starts the words behind it: an init, `env`, the entry script of the base image. */
function isWrapper({ value: word, at }: StartWord): boolean {
  if (at === undefined) return /entrypoint\.sh$/.test(word);
  return /^(exec|--|(.*\/)?(tini|dumb-init|env))$/.test(word) || /^\w+=/.test(word);
}

/** Options that take the next word as their value. */
const valued =
  /^(-cp|-classpath|--class-path|-p|--module-path|--add-modules|--add-opens|--add-exports|--add-reads|-m|--module)$/;

/** Index of the jar, or of what Java takes for it: the first word that is no option; -1 when a word is not literal. */
function firstOperand(words: readonly StartWord[], from: number): number {
  for (let i = from; i < words.length; i++) {
    const value = words[i]?.value ?? '';
    // What a variable holds may be options or nothing.
    if (value.startsWith('$')) continue;
    if (valued.test(value)) i++;
    else if (!value.startsWith('-')) return i;
  }
  return -1;
}

const classPath = /^(-cp|-classpath|--class-path)$/;

/** `java -jar -cp app.jar com.example.Main`: Java takes the class for a jar. */
function classPathFindings(
  words: readonly StartWord[],
  jarFlag: number,
  file: number,
): readonly Finding[] | undefined {
  const flag = words.slice(jarFlag, file).find(({ value }) => classPath.test(value));
  const main = words[file];
  if (!flag?.at || !main || /\.[jw]ar$/.test(main.value)) return undefined;
  const isInherited = words[jarFlag]?.at === undefined;
  const fix = isInherited ? ownEntrypoint(flag) : undefined;
  return [
    {
      at: flag.at,
      message: `${isInherited ? 'The base image starts "java -jar"' : '-jar stands before it'}, so that Java takes ${main.value} for a jar file and stops.`,
      ...(fix ? { fixes: [fix] } : {}),
    },
  ];
}

function ownEntrypoint({ keyword, item }: StartWord): Fix | undefined {
  if (!keyword || !item) return undefined;
  return {
    title: 'Start java by an ENTRYPOINT of its own',
    safety: 'review',
    edits: () => [
      { span: keyword, newText: 'ENTRYPOINT', reason: 'Replaces the "java -jar" of the base image' },
      { span: { start: item.span.start, end: item.span.start }, newText: '"/usr/bin/java", ' },
    ],
  };
}

/** Options that only the virtual machine knows; programs have options of the form -Dname=value too. */
const machineOption =
  /^-(Xm[sxn]\d|Xss\d|XX:[+\-\w]|Xlog:|javaagent:|agentlib:|agentpath:|D(spring|java|javax|sun|com\.sun|file\.encoding|user\.(timezone|language|home))[.=])/;

/** Launchers that read options of the virtual machine among their own. */
const readsThem = /^(start|ApacheJMeter|jetty-start|.*launcher.*)\.jar$/i;

function optionsBehind(words: readonly StartWord[], file: number): readonly Finding[] {
  const jar = words[file];
  if (!jar || !/\.[jw]ar$/.test(jar.value) || readsThem.test(basename(jar.value))) return [];
  return words.slice(file + 1).flatMap((word, index) => {
    const { value, at, item } = word;
    if (!at || !machineOption.test(value)) return [];
    const fix =
      item && jar.item && word.keyword === jar.keyword ? moveBefore(jar, words, file + 1 + index) : undefined;
    return [
      {
        at,
        message: `${value} stands behind ${jar.value}: Java hands it to the program as an argument, and the virtual machine does not see it.`,
        ...(fix ? { fixes: [fix] } : {}),
      },
    ];
  });
}

function moveBefore(jar: StartWord, words: readonly StartWord[], index: number): Fix | undefined {
  const item = words[index]?.item;
  const previous = words[index - 1]?.item;
  const target = jar.item;
  if (!item || !previous || !target) return undefined;
  const place = target.span.start;
  return {
    title: `Move ${item.value} before ${jar.value}`,
    safety: 'review',
    edits: () => [
      {
        span: { start: place, end: place },
        newText: `${JSON.stringify(item.value)}, `,
        reason: 'Java reads its options before the jar',
      },
      { span: { start: previous.span.end, end: item.span.end }, newText: '' },
    ],
  };
}
