import type { Range } from '../../server/src/text/span';

/** A fenced block of a Markdown text. */
export interface Block {
  /** First word after the backticks. */
  readonly language: string;
  /** What follows it: a path. */
  readonly argument: string;
  readonly text: string;
}

/** The blocks under one heading. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A finding that a row of carets asks for. */
export interface Mark {
  readonly range: Range;
  /** Must be part of the finding's message; empty when the message is not looked at. */
  readonly message: string;
}

export interface MarkedDockerfile {
  /** Without the rows of carets. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Splits a Markdown text at its headings of any level. Blocks before the first heading are dropped. */
export function sectionsOf(markdown: string): readonly Section[] {
  const sections: { heading: string; blocks: Block[] }[] = [];
  let open: { fence: string; language: string; argument: string; lines: string[] } | undefined;
  for (const line of markdown.split(/\r?\n/)) {
    const fence = /^(`{3,})\s*(\S*)\s*(.*)$/.exec(line);
    if (open) {
      if (fence?.[1] !== open.fence) open.lines.push(line);
      else {
        const text = open.lines.map((each) => `${each}\n`).join('');
        sections.at(-1)?.blocks.push({ language: open.language, argument: open.argument, text });
        open = undefined;
      }
    } else if (fence) {
      open = {
        fence: fence[1] ?? '',
        language: fence[2] ?? '',
        argument: (fence[3] ?? '').trim(),
        lines: [],
      };
    } else {
      const heading = /^#+\s+(.*?)\s*$/.exec(line)?.[1];
      if (heading !== undefined) sections.push({ heading, blocks: [] });
    }
  }
  if (open) throw new Error(`a block of "${sections.at(-1)?.heading ?? ''}" is not closed`);
  return sections;
}

/**
 * Takes the rows of carets out of a Dockerfile. A row marks the characters above it in the nearest line that is no
 * such row, so that several findings of one line have a row each; text after the carets belongs to the message.
 */
export function readMarks(source: string): MarkedDockerfile {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of source.split('\n')) {
    const row = /^( *)(\^+)(?: +(.*?))? *$/.exec(line);
    if (!row) {
      lines.push(line);
      continue;
    }
    const character = row[1]?.length ?? 0;
    const end = character + (row[2]?.length ?? 0);
    const at = lines.length - 1;
    if (end > (lines[at]?.length ?? 0))
      throw new Error(`the carets reach beyond the line "${lines[at] ?? ''}"`);
    marks.push({
      range: { start: { line: at, character }, end: { line: at, character: end } },
      message: row[3] ?? '',
    });
  }
  return { text: lines.join('\n'), marks };
}
