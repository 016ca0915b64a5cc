/** A text in the source of a C-like language, with the code that leads to it. */
export interface SourceLiteral {
  /** Escapes resolved as far as paths need it. */
  readonly value: string;
  /** One-based. */
  readonly line: number;
  /** Offset in the file. */
  readonly offset: number;
  /** Up to 160 characters of code before it, without comments; other texts in it are empty (`""`). */
  readonly before: string;
}

/** Source code taken apart: its texts, and the code alone. */
export interface LexedSource {
  readonly literals: readonly SourceLiteral[];
  /** The code with comments left out and texts emptied. */
  readonly code: string;
}

const contextLength = 160;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };

/** Texts of Rust, C or C++ source. Never throws: an open text or comment ends with the file. */
export function lexSource(text: string, language: 'rust' | 'c'): LexedSource {
  const literals: SourceLiteral[] = [];
  let code = '';
  let line = 1;
  let at = 0;
  const skipTo = (end: number) => {
    for (let i = text.indexOf('\n', at); i !== -1 && i < end; i = text.indexOf('\n', i + 1)) line++;
    at = end;
  };
  const add = (value: string, end: number) => {
    literals.push({ value, line, offset: at, before: code.slice(-contextLength) });
    code += '""';
    skipTo(end);
  };
  const special = language === 'rust' ? /\/[/*]|r#*"|["'\n]/g : /\/[/*]|R"|["'\n]/g;
  while (at < text.length) {
    special.lastIndex = at;
    const found = special.exec(text);
    if (!found) {
      code += text.slice(at);
      break;
    }
    code += text.slice(at, found.index);
    at = found.index;
    const [token] = found;
    if (token === '\n') {
      code += '\n';
      skipTo(at + 1);
    } else if (token === '//') {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end;
    } else if (token === '/*') {
      skipTo(commentEnd(text, at, language === 'rust'));
      code += ' ';
    } else if (token === '"') {
      const end = textEnd(text, at + 1);
      add(unescape(text.slice(at + 1, end)), Math.min(end + 1, text.length));
    } else if (token === "'") {
      const character = /^'(?:[^'\\\n]|\\(?:u\{[^}\n]{0,8}\}|x..|[^\n]))'/.exec(text.slice(at, at + 16))?.[0];
      code += character === undefined ? "'" : "' '";
      at += character?.length ?? 1;
    } else {
      const raw = rawText(text, at, token, language);
      if (!raw || /\w$/.test(code)) {
        code += token[0] ?? '';
        at += 1;
      } else add(raw.value, raw.end);
    }
  }
  return { literals, code };
}

function textEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  return text.length;
}

/** Rust's comments nest, C's do not. */
function commentEnd(text: string, from: number, nests: boolean): number {
  if (!nests) {
    const end = text.indexOf('*/', from + 2);
    return end === -1 ? text.length : end + 2;
  }
  const marks = /\/\*|\*\//g;
  marks.lastIndex = from;
  let depth = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.index + 2;
  }
  return text.length;
}

/** `r#"..."#` of Rust, `R"x(...)x"` of C++. */
function rawText(
  text: string,
  at: number,
  token: string,
  language: 'rust' | 'c',
): { value: string; end: number } | undefined {
  let start = at + token.length;
  let closing = `"${'#'.repeat(token.length - 2)}`;
  if (language === 'c') {
    const delimiter = /^([^()\\\s]{0,16})\(/.exec(text.slice(start, start + 18))?.[1];
    if (delimiter === undefined) return undefined;
    start += delimiter.length + 1;
    closing = `)${delimiter}"`;
  }
  const end = text.indexOf(closing, start);
  return end === -1
    ? { value: text.slice(start), end: text.length }
    : { value: text.slice(start, end), end: end + closing.length };
}

function unescape(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\\n\s*|\\([^])/g, (_, letter?: string) =>
    letter === undefined ? '' : (escapes[letter] ?? letter),
  );
}
