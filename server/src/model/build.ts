import { isFolderInStage } from './folders';
import type { CopyInstruction, Dockerfile, Instruction, StartInstruction, Word } from '../dockerfile/ast';
import { lookUp } from '../images/catalogue';
import { parseImageReference } from '../images/reference';
import type { BaseImage } from '../images/image';
import { parseShell } from '../shell/parse';
import { joinPath, withoutTrailingSlash } from '../text/path';
import { known, unknown, type Fact } from '../text/fact';
import { commandsOf, type CommandWithoutEffects } from './commands';
import type {
  BuildModel,
  CopySource,
  CopyStep,
  Effect,
  Stage,
  StageBase,
  StageSoFar,
  Start,
  State,
  Step,
  User,
} from './model';
import { applyArg, applyEnv, expand, type LookupSources } from './scope';
import { mountedCopies } from './mounts';
import { baseOf, findStage, outlineOf, type StageOutline } from './stages';

export interface ModelOptions {
  /** What a command does; gets the steps before it, to trace paths back to the build context. */
  classify(command: CommandWithoutEffects, stage: StageSoFar): readonly Effect[];
}

/** Interprets a Dockerfile. Never throws: what cannot be known is an unknown Fact. */
export function buildModel(dockerfile: Dockerfile, options: ModelOptions): BuildModel {
  const { stages: outlines, globalArgs } = outlineOf(dockerfile);
  const stages: Mutable<Stage>[] = [];
  for (const outline of outlines) {
    stages.push(interpretStage(outline, stages, globalArgs, dockerfile, options));
  }
  const finalStage = stages.at(-1);
  for (let stage = finalStage; stage; stage = parentOf(stage)) stage.ships = true;
  return { dockerfile, stages, finalStage, globalArgs };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function parentOf(stage: Stage): Mutable<Stage> | undefined {
  return stage.base.kind === 'stage' ? stage.base.stage : undefined;
}

function interpretStage(
  outline: StageOutline,
  earlier: readonly Stage[],
  globalArgs: ReadonlyMap<string, Fact<string>>,
  dockerfile: Dockerfile,
  options: ModelOptions,
): Mutable<Stage> {
  const { escape } = dockerfile;
  const base = baseOf(outline, earlier, globalArgs, escape);
  const image =
    base.kind === 'image' ? lookUp(base.reference) : base.kind === 'stage' ? base.stage.image : undefined;
  const baseEnvKnown = image !== undefined;
  let state = initialState(base, image);
  const steps: Step[] = [];
  for (const instruction of outline.instructions) {
    const sources: LookupSources = { env: state.env, args: state.args, baseEnvKnown };
    const mounted = mountedCopies(instruction, state);
    const visible = mounted.length === 0 ? steps : [...steps, ...mounted];
    const classify = (command: CommandWithoutEffects) =>
      options.classify(command, { steps: visible, base, image });
    steps.push({
      instruction,
      before: state,
      commands:
        instruction.kind === 'run' ? commandsOf(instruction, state, baseEnvKnown, classify) : undefined,
      copy:
        instruction.kind === 'copy' || instruction.kind === 'add'
          ? copyStep(instruction, state, sources, escape, earlier, (path) =>
              isFolderInStage(path, { steps, image, workdir: state.workdir }),
            )
          : undefined,
    });
    state = after(instruction, state, sources, escape, globalArgs);
  }
  const { index, name, from } = outline;
  return { index, name, from, base, image, ships: false, steps, end: state };
}

function initialState(base: StageBase, image: BaseImage | undefined): State {
  if (base.kind === 'stage') return base.stage.end;
  const notKnown = 'the base image is not in the catalogue';
  const env = new Map<string, Fact<string>>(Object.entries(image?.env ?? {}).map(([k, v]) => [k, known(v)]));
  const user: Fact<User> = image?.user
    ? known({ written: image.user.name ?? String(image.user.uid), uid: image.user.uid, group: undefined })
    : unknown(notKnown);
  return {
    workdir: image?.workdir === undefined ? unknown(notKnown) : known(image.workdir),
    user,
    env,
    args: new Map(),
    shell: ['/bin/sh', '-c'],
    entrypoint: inheritedStart(image?.entrypoint),
    cmd: inheritedStart(image?.cmd),
  };
}

function inheritedStart(argv: readonly string[] | undefined): Start | undefined {
  return argv && argv.length > 0
    ? { instruction: undefined, form: 'exec', argv, script: undefined }
    : undefined;
}

function after(
  instruction: Instruction,
  state: State,
  sources: LookupSources,
  escape: '\\' | '`',
  globalArgs: ReadonlyMap<string, Fact<string>>,
): State {
  switch (instruction.kind) {
    case 'env':
      return { ...state, env: applyEnv(instruction, escape, sources) };
    case 'arg':
      return { ...state, args: applyArg(instruction, escape, sources, globalArgs) };
    case 'workdir': {
      const [word] = instruction.words;
      return word
        ? { ...state, workdir: resolve(state.workdir, expand(word, escape, sources), word) }
        : state;
    }
    case 'user': {
      const [word] = instruction.words;
      return word ? { ...state, user: userOf(expand(word, escape, sources), word) } : state;
    }
    case 'shell':
      return instruction.arguments.form === 'exec'
        ? { ...state, shell: instruction.arguments.items.map((item) => item.value) }
        : state;
    case 'cmd':
      return { ...state, cmd: startOf(instruction) };
    case 'entrypoint': {
      // Setting ENTRYPOINT clears a CMD that came from the base image; one of this file stays.
      const cmd = state.cmd?.instruction ? state.cmd : undefined;
      return { ...state, entrypoint: startOf(instruction), cmd };
    }
    default:
      return state;
  }
}

/** A path against the working directory; absolute paths do not need it. */
function resolve(workdir: Fact<string>, path: Fact<string>, word: Word): Fact<string> {
  if (!path.known) return path;
  if (path.value.startsWith('/')) return known(joinPath('/', path.value), word.span);
  return workdir.known ? known(joinPath(workdir.value, path.value), word.span) : workdir;
}

function userOf(fact: Fact<string>, word: Word): Fact<User> {
  if (!fact.known) return fact;
  const [written = '', group] = fact.value.split(':');
  const uid = /^\d+$/.test(written) ? Number(written) : written === 'root' ? 0 : undefined;
  return known({ written, uid, group }, word.span);
}

function startOf(instruction: StartInstruction): Start | undefined {
  const { arguments: args } = instruction;
  if (args.form === 'exec') {
    // `CMD []` clears the inherited one.
    const argv = args.items.map((item) => item.value);
    return argv.length > 0 ? { instruction, form: 'exec', argv, script: undefined } : undefined;
  }
  return { instruction, form: 'shell', argv: [args.text.text], script: parseShell(args.text) };
}

function copyStep(
  instruction: CopyInstruction,
  state: State,
  sources: LookupSources,
  escape: '\\' | '`',
  earlier: readonly Stage[],
  isFolderThere: (path: string) => boolean,
): CopyStep {
  const { destination } = instruction;
  const target = destination && expand(destination, escape, sources);
  const resolved =
    destination && target ? resolve(state.workdir, target, destination) : unknown('no destination yet');
  const isFolder =
    target?.known && (/(^|\/)\.?$/.test(target.value) || (resolved.known && isFolderThere(resolved.value)));
  return {
    instruction,
    from: copySource(instruction, earlier),
    sources: instruction.sources.map((word) => expand(word, escape, sources)),
    destination:
      resolved.known && isFolder && resolved.value !== '/'
        ? { ...resolved, value: `${withoutTrailingSlash(resolved.value)}/` }
        : resolved,
  };
}

function copySource(instruction: CopyInstruction, earlier: readonly Stage[]): CopySource {
  const name = instruction.from?.value;
  if (instruction.from === undefined) return { kind: 'context' };
  if (!name || name.includes('$'))
    return { kind: 'unknown', because: 'the stage that --from names is not known' };
  const byIndex = /^\d+$/.test(name) ? earlier[Number(name)] : undefined;
  const stage = findStage(name, earlier) ?? byIndex;
  if (stage) return { kind: 'stage', stage };
  const reference = parseImageReference(name);
  return reference
    ? { kind: 'image', reference }
    : { kind: 'unknown', because: `"${name}" is not an image reference` };
}
