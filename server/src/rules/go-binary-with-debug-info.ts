import { programAt, type BuiltProgram } from '../ecosystems/go/trace';
import { basename } from '../text/path';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { copiedPrograms } from './facts/copied-programs';
import type { Finding, Rule } from './rule';

/** Programs that the author strips, packs or builds for debugging are let be, and so are flags that are not known. */
export const goBinaryWithDebugInfo: Rule = {
  id: 'go-binary-with-debug-info',
  severity: 'hint',
  offByDefault: true,
  serves: ['size'],
  summary: 'A Go program ships with its symbol table and debug information.',
  fixable: 'review',
  check({ model, finalStage, project }) {
    const found = new Map<number, Finding>();
    for (const { stage, path } of copiedPrograms(finalStage)) {
      const program = programAt(stage, path, project);
      if (!program || !isPlain(program)) continue;
      const { command, carrier, go } = program.call;
      const own = carrier === command;
      const at: Span = own
        ? { start: go.goWord.span.start, end: go.verbWord.span.end }
        : carrier.command.span;
      const edit = own ? strip(program, model.dockerfile.text) : undefined;
      found.set(at.start, {
        at,
        message: `${basename(path)} ships with its symbol table and debug information, about a quarter of a Go program. Without them stack traces stay the same; only a debugger misses them.`,
        fixes: edit
          ? [
              {
                title: `Compile ${basename(path)} with -ldflags="-s -w"`,
                safety: 'review',
                edits: () => [edit],
              },
            ]
          : [],
      });
    }
    return [...found.values()];
  },
};

function isPlain({ call: { go, command }, stage }: BuiltProgram): boolean {
  if (
    ['gcflags', 'race', 'msan', 'asan', 'cover', 'toolexec', 'buildmode'].some((flag) => go.flags.has(flag))
  )
    return false;
  const ldflags = go.flags.get('ldflags');
  const text = ldflags?.known ? ldflags.value : '';
  if (/(^|\s)-(s|w)(\s|=|$)/.test(text) || (ldflags && !ldflags.known)) return false;
  if (command.env.has('GOFLAGS')) return false;
  return !stage.steps.some(({ commands }) =>
    commands?.some(({ command: each }) =>
      /^(strip|llvm-strip|upx|objcopy)\b|\/upx\b/.test(each.words.map(({ raw }) => raw).join(' ')),
    ),
  );
}

/** Flags go after -C, which has to be the first one; into -ldflags where the author quotes it. */
function strip({ call: { go, command } }: BuiltProgram, text: string): TextEdit | undefined {
  const reason = 'Leaves out symbol table and debug information';
  if (command.script.fault) return undefined;
  if (!go.flags.has('ldflags')) {
    const at = go.flags.get('C')?.source?.end ?? go.verbWord.span.end;
    return { span: { start: at, end: at }, newText: ' -ldflags="-s -w"', reason };
  }
  for (const [i, { raw, span }] of command.command.words.entries()) {
    const joined = /^--?ldflags=["']/.exec(raw);
    const next = /^--?ldflags$/.test(command.command.words[i - 1]?.raw ?? '') ? /^["']/.exec(raw) : null;
    const head = (joined ?? next)?.[0];
    if (head === undefined || !text.startsWith(head, span.start)) continue;
    const at = span.start + head.length;
    return { span: { start: at, end: at }, newText: '-s -w ', reason };
  }
  return undefined;
}
