import { evaluateWord } from '../../server/src/model/commands';
import { effectsOf, type EffectContext, type PlainCommand } from '../../server/src/model/effects/effects';
import type { Effect } from '../../server/src/model/model';
import { parseShell } from '../../server/src/shell/parse';
import { known, type Fact } from '../../server/src/text/fact';
import { mappedSlice } from '../../server/src/text/mapped-text';

const ENV: ReadonlyMap<string, Fact<string>> = new Map([
  ['V', known('1.2')],
  ['LIST', known('gcc make')],
  ['EMPTY', known('')],
  ['DIR', known('/opt/x')],
]);

/** The commands of a text in /app, where V, LIST, EMPTY and DIR are set and UNSET is not known. */
export function commandsOf(text: string, cwd: Fact<string> = known('/app')): PlainCommand[] {
  const script = parseShell(mappedSlice(text, 0, text.length));
  return script.commands.map((command) => ({
    command,
    script,
    cwd,
    argv: command.words.map((word) => evaluateWord(word, ENV, false)),
    env: ENV,
  }));
}

/** Effects of all commands of a text, each on a line. */
export function effects(text: string, context: EffectContext = {}, cwd?: Fact<string>): string[] {
  return commandsOf(text, cwd).flatMap((command) => effectsOf(command, context).map(sketch));
}

/** `writes /x` for the path alone, `writes /x/**` for anything below it too, `?` for what is not known. */
function sketch(effect: Effect): string {
  switch (effect.kind) {
    case 'packages':
      return `${effect.manager} ${effect.packages.map(({ name }) => name).join(' ')}`.trim();
    case 'writes': {
      const path = effect.path.known ? effect.path.value : '?';
      const source = effect.from === 'command' ? '' : ` (${effect.from})`;
      return `writes ${path}${effect.tree ? '/**' : ''}${source}`;
    }
    case 'removes':
      return `removes ${effect.path.known ? effect.path.value : '?'}`;
    case 'adds-user':
      return `user ${effect.name} ${effect.uid ?? ''}`.trim();
    case 'builds':
      return `builds ${effect.language}`;
    case 'downloads-dependencies':
      return `dependencies ${effect.language}`;
    case 'unknown':
      return 'unknown';
  }
}
