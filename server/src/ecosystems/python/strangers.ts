import type { RunCommand, Stage } from '../../model/model';
import type { Span } from '../../text/span';

/** A command of which nobody can tell what it leaves in the image. */
export interface Stranger {
  readonly name: string;
  readonly at: Span;
}

/** Scripts that install a tool to build with, and nothing that runs. Sources: python-poetry.org, docs.astral.sh, nodesource. */
const bringsTool =
  /install\.python-poetry\.org|get-poetry|astral\.sh\/uv|deb\.nodesource\.com|bootstrap\.pypa\.io|sh\.rustup\.rs|install\.duckdb|get-pip/;

/**
 * The first command that may put anywhere what the program needs: of an interpreted program every file counts, and only
 * folders that are known are copied.
 */
export function strangerIn(stage: Stage): Stranger | undefined {
  for (const command of stage.steps.flatMap((step) => step.commands ?? [])) {
    if (!command.effects.some(({ kind }) => kind === 'unknown')) continue;
    // What compiles and installs for other languages works in its own folder.
    const isBuild = command.effects.some(
      (effect) => effect.kind === 'builds' || effect.kind === 'downloads-dependencies',
    );
    if (isBuild || bringsTool.test(textOf(command))) continue;
    const [name] = command.argv;
    const written =
      name?.known && name.value !== '' ? name.value : (command.command.words[0]?.raw ?? 'a command');
    return { name: written, at: command.command.span };
  }
  return undefined;
}

/** The whole line: what `| python3 -` gets is named before it. */
function textOf({ script, command }: RunCommand): string {
  const words = script.commands.flatMap((each) => (each.span.start <= command.span.start ? each.words : []));
  return words.map(({ raw }) => raw).join(' ');
}
