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
  const edits: TextEdit[] = [...plan.corrections, ...nameBuilder(plan)];
  const leaving = new Set<Instruction>();
  for (const { step, place } of plan.placements) {
    if (place === 'runtime' || place === 'dropped') leaving.add(step.instruction);
  }
  const blocks = leavingBlocks(leaving, dockerfile);
  for (const { start, end, reason } of blocks.removals(plan)) {
    edits.push({ span: span(start, end), newText: '', reason });
  }
  edits.push(appendStage(plan, dockerfile, blocks));
  return edits;
}

function nameBuilder({ builder, stage }: Plan): TextEdit[] {
  if (!builder.renamed) return [];
  const { alias, image } = stage.from;
  const reason = 'names the builder stage, so that the runtime stage can copy from it';
  if (alias) return [{ span: alias.span, newText: builder.name, reason }];
  if (!image) return [];
  return [{ span: span(image.span.end, image.span.end), newText: ` AS ${builder.name}`, reason }];
}

interface Block {
  /** Offset of the first attached comment, or of the instruction's first line. */
  readonly start: number;
  readonly end: number;
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
  const removals = (plan: Plan) =>
    plan.placements
      .filter(({ step }) => leaving.has(step.instruction))
      .map(({ step, place, reason }) => {
        // A dropped instruction leaves its comments where they are; a moved one takes them along.
        const block = place === 'dropped' ? step.instruction.lines : blockOf(step.instruction);
        return { ...widen(block, text), reason };
      });
  return { blockOf, removals };
}

/** Takes one blank line along when the block has blank lines on both sides. */
function widen(block: Block, text: string): Block {
  const before = /(^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, block.start - 80), block.start));
  const blank = /^[ \t]*\r?\n/.exec(text.slice(block.end, block.end + 80));
  return before && blank ? { start: block.start, end: block.end + blank[0].length } : block;
}

/** The runtime stage goes to the end of the converted stage. */
function appendStage(plan: Plan, dockerfile: Dockerfile, blocks: ReturnType<typeof leavingBlocks>): TextEdit {
  const { text, newline } = dockerfile;
  const lines: string[] = [];
  for (const { text: added } of plan.added) lines.push(...added.split('\n'));
  lines.push('', fromLine(plan));
  const moved = new Set(plan.placements.filter((p) => p.place === 'runtime').map((p) => p.step.instruction));
  for (const line of plan.runtimeLines) lines.push(...linesOf(line, dockerfile, moved, blocks));
  const at = text.length;
  const lead = text.endsWith('\n') || text === '' ? '' : newline;
  return {
    span: span(at, at),
    newText: lead + lines.join(newline) + newline,
    reason: `the image that ships: ${plan.runtime.because}`,
  };
}

function fromLine({ stage, runtime, runtimeName }: Plan): string {
  const { keyword } = stage.from;
  const platform = stage.from.platform?.value;
  // A builder's own platform is about speed; the image that ships follows the target.
  const flag = platform && !platform.includes('BUILDPLATFORM') ? `--platform=${platform} ` : '';
  return `${keyword} ${flag}${runtime.image}${runtimeName === undefined ? '' : ` AS ${runtimeName}`}`;
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
  const body = line.text ?? text.slice(instruction.span.start, instruction.span.end);
  return [...splitLines(comments), ...inner(instruction, line), ...splitLines(body)];
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
  for (const line of plan.runtimeLines) {
    if (line.kind === 'new') fresh.push(...line.text.split('\n'));
    else if (line.text !== undefined) {
      edits.push({ span: line.instruction.span, newText: line.text, reason: line.reason });
    }
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
