import { goTokens, stringValue, type GoToken } from './tokenise';

/** What stands before the first declaration of a Go file. */
export interface GoHead {
  /** Name of the package clause; undefined in a half-typed file. */
  readonly packageName: string | undefined;
  readonly imports: readonly GoImport[];
  /** Comments before the package clause, where build constraints stand. */
  readonly leading: readonly string[];
  /** The C preamble: the comment directly before `import "C"`. Undefined when the file does not use cgo. */
  readonly preamble: string | undefined;
  /** Offset behind the last import; comments and declarations follow. */
  readonly end: number;
}

export interface GoImport {
  readonly path: string;
  /** As written before the path: an alias, `_` or `.`. */
  readonly name: string | undefined;
  /** Zero-based UTF-16 offset of the path. */
  readonly offset: number;
}

/** Reads a Go file up to its first declaration, which is cheap for long files: imports must come first. */
export function readHead(source: string): GoHead {
  const leading: string[] = [];
  const imports: GoImport[] = [];
  let packageName: string | undefined;
  let preamble: string | undefined;
  let comment: GoToken | undefined;
  let state: 'top' | 'package' | 'import' | 'group' = 'top';
  let alias: string | undefined;
  let end = 0;

  for (const token of goTokens(source)) {
    if (token.kind === 'comment') {
      if (packageName === undefined && state === 'top') leading.push(token.text);
      comment = joined(source, comment, token);
      continue;
    }
    if (state === 'package') {
      packageName = token.kind === 'name' ? token.text : undefined;
      state = 'top';
    } else if (state === 'top') {
      if (token.text === 'package' && packageName === undefined) state = 'package';
      else if (token.text === 'import') state = 'import';
      else if (token.text !== ';') break;
      end = token.end;
      // The comment stays the preamble of `import "C"`, before the keyword.
      if (token.text === 'import') continue;
    } else if (token.kind === 'string') {
      const path = stringValue(token.text);
      imports.push({ path, name: alias, offset: token.start });
      if (path === 'C') preamble = `${preamble ?? ''}${uncommented(comment?.text ?? '')}\n`;
      alias = undefined;
      if (state === 'import') state = 'top';
    } else if (token.text === '(') state = 'group';
    else if (token.text === ')') state = 'top';
    else if (token.kind === 'name' || token.text === '.') alias = token.text;
    end = token.end;
    comment = undefined;
  }
  return { packageName, imports, leading, preamble, end };
}

/** Line comments on lines that follow each other are one comment. */
function joined(source: string, before: GoToken | undefined, token: GoToken): GoToken {
  const adjacent =
    before?.kind === 'comment' && /^[ \t\r]*\n[ \t]*$/.test(source.slice(before.end, token.start));
  if (!before || !adjacent) return token;
  return { ...token, start: before.start, text: `${before.text}\n${token.text}` };
}

function uncommented(comment: string): string {
  return comment.replace(/^\/\*|\*\/$/gm, '').replace(/^[ \t]*\/\/ ?/gm, '');
}
