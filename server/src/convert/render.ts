import type { Dockerfile, Instruction } from '../dockerfile/ast';
import type { BuildModel } from '../model/model';
import type { TextEdit } from '../text/edit';
import { span } from '../text/span';
import type { Plan, RuntimeLine } from './plan';

/** The edits that carry out a plan. Text outside them is not touched. */
export function renderPlan(plan: Plan, model: BuildModel): TextEdit[] {
  const { dockerfile } = model;
  const edits = plan.shape === 'split' ? renderSplit(plan, dockerfile) : renderReplace(plan, dockerfile);
  if (dockerfile.newline === '\n') return edits;
  return edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/\r?\n/g, dockerfile.newline) }));
}

function renderSplit(plan: Plan, dockerfile: Dockerfile): TextEdit[] {
  const edits: TextEdit[] = [...plan.corrections, ...nameBuilder(plan, dockerfile.text)];
  const leaving = new Set<Instruction>();
  for (const { step, place } of plan.placements) {
    if (place === 'runtime' || place === 'dropped') leaving.add(step.instruction);
  }
  const blocks = leavingBlocks(leaving, dockerfile);
  for (const { start, end, reason } of blocks.removals(plan)) {
    edits.push({ span: span(start, end), newText: '', reason });
  }
  const removedToEnd = edits.some((edit) => edit.span.end === dockerfile.text.length && edit.newText === '');
  edits.push(appendStage(plan, dockerfile, blocks, removedToEnd));
  return edits;
}

function nameBuilder(plan: Plan, text: string): TextEdit[] {
  const { builder, stage } = plan;
  const lower = writesLowerCase(plan, text);
  if (!builder.renamed) return [];
  const { alias, image } = stage.from;
  const reason = 'names the builder stage, so that the runtime stage can copy from it';
  if (alias) return [{ span: alias.span, newText: builder.name, reason }];
  if (!image) return [];
  return [
    {
      span: span(image.span.end, image.span.end),
      newText: ` ${lower ? 'as' : 'AS'} ${builder.name}`,
      reason,
    },
  ];
}

interface Block {
  /** Offset of the first attached comment, or of the instruction's first line. */
  readonly start: number;
  readonly end: number;
}

interface Removal extends Block {
  readonly reason: string;
}

/** Whole lines of the instructions that leave the builder, with the comments right above them. */
function leavingBlocks(leaving: ReadonlySet<Instruction>, dockerfile: Dockerfile) {
  const { text, comments } = dockerfile;
  const commentStarts = new Map<number, number>();
  for (const comment of comments) {
    const lineStart = text.lastIndexOf('\n', comment.span.start - 1) + 1;
    const next = text.indexOf('\n', comment.span.end);
    commentStarts.set(next === -1 ? text.length : next + 1, lineStart);
  }
  const directivesEnd = Math.max(0, ...dockerfile.directives.map((d) => d.span.end));
  const blockOf = (instruction: Instruction): Block => {
    let { start } = instruction.lines;
    for (let above = commentStarts.get(start); above !== undefined && above >= directivesEnd;) {
      start = above;
      above = commentStarts.get(start);
    }
    return { start, end: instruction.lines.end };
  };
  const removals = (plan: Plan): Removal[] => {
    const single = plan.placements
      .filter(({ step }) => leaving.has(step.instruction))
      // A dropped instruction leaves its comments where they are; a moved one takes them along.
      .map(({ step, place, reason }): Removal => ({
        ...(place === 'dropped' ? step.instruction.lines : blockOf(step.instruction)),
        reason,
      }));
    return joined(single, text).map((removal) => ({ ...removal, ...widen(removal, text) }));
  };
  return { blockOf, removals };
}

/** Removals with nothing but blank lines between them become one. */
function joined(removals: readonly Removal[], text: string): Removal[] {
  const result: Removal[] = [];
  for (const removal of removals) {
    const last = result.at(-1);
    if (last && /^\s*$/.test(text.slice(last.end, removal.start))) {
      const reason = last.reason === removal.reason ? last.reason : `${last.reason}; ${removal.reason}`;
      result.splice(-1, 1, { start: last.start, end: removal.end, reason });
    } else result.push(removal);
  }
  return result;
}

/** Takes blank lines along that would stand double, or at the end of the stage. */
function widen({ start, end }: Block, text: string): Block {
  const before = /(\r?\n)([ \t]*\r?\n)+$/.exec(text.slice(0, start));
  const rest = text.slice(end);
  if (/^\s*$/.test(rest)) {
    return { start: before ? before.index + (before[1]?.length ?? 0) : start, end: text.length };
  }
  const after = /^([ \t]*\r?\n)+/.exec(rest);
  return before && after ? { start, end: end + after[0].length } : { start, end };
}

/** The runtime stage goes to the end of the converted stage. */
function appendStage(
  plan: Plan,
  dockerfile: Dockerfile,
  blocks: ReturnType<typeof leavingBlocks>,
  removedToEnd: boolean,
): TextEdit {
  const { text, newline } = dockerfile;
  const lines: string[] = [];
  for (const { text: added } of plan.added) lines.push(...inStyle(added, plan, dockerfile).split('\n'));
  lines.push('', fromLine(plan, text));
  const moved = new Set(plan.placements.filter((p) => p.place === 'runtime').map((p) => p.step.instruction));
  for (const line of plan.runtimeLines) {
    const styled = line.kind === 'new' ? { ...line, text: inStyle(line.text, plan, dockerfile) } : line;
    lines.push(...linesOf(styled, dockerfile, moved, blocks));
  }
  const at = text.length;
  const lead = text.endsWith('\n') || removedToEnd ? '' : newline;
  return {
    span: span(at, at),
    newText: lead + lines.join(newline) + newline,
    reason: `the image that ships: ${plan.runtime.because}`,
  };
}

function fromLine(plan: Plan, text: string): string {
  const { stage, runtime, runtimeName } = plan;
  const lower = writesLowerCase(plan, text);
  const keyword = lower ? 'from' : 'FROM';
  const platform = stage.from.platform?.value;
  // A builder's own platform is about speed; the image that ships follows the target.
  const flag = platform && !platform.includes('BUILDPLATFORM') ? `--platform=${platform} ` : '';
  const as = lower ? 'as' : 'AS';
  return `${keyword} ${flag}${runtime.image}${runtimeName === undefined ? '' : ` ${as} ${runtimeName}`}`;
}

/** The author writes keywords in lower case. */
function writesLowerCase({ stage }: Plan, text: string): boolean {
  const written = text.slice(stage.from.keywordSpan.start, stage.from.keywordSpan.end);
  return written === written.toLowerCase();
}

/** In the author's case of keywords, and with the author's character at the ends of lines that go on. */
function inStyle(instruction: string, plan: Plan, { text, escape }: Dockerfile): string {
  const continued = escape === '\\' ? instruction : instruction.replace(/\\$/gm, escape);
  if (!writesLowerCase(plan, text)) return continued;
  return continued.replace(/^[A-Z]+/, (keyword) => keyword.toLowerCase());
}

function linesOf(
  line: RuntimeLine,
  dockerfile: Dockerfile,
  moved: ReadonlySet<Instruction>,
  blocks: ReturnType<typeof leavingBlocks>,
): string[] {
  if (line.kind === 'new') return line.text.split('\n');
  const { text } = dockerfile;
  const { instruction } = line;
  const block = moved.has(instruction) ? blocks.blockOf(instruction) : instruction.lines;
  const comments = text.slice(block.start, instruction.lines.start);
  const written = text.slice(instruction.keywordSpan.start, instruction.keywordSpan.end);
  const body =
    line.text?.replace(/^[A-Z]+/, (keyword) => inCaseOf(written, keyword)) ??
    text.slice(instruction.span.start, instruction.span.end);
  return [...splitLines(comments), ...inner(instruction, line), ...splitLines(body)];
}

/** The author's spelling of a keyword; one that takes its place (ENTRYPOINT for CMD) is written in the same case. */
function inCaseOf(written: string, keyword: string): string {
  if (written.toUpperCase() === keyword) return written;
  return written === written.toLowerCase() ? keyword.toLowerCase() : keyword;
}

/** Comments inside a continued instruction that is written anew on one line. */
function inner(instruction: Instruction, line: RuntimeLine): string[] {
  if (line.kind === 'new' || line.text === undefined) return [];
  return instruction.innerComments.map((comment) => `# ${comment.content}`);
}

function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function renderReplace(plan: Plan, dockerfile: Dockerfile): TextEdit[] {
  const { stage, runtime } = plan;
  const edits: TextEdit[] = [...plan.corrections];
  const { image } = stage.from;
  if (image) edits.push({ span: image.span, newText: runtime.image, reason: runtime.because });
  for (const { step, place, reason } of plan.placements) {
    if (place !== 'dropped') continue;
    edits.push({ span: widenedLines(step.instruction, dockerfile.text), newText: '', reason });
  }
  const fresh: string[] = [];
  const leading = new Map<Instruction, string>();
  for (const line of plan.runtimeLines) {
    if (line.kind === 'source') continue;
    if (!line.before) fresh.push(...line.text.split('\n'));
    else leading.set(line.before, (leading.get(line.before) ?? '') + line.text + dockerfile.newline);
  }
  for (const line of plan.runtimeLines) {
    if (line.kind === 'new' || line.text === undefined) continue;
    const newText = (leading.get(line.instruction) ?? '') + line.text;
    edits.push({ span: line.instruction.span, newText, reason: line.reason });
  }
  if (fresh.length > 0) {
    const at = stage.from.span.end;
    edits.push({
      span: span(at, at),
      newText: fresh.map((line) => dockerfile.newline + line).join(''),
      reason: 'what the full image set by itself',
    });
  }
  return edits;
}

function widenedLines(instruction: Instruction, text: string) {
  const { start, end } = widen(instruction.lines, text);
  return span(start, end);
}
