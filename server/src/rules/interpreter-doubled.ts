import type { JsonItem } from '../dockerfile/ast';
import type { TextEdit } from '../text/edit';
import { repeatedWords } from './facts/interpreters';
import type { Fix, Rule } from './rule';

export const interpreterDoubled: Rule = {
  id: 'interpreter-doubled',
  severity: 'error',
  serves: ['portability'],
  summary: 'CMD names the interpreter that ENTRYPOINT starts already.',
  fixable: 'safe',
  check({ finalStage }) {
    const { entrypoint, cmd } = finalStage.end;
    const args = cmd?.instruction?.arguments;
    if (entrypoint?.form !== 'exec' || args?.form !== 'exec') return [];
    const repeated = repeatedWords(
      entrypoint.argv,
      args.items.map(({ value }) => value),
    );
    const [first] = args.items;
    if (!repeated || !first) return [];
    const starts = entrypoint.argv.join(' ');
    const whose = entrypoint.instruction
      ? 'ENTRYPOINT starts'
      : `The ENTRYPOINT of ${finalStage.image?.reference.raw ?? 'the base image'} is`;
    const fix = repeated.length > 0 ? leaveOut(args.items, repeated, starts) : undefined;
    return [
      {
        at: first.span,
        message: `${whose} ${starts} already, so that "${starts} ${args.items.map(({ value }) => value).join(' ')}" is run: it takes "${first.value}" for the program's file and stops.`,
        ...(fix ? { fixes: [fix] } : {}),
      },
    ];
  },
};

function leaveOut(items: readonly JsonItem[], indices: readonly number[], starts: string): Fix {
  const names = indices.map((index) => `"${items[index]?.value ?? ''}"`).join(' and ');
  return {
    title: `Leave out ${names}, which ENTRYPOINT has`,
    safety: 'safe',
    edits: () =>
      indices.flatMap((index): TextEdit[] => {
        const item = items[index];
        if (!item) return [];
        // With the comma behind it; the last one has none.
        const next = items[index + 1];
        const span = { start: item.span.start, end: next ? next.span.start : item.span.end };
        return [{ span, newText: '', reason: `ENTRYPOINT is ${starts}` }];
      }),
  };
}
