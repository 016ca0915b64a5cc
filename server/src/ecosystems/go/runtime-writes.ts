import { cleanPath } from '../../project/paths';
import { evaluator, home, type GoEvaluator, type GoPlace, type GoText } from './evaluate';
import type { GoCall, GoExpression } from './expressions';
import { databaseOpeners, pathFields, sqliteDialect, writers } from './file-calls';
import type { Reachable } from './reach';
import { callsOf, distinctUses, imports, lookUp, placeAt, type RuntimeUse } from './runtime-use';

/**
 * Files and folders that a program creates or writes, found in its own sources. Paths are as the program has them: clean,
 * absolute, or relative to its working directory. Of a path with an unknown end, the folder is given; one with an unknown
 * start may lie in the working directory, which is given as a possible one: `''`.
 */
export function runtimeWrites(reachable: Reachable): RuntimeUse[] {
  const evaluate = evaluator(reachable);
  const uses: RuntimeUse[] = [];
  for (const { call, callee, place } of callsOf(reachable, evaluate)) {
    const writer = writerOf(reachable, call, callee, place, evaluate);
    if (!writer) continue;
    const at = placeAt(place, call.offset);
    for (const argument of writer.args.flatMap((index) => call.args[index] ?? [])) {
      const texts = evaluate.textsOf(argument, place);
      if (texts.length === 0 || texts.some(({ hasUnknownStart }) => hasUnknownStart))
        uses.push({
          path: '',
          kind: 'folder',
          why: `${at.file}:${at.line} ${writer.verb} ${writer.makes === 'file' ? 'a file' : 'a folder'} whose place is computed`,
          strength: 'possible',
          at,
        });
      const found = texts.flatMap((text) => writeOf(text, writer.makes) ?? []);
      for (const { path, kind } of found) {
        uses.push({
          path,
          kind,
          why: `${at.file}:${at.line} ${writer.verb} ${path}`,
          strength: 'certain',
          at,
        });
      }
    }
  }
  return distinctUses([...uses, ...writtenFields(reachable, evaluate)]);
}

/** Which argument of a call is the file of a SQLite database; undefined when none is. */
export function sqliteArgument(
  callee: string,
  call: GoCall,
  place: GoPlace,
  evaluate: GoEvaluator,
): number | undefined {
  if (sqliteDialect.test(callee)) return 0;
  if (!databaseOpeners.has(callee)) return undefined;
  // The context comes first in newer versions of some.
  const driver = call.args.slice(0, 2).findIndex((argument) => {
    const [found] = evaluate.textsOf(argument, place);
    return found !== undefined && /^sqlite3?$/.test(found.text);
  });
  return driver === -1 ? undefined : driver + 1;
}

function writerOf(
  reachable: Reachable,
  call: GoCall,
  callee: string,
  place: GoPlace,
  evaluate: GoEvaluator,
):
  { readonly verb: string; readonly args: readonly number[]; readonly makes: 'file' | 'folder' } | undefined {
  if (callee === 'os.OpenFile') {
    const flags = call.args[1];
    return flags && namesIn(flags).some((name) => /\bO_(?:CREATE|WRONLY|RDWR|APPEND|TRUNC)$/.test(name))
      ? { verb: 'writes', args: [0], makes: 'file' }
      : undefined;
  }
  const database = sqliteArgument(callee, call, place, evaluate);
  if (database !== undefined) return { verb: 'keeps a database in', args: [database], makes: 'file' };
  const writer = lookUp(writers, callee);
  return writer && imports(reachable, writer.with) ? writer : undefined;
}

function namesIn(expression: GoExpression): string[] {
  if (expression.kind === 'name') return [expression.name];
  return expression.kind === 'other' || expression.kind === 'sum' ? expression.parts.flatMap(namesIn) : [];
}

function writtenFields({ packages }: Reachable, evaluate: GoEvaluator): RuntimeUse[] {
  const uses: RuntimeUse[] = [];
  for (const pkg of packages) {
    for (const file of pkg.files) {
      const place = { file, pkg, unit: 0 };
      for (const { type, items } of file.body().lists) {
        for (const { key, value } of items) {
          const field = lookUp(pathFields, `${type}.${key ?? ''}`);
          if (!field?.writes) continue;
          const at = placeAt(place, value.offset);
          for (const text of evaluate.textsOf(value, place)) {
            const write = writeOf(text, 'file');
            if (write)
              uses.push({
                ...write,
                why: `${at.file}:${at.line} ${field.verb} ${write.path}`,
                strength: 'certain',
                at,
              });
          }
        }
      }
    }
  }
  return uses;
}

/** Where a text leads; undefined for databases in memory, standard streams and what has no place. */
function writeOf(
  { text, isComplete, hasUnknownStart }: GoText,
  makes: 'file' | 'folder',
): Pick<RuntimeUse, 'path' | 'kind'> | undefined {
  if (hasUnknownStart || /:memory:|\bmode=memory\b|[\0\n*]/.test(text)) return undefined;
  const plain = text.replace(/^file:(?:\/\/)?/, '').replace(/\?.*$/, '');
  const whole = isComplete ? plain : plain.slice(0, plain.lastIndexOf('/') + 1);
  const path = cleanPath(whole);
  if (path === '' || path === '/' || path.startsWith('/dev/') || path.includes('://')) return undefined;
  if (path === 'stdout' || path === 'stderr' || path.split('/')[0] === home) return undefined;
  return { path, kind: isComplete ? makes : 'folder' };
}
