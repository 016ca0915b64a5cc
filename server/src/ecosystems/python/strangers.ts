import type { RunCommand, Stage } from '../../model/model';
import type { Span } from '../../text/span';

/** A command of which nobody can tell what it leaves in the image. */
export interface Stranger {
  readonly name: string;
  readonly at: Span;
}

/** Scripts that install a tool to build with, and nothing that runs. Sources: python-poetry.org, docs.astral.sh, nodesource. */
const bringsTool =
  /install\.python-poetry\.org|get-poetry|astral\.sh\/uv|bootstrap\.pypa\.io|sh\.rustup\.rs|get-pip/;

/** Brings Node.js: for front ends that the build makes, unless the program starts others. Source: nodesource.com. */
const bringsNode = /deb\.nodesource\.com|nodesource\.gpg|dl\.yarnpkg\.com/;

/**
 * The first command that may put anywhere what the program needs: of an interpreted program every file counts, and only
 * folders that are known are copied.
 * @param isClosed all programs that it starts are known, and none is Node.js.
 */
export function strangerIn(stage: Stage, isClosed: boolean): Stranger | undefined {
  for (const command of stage.steps.flatMap((step) => step.commands ?? [])) {
    const isUnknown = command.effects.some(({ kind }) => kind === 'unknown');
    if (!isUnknown && !addsPackageSource(command)) continue;
    // What compiles and installs for other languages works in its own folder.
    const isBuild = command.effects.some(
      (effect) =>
        (effect.kind === 'builds' || effect.kind === 'downloads-dependencies') &&
        effect.language !== 'python',
    );
    if (isBuild || bringsTool.test(textOf(command))) continue;
    if (isClosed && bringsNode.test(textOf(command))) continue;
    const [name] = command.argv;
    const written =
      name?.known && name.value !== '' ? name.value : (command.command.words[0]?.raw ?? 'a command');
    return { name: written, at: command.command.span };
  }
  return undefined;
}

/** Packages of others come from there, in versions that the runtime image would not get. */
function addsPackageSource({ effects, argv }: RunCommand): boolean {
  if (argv.some((word) => word.known && /^(add-apt-repository|apt-key)$/.test(word.value))) return true;
  return effects.some(
    (effect) =>
      effect.kind === 'writes' && effect.path.known && /^\/etc\/apt\/.*\.d(\/|$)/.test(effect.path.value),
  );
}

/** The whole line: what `| python3 -` gets is named before it. */
function textOf({ script, command }: RunCommand): string {
  const words = script.commands.flatMap((each) => (each.span.start <= command.span.start ? each.words : []));
  return words.map(({ raw }) => raw).join(' ');
}
