import type { CommandWithoutEffects } from '../../model/commands';
import { evaluateWord } from '../../model/commands';
import { effectiveCommand } from '../../shell/effective-command';
import type { ShellWord } from '../../shell/ast';
import { basename, joinPath } from '../../text/path';
import { known, unknown, type Fact } from '../../text/fact';
import { librariesOfModule } from './libraries';

/** A compiler that links a program. */
export interface LinkCommand {
  /** Absolute path of the program. */
  readonly output: Fact<string>;
  readonly isCxx: boolean;
  readonly isStatic: boolean;
  /** Libraries by the name that linkers know; unknown when one of them cannot be told. */
  readonly libraries: Fact<readonly string[]>;
  /** The word that names the compiler. */
  readonly tool: ShellWord;
}

const compilers = /^(?:[\w.]+-linux-\w+-)?(gcc|g\+\+|cc|c\+\+|clang|clang\+\+|c99|musl-gcc)(?:-\d+)?$/;

/** Options of GCC and Clang that take the next word. */
const valued = new Set([
  '-o',
  '-I',
  '-L',
  '-l',
  '-D',
  '-U',
  '-x',
  '-include',
  '-isystem',
  '-iquote',
  '-idirafter',
  '-MF',
  '-MT',
  '-MQ',
  '-Xlinker',
  '-Xpreprocessor',
  '-Xassembler',
  '-T',
  '-u',
  '-z',
  '-arch',
  '-target',
  '-aux-info',
]);

/** The command when it links a program; undefined for all else, compilation to object files included. */
export function readLinkCommand(command: CommandWithoutEffects): LinkCommand | undefined {
  const { name, args } = effectiveCommand(command.command);
  const [, kind] = compilers.exec(basename(name ?? '')) ?? [];
  if (kind === undefined) return undefined;
  const value = (word: ShellWord) => evaluateWord(word, command.env, command.command.runs === 'always');
  const libraries = new Set<string>();
  let output: Fact<string> | undefined;
  let inputs = 0;
  let isStatic = kind === 'musl-gcc';
  let doubt: string | undefined;
  let isCxx = kind.includes('++');
  for (let i = 0; i < args.length; i++) {
    const word = args[i] as ShellWord;
    const fact = value(word);
    if (!fact.known) {
      // Objects and sources may be listed by a command; libraries come from pkg-config.
      const fromTool = computedLibraries(word.raw);
      if (fromTool === 'unknown') doubt ??= `${word.raw} adds libraries that are not known here`;
      else for (const library of fromTool) libraries.add(library);
      inputs++;
      continue;
    }
    for (const text of fact.value.split(/\s+/).filter((each) => each !== '')) {
      if (/^-(c|S|E|M|MM|shared|fsyntax-only|dumpversion|print-.*)$|^-(-version|v)$/.test(text))
        return undefined;
      if (text === '-o') output = args[i + 1] ? value(args[++i] as ShellWord) : unknown('-o names no file');
      else if (/^-o./.test(text)) output = known(text.slice(2), word.span);
      else if (text === '-l') {
        const next = args[++i];
        if (next?.literal !== undefined) libraries.add(next.literal);
      } else if (/^-l:.*\.a$/.test(text)) continue;
      else if (/^-l./.test(text)) libraries.add(text.slice(2));
      else if (valued.has(text)) i++;
      else if (/^-static(-pie)?$/.test(text)) isStatic = true;
      else if (text === '-fopenmp') libraries.add('gomp');
      else if (/^-fsanitize=|^-stdlib=libc\+\+/.test(text))
        doubt ??= `${text} links a library that the runtime image lacks`;
      else if (/\.so(\.\d+)*$/.test(text) && !text.startsWith('-'))
        doubt ??= `the program is linked to ${text}`;
      else if (!text.startsWith('-')) {
        inputs++;
        isCxx ||= /\.(cc|cpp|cxx|C|c\+\+)$/.test(text) && kind.includes('++');
      }
    }
  }
  if (inputs === 0 && !output) return undefined;
  const path = output ?? known('a.out');
  const { cwd } = command;
  return {
    output: !path.known
      ? path
      : path.value.startsWith('/')
        ? known(joinPath('/', path.value))
        : cwd.known
          ? known(joinPath(cwd.value, path.value))
          : cwd,
    isCxx: isCxx || libraries.has('stdc++'),
    isStatic,
    libraries: doubt === undefined ? known([...libraries]) : unknown(doubt, command.command.span),
    tool: command.command.words[command.command.words.length - args.length - 1] as ShellWord,
  };
}

/** What `$(pkg-config --cflags --libs libcurl)` and the like add; nothing for lists of files. */
function computedLibraries(raw: string): readonly string[] | 'unknown' {
  const [, words = ''] = /(?:pkg-config|pkgconf)\s+([^`)]*)/.exec(raw) ?? [];
  if (words === '') return /[-_]config\b[^`)]*--(?:libs|ldflags)/.test(raw) ? 'unknown' : [];
  if (!/--libs/.test(words)) return [];
  const libraries: string[] = [];
  for (const module of words.split(/\s+/).filter((word) => word !== '' && !word.startsWith('-'))) {
    const own = librariesOfModule(module.replace(/["']/g, ''));
    if (!own) return 'unknown';
    libraries.push(...own);
  }
  return libraries;
}
