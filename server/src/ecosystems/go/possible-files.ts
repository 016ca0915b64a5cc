import { baseName } from '../../project/paths';
import type { Project } from '../../project/project';
import { contextMatches, holdsFiles, type MatchOptions } from './context-match';
import type { GoEvaluator, GoPlace, GoText } from './evaluate';
import type { GoLiteral } from './expressions';
import { readers, writers } from './file-calls';
import type { Reachable } from './reach';
import { callsOf, lookUp, placeAt, type RuntimeUse } from './runtime-use';

/** Calls whose texts are messages, patterns or the names of programs, whatever they look like. */
const messageCalls =
  /(?:^|\.)(?:(?:Print|Sprint|Fprint|Log|Debug|Info|Warn|Warning|Error|Fatal|Panic|Trace|Notice)(?:f|ln|w|Context)?|Wrapf?|Errorf|Getenv|LookupEnv|Setenv|MustCompile|Compile|Redirect|ParseFS|AddConfigPath|SetConfigName|Command|CommandContext|panic)$|^(?:errors|strings|log|fmt|regexp|net\/url|os\/exec|log\/slog|reflect|strconv|testing|bytes)\./;

/** Calls whose bare words are names of other things: routes, headers, columns, templates. */
const namingCalls =
  /(?:^|\.)(?:New|GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD|Any|Get|Post|Put|Patch|Delete|Handle|HandleFunc|HandlerFunc|Group|Route|Path|PathPrefix|StripPrefix|Query|Param|FormValue|FormFile|PostForm|Header|Set|Add|With|WithField|WithFields|Cookie|Sub|Exec|QueryRow|Table|Collection|Database|Bucket|Model|Where|Contains|HasPrefix|HasSuffix|Count|String|StringVar|Str|Int|Bool|Any|Dial|NewRequest|NewRequestWithContext|Run|Errors|JSON|HTML|Render|ExecuteTemplate|Lookup|Value|WithValue|Field|Tag|Named|Namespace|Key|append|len|make|delete)$|^(?:time|sort)\./;

/** Their parts are no paths of their own. */
const joins = new Set(['path/filepath.Join', 'path.Join']);

/** A name that says that its value is a path. */
const pathLike =
  /(?:dir|directory|path|file|filename|folder|root|glob|template|templates|assets?|views?|migrations?)$/i;

/** Defaults in struct tags: `env:"TEMPLATES" envDefault:"templates"`. */
const tagDefault = /\b(?:default|envDefault|env-default)[:=]\\?"?([^",;`\\]+)/;

/**
 * Texts of a program that name something in the context, and may be paths. A text with a separator or an extension
 * counts wherever it stands; a bare word only where it is given to a function that nothing is known of, or stands for
 * something called a path.
 */
export function possibleFiles(
  project: Project,
  reachable: Reachable,
  evaluate: GoEvaluator,
  options: MatchOptions,
): RuntimeUse[] {
  const uses: RuntimeUse[] = [];
  const add = (text: GoText, place: GoPlace, offset: number): void => {
    for (const match of contextMatches(project, text, options)) {
      if (match.path === '' || match.path === options.workdir) continue;
      if (match.kind === 'folder' && !holdsFiles(project, match.path)) continue;
      const at = placeAt(place, offset);
      uses.push({ ...match, why: `${at.file}:${at.line} names ${text.text}`, strength: 'possible', at });
    }
  };
  for (const { call, callee, place } of callsOf(reachable, evaluate)) {
    if (!joins.has(callee)) continue;
    const joined = evaluate.textsOf({ kind: 'call', call, offset: call.offset }, place);
    for (const text of joined) add(text, place, call.offset);
  }
  for (const pkg of reachable.packages) {
    for (const file of pkg.files) {
      for (const literal of file.body().literals) {
        const place = { file, pkg, unit: literal.unit };
        const value = candidate(literal, place, evaluate);
        if (value === undefined) continue;
        add({ text: value, isComplete: true, hasUnknownStart: false }, place, literal.offset);
      }
    }
  }
  return uses;
}

/** The text of a literal that may be a path; undefined for those that are not. */
function candidate(literal: GoLiteral, { file }: GoPlace, evaluate: GoEvaluator): string | undefined {
  const { call, argument, key, isKey } = literal;
  const inTag = call === undefined && key === undefined ? tagDefault.exec(literal.value)?.[1] : undefined;
  const value = inTag ?? literal.value;
  // A space is legal in a path, but then the text is nearly always a sentence.
  if (
    isKey ||
    value.length > 200 ||
    /[\s<>{}"'%|$]|:\/\//.test(value) ||
    value === '' ||
    /^\.*\/*$/.test(value)
  )
    return undefined;
  // A pattern for the files of the working directory itself: `*` is too many other things.
  if (/^[^/]*[*?[]/.test(value)) return undefined;
  if (inTag !== undefined) return value;
  const callee = call && evaluate.calleeOf(call, file);
  // Readers were dealt with, and for writers it is enough that the file can be made.
  const reader = callee === undefined ? undefined : lookUp(readers, callee);
  if (callee !== undefined && ((reader && !reader.with) || lookUp(writers, callee) || joins.has(callee)))
    return undefined;
  const isFlag = callee !== undefined && /(?:^|\/p?)flag\.\w+$/.test(callee);
  if (isFlag) return argument === (/Var\w*$/.test(callee) ? 2 : 1) ? value : undefined;
  if (key !== undefined && pathLike.test(key)) return value;
  if (callee !== undefined && messageCalls.test(callee)) return undefined;
  const isMarked = value.includes('/') || /\.[A-Za-z][\w-]*$/.test(baseName(value)) || /^\.env/.test(value);
  return isMarked || (callee !== undefined && !namingCalls.test(callee)) ? value : undefined;
}
