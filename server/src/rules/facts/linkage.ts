import type { RunCommand, Stage } from '../../model/model';
import { originOf, within } from '../../model/paths';
import type { Project } from '../../project/project';
import { effectiveCommand } from '../../shell/effective-command';
import { basename, joinPath } from '../../text/path';
import { oncePer } from '../../text/remember';
import type { DynamicBinary } from './dynamic-binary';
import { goBinary } from './go-linkage';

/**
 * The dynamically linked program at a path of a stage. Undefined for static programs, and whenever it is not certain
 * that the path is a compiler's output and how that was linked.
 */
export function dynamicBinaryAt(stage: Stage, path: string, project: Project): DynamicBinary | undefined {
  const go = goBinary(stage, path, project);
  if (go) return go === 'static' ? undefined : go;
  const compiled = compiledAt(stage, path, project, 0);
  if (!compiled) return undefined;
  const { command, stage: builder } = compiled;
  const libc = builder.image?.libc;
  if (libc !== 'glibc' && libc !== 'musl') return undefined;
  const { name = '', args } = effectiveCommand(command.command);
  const tool = basename(name);
  if (command.argv.some((word) => !word.known)) return undefined;
  const words = args.map((word) => word.literal ?? word.raw);
  if (tool === 'cargo' && libc === 'glibc' && isDynamicCargo(command, words, compiled.path, project)) {
    const because = 'Rust programs for a gnu target load glibc and libgcc_s';
    return { ...builtBy(command), language: 'Rust', stage: builder, libc, because, runtime: 'libgcc_s' };
  }
  if (/^(gcc|g\+\+|cc|c\+\+|clang|clang\+\+)(-\d+)?$/.test(tool) && isDynamicC(words)) {
    const because = `${tool} links ${libc} dynamically unless -static is given`;
    const isCxx = /\+\+/.test(tool) && !words.includes('-static-libstdc++');
    return {
      ...builtBy(command),
      language: 'C',
      stage: builder,
      libc,
      because,
      runtime: isCxx ? 'libstdc++' : undefined,
    };
  }
  return undefined;
}

function builtBy({ command }: RunCommand) {
  return { built: command.span, fix: undefined };
}

interface Compiled {
  readonly command: RunCommand;
  readonly stage: Stage;
  readonly path: string;
}

/** Commands that change a program in place without linking it anew. */
const touchUps = new Set(['strip', 'upx', 'chmod', 'chown', 'chgrp', 'setcap', 'touch']);

/** The compiler's command behind a path: copies between stages, cp, mv and strip are looked through. */
function compiledAt(stage: Stage, path: string, project: Project, depth: number): Compiled | undefined {
  // Copies of copies of copies: nobody writes that, and cycles end here.
  if (depth > 8) return undefined;
  const origin = originOf(stage, path, project);
  if (origin.kind === 'stage') return compiledAt(origin.stage, origin.path, project, depth + 1);
  if (origin.kind !== 'command') return undefined;
  const commands = commandsOfChain(stage);
  for (let i = commands.findIndex(({ command }) => command === origin.command); i >= 0; i--) {
    const found = commands[i];
    if (!found || !writes(found.command, path)) continue;
    const { name = '', args } = effectiveCommand(found.command.command);
    const tool = basename(name);
    if (touchUps.has(tool)) continue;
    if (tool === 'cp' || tool === 'mv' || tool === 'install') {
      const source = sourceOf(
        found.command,
        args.map((word) => word.literal),
        path,
      );
      return source === undefined ? undefined : compiledAt(found.stage, source, project, depth + 1);
    }
    return { ...found, path };
  }
  return undefined;
}

const commandsOfChain: (stage: Stage) => readonly { command: RunCommand; stage: Stage }[] = oncePer(
  (stage) => {
    const own = stage.steps.flatMap(({ commands }) =>
      (commands ?? []).map((command) => ({ command, stage })),
    );
    return stage.base.kind === 'stage' ? [...commandsOfChain(stage.base.stage), ...own] : own;
  },
);

function writes({ effects }: RunCommand, path: string): boolean {
  return effects.some(
    (effect) =>
      effect.kind === 'writes' &&
      effect.path.known &&
      (effect.path.value === path || (effect.tree && within(path, effect.path.value))),
  );
}

/** Of `cp SOURCE DESTINATION` with one source: where the file at the path came from. */
function sourceOf(
  command: RunCommand,
  args: readonly (string | undefined)[],
  path: string,
): string | undefined {
  const operands = args.filter((arg) => arg === undefined || !arg.startsWith('-'));
  const [source, destination, third] = operands;
  if (source === undefined || destination === undefined || third !== undefined || !command.cwd.known)
    return undefined;
  const from = joinPath(command.cwd.value, source);
  const to = joinPath(command.cwd.value, destination).replace(/(.)\/$/, '$1');
  return to === path || joinPath(to, basename(from)) === path ? from : undefined;
}

function isDynamicCargo(
  command: RunCommand,
  words: readonly string[],
  path: string,
  project: Project,
): boolean {
  if (words[0] !== 'build' && words[0] !== 'install') return false;
  const flags = ['RUSTFLAGS', 'CARGO_BUILD_TARGET', 'CARGO_ENCODED_RUSTFLAGS'].map((name) =>
    command.env.get(name),
  );
  if (flags.some((flag) => flag && (!flag.known || /static|musl/.test(flag.value)))) return false;
  if (words.some((word) => /musl|static/.test(word)) || /musl/.test(path)) return false;
  return !project.files.some(
    (file) =>
      /(^|\/)\.cargo\/config(\.toml)?$/.test(file.path) &&
      /static|musl/.test(project.read(file.path) ?? 'musl'),
  );
}

/** Linking a program, with nothing among the words that speaks of static, of a library or of another C library. */
function isDynamicC(words: readonly string[]): boolean {
  if (!words.includes('-o')) return false;
  return !words.some((word) =>
    /static|^-(c|S|E|r|shared|nostdlib|nodefaultlibs|ffreestanding)$|^@|`|\$/.test(word),
  );
}
