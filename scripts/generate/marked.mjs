import { ExplainedError } from '../reporting.mjs';

/**
 * The text with what lies between `<!-- NAME: generated -->` and `<!-- /NAME -->` replaced.
 * @throws ExplainedError when the two marks are not there, once each and in this order.
 */
export function replaceMarked(text, name, content) {
  const open = `<!-- ${name}: generated -->`;
  const close = `<!-- /${name} -->`;
  const parts = text.split(open);
  const rest = parts[1]?.split(close);
  if (parts.length !== 2 || rest?.length !== 2) {
    throw new ExplainedError(`expected one pair of marks ${open} and ${close}`);
  }
  return `${parts[0]}${open}\n\n${content}\n\n${close}${rest[1]}`;
}

/** A Markdown table; prettier aligns it. */
export function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const inCell = (cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return [line(header), line(header.map(() => '---')), ...rows.map((row) => line(row.map(inCell)))].join(
    '\n',
  );
}
