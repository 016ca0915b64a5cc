import type { CommandWithoutEffects } from '../../model/commands';
import { effectiveCommand } from '../../shell/effective-command';
import { basename, joinPath } from '../../text/path';
import type { LanguageName } from './languages';

/** Where a compiler leaves a program. */
export interface Output {
  readonly language: LanguageName;
  /** Absolute: of the program, or of the folder that it lies in. */
  readonly path: string;
  /** Any file in that folder, at any depth, is such a program. */
  readonly folder: boolean;
  /** No shared library is linked. */
  readonly isStatic: boolean;
}

/** Options that take the next word. Sources: dart.dev, crystal-lang.org, docs.haskellstack.org, cabal.readthedocs.io. */
const valued =
  /^(-o|--output|-p|--packages|-D|--define|-S|--save-debugging-info|--verbosity|--local-bin-path|--installdir|--install-method|--link-flags|-c|--configuration|--product|--scratch-path|--package-path|-j|--jobs|--threads|--mcpu|--flag|--resolver|-package|-I|-i)$/;

interface Words {
  readonly operands: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

/** The program that a command compiles; undefined for one that compiles none, or at a place that is not told. */
export function outputOf({ command, argv, cwd }: CommandWithoutEffects): Output | undefined {
  const { name, args } = effectiveCommand(command);
  if (name === undefined || !cwd.known) return undefined;
  const literals = argv.slice(argv.length - args.length);
  if (literals.some((word) => !word.known)) return undefined;
  const { operands, options } = split(literals.flatMap((word) => (word.known ? [word.value] : [])));
  const at = (path: string) => joinPath(cwd.value, path).replace(/(.)\/$/, '$1');
  const isStatic = options.has('--static') || options.has('-static');
  const program = (language: LanguageName, path: string | undefined): Output | undefined =>
    path === undefined ? undefined : { language, path: at(path), folder: false, isStatic };
  const folder = (language: LanguageName, path: string | undefined): Output | undefined =>
    path === undefined ? undefined : { language, path: at(path), folder: true, isStatic };
  const written = options.get('-o') ?? options.get('--output');
  const [verb = '', second = ''] = operands;
  switch (basename(name)) {
    case 'dart':
      if (verb !== 'compile' || second !== 'exe') return undefined;
      return program('dart', written ?? operands[2]?.replace(/\.dart$/, '.exe'));
    case 'crystal':
      if (!/^(build|compile)$/.test(verb)) return undefined;
      return program(
        'crystal',
        written ?? (second === '' ? undefined : basename(second).replace(/\.cr$/, '')),
      );
    case 'shards':
      return verb === 'build' ? folder('crystal', 'bin') : undefined;
    case 'ghc':
      return program('haskell', written);
    case 'stack':
      if (!/^(build|install)$/.test(verb)) return undefined;
      return verb === 'install' || options.has('--copy-bins')
        ? folder('haskell', options.get('--local-bin-path') ?? '/root/.local/bin')
        : undefined;
    case 'cabal':
      // Otherwise it leaves links into its store.
      if (!/^(v2-)?install$/.test(verb) || options.get('--install-method') !== 'copy') return undefined;
      return folder('haskell', options.get('--installdir'));
    case 'swift': {
      if (verb !== 'build' || options.has('--scratch-path') || options.has('--package-path'))
        return undefined;
      const configuration = options.get('-c') ?? options.get('--configuration') ?? 'debug';
      return folder('swift', `.build/${configuration}`);
    }
    case 'dune':
      return verb === 'build' ? folder('ocaml', '_build/default') : undefined;
    case 'ocamlopt':
    case 'ocamlfind':
      return verb === 'ocamlc' ? undefined : program('ocaml', written);
    default:
      return undefined;
  }
}

function split(words: readonly string[]): Words {
  const operands: string[] = [];
  const options = new Map<string, string>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const [, name = word, value] = /^(--?[\w-]+)=(.*)$/s.exec(word) ?? [];
    if (!word.startsWith('-')) operands.push(word);
    else if (value !== undefined) options.set(name, value);
    else options.set(word, valued.test(word) ? (words[++i] ?? '') : '');
  }
  return { operands, options };
}
