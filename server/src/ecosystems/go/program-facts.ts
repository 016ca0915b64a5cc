import { evaluator, ownProgram } from './evaluate';
import type { Reachable } from './reach';
import { callsOf, placeAt, type RuntimePlace } from './runtime-use';

/** A program that is started. */
export interface Spawn {
  /** As written, a path or a name; undefined when it is computed. */
  readonly name: string | undefined;
  readonly why: string;
  readonly at: RuntimePlace;
}

export interface Spawns {
  /** Some package of the program imports os/exec: only then can it start others by the usual way. */
  readonly usesExec: boolean;
  /** It starts itself again, as prefork servers do. */
  readonly startsItself: boolean;
  readonly programs: readonly Spawn[];
}

/** Starters of programs: which argument is the name. */
const starters: Readonly<Record<string, number>> = {
  'os/exec.Command': 0,
  'os/exec.CommandContext': 1,
  'os/exec.LookPath': 0,
  'syscall.Exec': 0,
  'golang.org/x/sys/unix.Exec': 0,
  'os.StartProcess': 0,
};

/** Modules that start a program of another package. */
const spawningModules: Readonly<Record<string, string>> = {
  'github.com/u2takey/ffmpeg-go': 'ffmpeg',
  'github.com/xfrr/goffmpeg': 'ffmpeg',
  'github.com/SebastiaanKlippert/go-wkhtmltopdf': 'wkhtmltopdf',
  'github.com/chromedp/chromedp': 'chromium',
  'github.com/go-rod/rod': 'chromium',
  'github.com/playwright-community/playwright-go': 'playwright',
  'github.com/barasher/go-exiftool': 'exiftool',
};

/** Programs besides itself that a program starts, found in its own sources and by a table of modules. */
export function spawnedPrograms(reachable: Reachable): Spawns {
  const evaluate = evaluator(reachable);
  const programs: Spawn[] = [];
  let startsItself = false;
  for (const { call, callee, place } of callsOf(reachable, evaluate)) {
    const argument = Object.hasOwn(starters, callee) ? call.args[starters[callee] ?? 0] : undefined;
    if (!argument) continue;
    const at = placeAt(place, call.offset);
    const texts = evaluate.textsOf(argument, place);
    const isKnown = texts.length > 0 && texts.every((text) => text.isComplete && !text.hasUnknownStart);
    if (texts.some(({ text }) => text === ownProgram)) {
      startsItself = true;
      continue;
    }
    for (const name of isKnown ? new Set(texts.map(({ text }) => text)) : [undefined]) {
      programs.push({
        name,
        why: `${at.file}:${at.line} starts ${name ?? 'a program by a computed name'}`,
        at,
      });
    }
  }
  for (const pkg of reachable.packages) {
    for (const file of pkg.files) {
      for (const { path, offset } of file.head.imports) {
        const module = Object.keys(spawningModules).find((each) => `${path}/`.startsWith(`${each}/`));
        if (module === undefined) continue;
        const name = spawningModules[module];
        const at = { file: file.path, line: file.lineAt(offset) };
        programs.push({ name, why: `${module} starts ${name}`, at });
      }
    }
  }
  return { usesExec: reachable.external.includes('os/exec'), startsItself, programs };
}

/** Whether a program looks up time zones by name, and whether it carries their data itself. */
export function timeZones(reachable: Reachable): { readonly used: boolean; readonly embedded: boolean } {
  const evaluate = evaluator(reachable);
  let used = false;
  for (const { callee } of callsOf(reachable, evaluate)) used ||= callee === 'time.LoadLocation';
  return { used, embedded: reachable.external.includes('time/tzdata') };
}

/** Ports below 1024 that texts like `:80` suggest the program listens on; best effort. */
export function lowPorts(reachable: Reachable): { readonly port: number; readonly at: RuntimePlace }[] {
  const found = new Map<number, RuntimePlace>();
  for (const pkg of reachable.packages) {
    for (const file of pkg.files) {
      for (const { value, offset, call } of file.body().literals) {
        const port = Number(/^(?:0\.0\.0\.0|\[::\]|\*)?:(\d{1,5})$/.exec(value)?.[1] ?? 0);
        const listens = call === undefined || /(?:Listen|Serve|Run|Start|New|Addr)/i.test(call.callee);
        if (port > 0 && port < 1024 && listens && !found.has(port)) {
          found.set(port, { file: file.path, line: file.lineAt(offset) });
        }
      }
    }
  }
  return [...found].map(([port, at]) => ({ port, at }));
}
