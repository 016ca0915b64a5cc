import type { Effect } from '../model';
import type { Fact } from '../../text/fact';
import { basename } from '../../text/path';
import type { Deed, Tool } from './build-deeds';
import {
  inFolder,
  inHome,
  pathOf,
  unknownEffect,
  writesFile,
  writesTree,
  type Call,
  type Classifier,
} from './call';
import { COMPILED_TOOLS } from './compiled-tools';
import { Options } from './options';
import { SCRIPT_TOOLS } from './script-tools';

const TOOLS: ReadonlyMap<string, Tool> = new Map(Object.entries({ ...COMPILED_TOOLS, ...SCRIPT_TOOLS }));

/** Compilers, build tools and package managers of languages. Where they write is an ecosystem's business to know. */
export const buildToolEffects: Classifier = (call) => {
  const name = toolName(call);
  if (/^(?:[\w-]+-)?(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|gfortran)(?:-\d+)?$/.test(name))
    return compilerEffects(call);
  if (/^python[\d.]*$/.test(name)) return pythonEffects(call);
  if (name === 'virtualenv') return environment(call, call.args);
  if (/^pip[\d.]*$/.test(name)) return toolEffects({ ...call, name: 'pip' });
  return toolEffects({ ...call, name });
};

/** `./gradlew`, `/root/.cargo/bin/cargo`, `/opt/venv/bin/pip`: the last name, where it lies among programs or wrappers. */
function toolName({ name }: Call): string {
  return /(^|\/)bin\/[^/]+$/.test(name) ||
    /(^|\/)(gradlew|mvnw|configure|autogen\.sh|bootstrap\.sh)$/.test(name)
    ? basename(name)
    : name;
}

function toolEffects(call: Call): Effect[] | undefined {
  const tool = TOOLS.get(call.name);
  if (tool === undefined) return undefined;
  const { operands, options } = verbOf(call, tool);
  const [first, second] = operands;
  if (first !== undefined && !first.value.known) return deedEffects(call, tool, tool.otherwise, '');
  const verb = first?.value.known ? first.value.value : '';
  const two = second?.value.known ? `${verb} ${second.value.value}` : verb;
  const deed = lookUp(tool, two) ?? lookUp(tool, verb) ?? tool.otherwise;
  const asksVersion = verb === '' && options.has('version', 'v', 'V', 'help', 'h');
  if (asksVersion) return [];
  return deedEffects(call, tool, deed, lookUp(tool, two) ? two : verb);
}

function verbOf(call: Call, tool: Tool) {
  const options = new Options(call.args, { short: tool.valued ?? '', long: tool.valuedLong ?? [] });
  return { operands: options.operands, options };
}

function lookUp(tool: Tool, verb: string): Deed | undefined {
  return Object.hasOwn(tool.verbs, verb) ? tool.verbs[verb] : undefined;
}

function deedEffects(call: Call, tool: Tool, deed: Deed, verb: string): Effect[] {
  const { language } = tool;
  const effects: Effect[] = [];
  if (deed.downloads) effects.push({ kind: 'downloads-dependencies', language });
  if (deed.builds) effects.push({ kind: 'builds', language });
  const source = deed.builds ? 'compiler' : deed.downloads ? 'download' : 'command';
  const global = new Options(call.args).has('g', 'global');
  for (const path of global ? [] : (deed.writes ?? []))
    effects.push(writesTree(inFolder(call.cwd, path, call.at), source));
  for (const path of deed.home ?? []) effects.push(writesTree(inHome(call, path), source));
  if (deed.unknown)
    effects.push(unknownEffect(`what "${[call.name, verb].join(' ').trim()}" writes is not known`));
  return effects;
}

/** `-o FILE`; without it `a.out`, or with `-c` an object file for each source, in the working directory. */
function compilerEffects(call: Call): Effect[] {
  const options = new Options(call.args, { short: 'oILlDUxuT' });
  const output = options.value('o');
  const asks = options.operands.length === 0 && output === undefined;
  if (asks) return [];
  const path: Fact<string> = output
    ? pathOf(output, call.cwd)
    : inFolder(call.cwd, options.has('c') ? '.' : 'a.out', call.at);
  return [
    { kind: 'builds', language: 'c' },
    output || !options.has('c') ? writesFile(path, 'compiler') : writesTree(path, 'compiler'),
  ];
}

/** `python -m pip|venv|compileall`; any other Python program may do anything. */
function pythonEffects(call: Call): Effect[] | undefined {
  const at = call.args.findIndex(({ value }) => value.known && value.value === '-m');
  const module = call.args[at + 1];
  if (at === -1) {
    const version = call.args.length === 1 && /^-(V|-version)$/.test(call.args[0]?.raw ?? '');
    const [script, verb] = call.args;
    const setup = script?.value.known && /(^|\/)setup\.py$/.test(script.value.value) && verb !== undefined;
    if (setup)
      return [{ kind: 'builds', language: 'python' }, unknownEffect('what setup.py writes is not known')];
    return version ? [] : undefined;
  }
  if (!module?.value.known) return undefined;
  const args = call.args.slice(at + 2);
  switch (module.value.value) {
    case 'venv':
    case 'virtualenv':
      return environment(call, args);
    case 'compileall':
      return [
        { kind: 'builds', language: 'python' },
        ...new Options(args, { short: 'jrdx' }).operands.map((each) =>
          writesTree(pathOf(each, call.cwd), 'compiler'),
        ),
      ];
    case 'pip':
    case 'pipenv':
    case 'poetry':
    case 'build':
      return toolEffects({
        ...call,
        name: module.value.value === 'build' ? 'pyproject-build' : module.value.value,
        args,
      });
    default:
      return undefined;
  }
}

function environment(call: Call, args: Call['args']): Effect[] {
  const options = new Options(args, { short: 'p', long: ['prompt', 'python'] });
  return options.operands.map((each) => writesTree(pathOf(each, call.cwd)));
}
