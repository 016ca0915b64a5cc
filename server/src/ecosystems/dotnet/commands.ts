import { basename, joinPath } from '../../text/path';

/** `dotnet publish`, `build`, `run` or `watch` with its options. */
export interface DotnetCommand {
  readonly verb: string;
  /** Starts anew when sources change. */
  readonly watches: boolean;
  /** Project or solution that it names, absolute; undefined for that of the working directory. */
  readonly target: string | undefined;
  readonly cwd: string;
  /** Absolute. */
  readonly output: string | undefined;
  readonly configuration: string | undefined;
  readonly runtime: string | undefined;
  readonly framework: string | undefined;
  readonly selfContained: boolean | undefined;
  readonly noLaunchProfile: boolean;
  readonly launchProfile: string | undefined;
  /** MSBuild properties, lower case. */
  readonly properties: ReadonlyMap<string, string>;
  /** What the program is given. */
  readonly programArguments: readonly string[];
}

const valued = new Map([
  ['-o', 'output'],
  ['--output', 'output'],
  ['-c', 'configuration'],
  ['--configuration', 'configuration'],
  ['-r', 'runtime'],
  ['--runtime', 'runtime'],
  ['-f', 'framework'],
  ['--framework', 'framework'],
  ['--project', 'project'],
  ['--launch-profile', 'profile'],
  ['-lp', 'profile'],
  ['-v', 'verbosity'],
  ['--verbosity', 'verbosity'],
  ['-a', 'arch'],
  ['--arch', 'arch'],
  ['--os', 'os'],
  ['--source', 'source'],
  ['-s', 'source'],
  ['--version-suffix', 'suffix'],
]);

/** Undefined for words that are no call of dotnet with one of its verbs. Source: learn.microsoft.com, .NET CLI. */
export function readDotnet(words: readonly string[], cwd: string): DotnetCommand | undefined {
  const [name = '', ...rest] = words;
  if (basename(name) !== 'dotnet') return undefined;
  let [verb = '', ...args] = rest;
  const watches = verb === 'watch';
  if (watches) {
    while (/^(-q|--quiet|--no-hot-reload|--non-interactive|--verbose)$/.test(args[0] ?? ''))
      args = args.slice(1);
    if (args[0] === '--project') args = ['run', ...args];
    verb = args[0] === 'run' || args[0]?.startsWith('-') === true || args.length === 0 ? 'run' : 'other';
    if (args[0] === 'run') args = args.slice(1);
  }
  if (!/^(publish|build|run)$/.test(verb)) return undefined;
  const found = new Map<string, string>();
  const properties = new Map<string, string>();
  const operands: string[] = [];
  let programArguments: readonly string[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    const [, option = word, attached] = /^(--?[\w-]+)[=:](.*)$/s.exec(word) ?? [];
    const property = /^(?:[-/]p:|--?property:)([\w.]+)=(.*)$/i.exec(word);
    if (word === '--') {
      programArguments = args.slice(i + 1);
      break;
    } else if (property) properties.set((property[1] ?? '').toLowerCase(), property[2] ?? '');
    else if (valued.has(option)) found.set(valued.get(option) ?? '', attached ?? args[++i] ?? '');
    else if (option === '--self-contained' || option === '--sc' || option === '-sc') {
      const next = attached ?? args[i + 1];
      if (attached === undefined && /^(true|false)$/i.test(next ?? '')) i++;
      found.set('contained', /^false$/i.test(next ?? '') ? 'false' : 'true');
    } else if (word === '--no-self-contained') found.set('contained', 'false');
    else if (word === '--no-launch-profile') found.set('no-profile', '');
    else if (
      /^--(no-restore|no-build|nologo|no-incremental|force|no-dependencies|interactive|use-current-runtime)$|^[-/]m(:\d+)?$|^--?nologo$/.test(
        word,
      )
    )
      found.set(word, '');
    else if (verb === 'run') {
      // What dotnet does not know itself is the program's.
      programArguments = args.slice(i).filter((each) => each !== '--');
      break;
    } else operands.push(word);
  }
  const contained = found.get('contained') ?? properties.get('selfcontained');
  const target = found.get('project') ?? operands[0];
  const output = found.get('output') ?? properties.get('publishdir');
  return {
    verb,
    watches,
    target: target === undefined ? undefined : joinPath(cwd, target),
    cwd,
    output: output === undefined ? undefined : joinPath(cwd, output).replace(/(.)\/$/, '$1'),
    configuration: found.get('configuration') ?? properties.get('configuration'),
    runtime: found.get('runtime') ?? found.get('arch') ?? found.get('os'),
    framework: found.get('framework'),
    selfContained: contained === undefined ? undefined : contained.toLowerCase() === 'true',
    noLaunchProfile: found.has('no-profile'),
    launchProfile: found.get('profile'),
    properties,
    programArguments,
  };
}
