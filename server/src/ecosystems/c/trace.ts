import { innerCommands } from '../../model/inner-commands';
import type { CommandWithoutEffects } from '../../model/commands';
import { stepsFor } from '../../model/mounts';
import { originOf, within } from '../../model/paths';
import { relocate } from '../../model/relocate';
import type { Stage, StageSoFar, Step } from '../../model/model';
import type { Project } from '../../project/project';
import { effectiveCommand } from '../../shell/effective-command';
import { basename, dirname, joinPath } from '../../text/path';
import { known, type Fact } from '../../text/fact';
import { readCMakeCommand, type CMakeStep } from './cmake-command';
import { cmakeLinks } from './cmake-links';
import { readCMakeProject, type CMakeProject } from './cmake-project';
import { readLinkCommand } from './compiler';
import type { Links } from './links';

/** A program in a stage and the command that made it. */
export interface BuiltProgram {
  readonly stage: StageSoFar;
  readonly step: Step;
  readonly links: Links;
  /** The command of the RUN that links it, or that configures its build. */
  readonly carrier: CommandWithoutEffects;
  readonly via: 'compiler' | 'make' | 'cmake';
  /** Absolute folder with the sources. */
  readonly sources: string;
  /** Files that are installed along with it, absolute folders. */
  readonly installed: readonly string[];
  readonly path: string;
  /** The start command says that it is there, and nothing else does. */
  readonly isGuess?: true;
}

interface Configured {
  readonly step: Extract<CMakeStep, { kind: 'configure' }>;
  readonly carrier: CommandWithoutEffects;
  readonly project: CMakeProject;
}

/** Build tools whose files are not read. */
const otherBuilders = /^(g?make|meson|ninja|scons|xmake|bazel|bazelisk|waf|b2|bjam)$/;

/** What the commands of a stage have built so far. */
export class Trace {
  built: BuiltProgram[] = [];
  private readonly configured = new Map<string, Configured>();
  private readonly folders = new Set<string>();
  /** Static libraries that the stage makes itself. */
  private readonly ownLibraries = new Set<string>();
  /** The first command that builds something this analysis does not follow. */
  unclear: { readonly because: string; readonly command: CommandWithoutEffects } | undefined;

  constructor(
    private readonly stage: StageSoFar,
    private readonly project: Project,
  ) {}

  /** Follows one command of a RUN. */
  follow(command: CommandWithoutEffects, step: Step, soFar: StageSoFar): void {
    if (step.before.workdir.known) this.folders.add(step.before.workdir.value);
    this.one(command, command, step, soFar, 'compiler');
  }

  private one(
    command: CommandWithoutEffects,
    carrier: CommandWithoutEffects,
    step: Step,
    soFar: StageSoFar,
    via: BuiltProgram['via'],
  ): boolean {
    relocate(command, this.built, this.folders);
    const cmake = readCMakeCommand(command, new Set(this.configured.keys()));
    if (cmake) return this.cmake(cmake, carrier, step, soFar);
    const link = readLinkCommand(command);
    if (link) {
      const { output, isCxx, isStatic, libraries } = link;
      if (!output.known) this.unclear ??= { because: output.because, command: carrier };
      else {
        const own = libraries.known
          ? known(libraries.value.filter((name) => !this.ownLibraries.has(name)))
          : libraries;
        const sources = command.cwd.known ? command.cwd.value : dirname(output.value);
        this.put({
          stage: this.stage,
          step,
          links: { isCxx, isStatic, libraries: own },
          carrier,
          via,
          sources,
          installed: [],
          path: output.value,
        });
      }
      return true;
    }
    const { name, args } = effectiveCommand(command.command);
    const tool = basename(name ?? '');
    if (tool === 'ar') {
      for (const { literal } of args) {
        const [, library] = /(?:^|\/)lib([^/]+)\.a$/.exec(literal ?? '') ?? [];
        if (library !== undefined) this.ownLibraries.add(library);
      }
      return true;
    }
    if (carrier !== command) return false;
    const inner = innerCommands(command, soFar, this.project);
    if (!inner && otherBuilders.test(tool) && !/^g?make$/.test(tool) && this.hasSources()) {
      this.unclear ??= { because: `what ${tool} builds is not followed`, command };
      return true;
    }
    if (!inner) return false;
    if (!inner.known) {
      if (!otherBuilders.test(tool) || !this.hasSources()) return false;
      this.unclear ??= { because: inner.because, command };
      return true;
    }
    return inner.value.map((each) => this.one(each, carrier, step, soFar, 'make')).includes(true);
  }

  private cmake(
    fact: Fact<CMakeStep>,
    carrier: CommandWithoutEffects,
    step: Step,
    soFar: StageSoFar,
  ): boolean {
    if (!fact.known) {
      this.unclear ??= { because: fact.because, command: carrier };
      return true;
    }
    const { value } = fact;
    if (value.kind === 'configure') {
      const origin = originOf(soFar, joinPath(value.source, 'CMakeLists.txt'), this.project);
      const project =
        origin.kind === 'context'
          ? readCMakeProject(this.project, dirname(`/${origin.path}`).slice(1), value.definitions)
          : undefined;
      if (project) this.configured.set(value.build, { step: value, carrier, project });
      else
        this.unclear ??= {
          because: `the CMakeLists.txt in ${value.source} is not in the build context`,
          command: carrier,
        };
      return true;
    }
    const configured = this.configured.get(value.build);
    if (!configured) {
      this.unclear ??= { because: `how ${value.build} was configured is not known`, command: carrier };
      return true;
    }
    this.addCMake(configured, value, step);
    return true;
  }

  private addCMake({ step: configure, carrier, project }: Configured, value: CMakeStep, step: Step): void {
    const prefix =
      (value.kind === 'install' ? value.prefix : undefined) ??
      configure.definitions.get('CMAKE_INSTALL_PREFIX') ??
      '/usr/local';
    const installs = value.kind === 'install';
    for (const program of project.programs) {
      const links = cmakeLinks(program, project);
      const common = {
        stage: this.stage,
        step,
        links,
        carrier,
        via: 'cmake' as const,
        sources: configure.source,
      };
      const folder = program.folder.replace(/^@source/, configure.source);
      this.put({
        ...common,
        installed: [],
        path: joinPath(joinPath(configure.build, folder || '.'), program.name),
      });
      if (!installs || program.installedTo === undefined) continue;
      const installed = project.installed.map(({ destination }) => joinPath(prefix, destination));
      this.put({ ...common, installed, path: joinPath(joinPath(prefix, program.installedTo), program.name) });
    }
  }

  private put(program: BuiltProgram): void {
    this.built = this.built.filter(({ path }) => path !== program.path);
    this.built.push(program);
  }

  remove(path: string): void {
    this.built = this.built.filter((item) => !within(item.path, path));
  }

  private hasSources(): boolean {
    return this.project.files.some(({ path }) => /\.(c|cc|cpp|cxx)$/.test(path));
  }
}

const remembered = new WeakMap<Stage, { readonly project: Project; readonly trace: Trace }>();

/** What a whole stage builds. */
export function traceOf(stage: Stage, project: Project): Trace {
  const before = remembered.get(stage);
  if (before?.project === project) return before.trace;
  const trace = new Trace(stage, project);
  for (const [index, step] of stage.steps.entries()) {
    const soFar = { steps: stepsFor(stage.steps, index), base: stage.base, image: stage.image };
    for (const command of step.commands ?? []) {
      for (const effect of command.effects) {
        if (effect.kind === 'removes' && effect.path.known && command.command.runs === 'always')
          trace.remove(effect.path.value);
      }
      trace.follow(command, step, soFar);
    }
  }
  remembered.set(stage, { project, trace });
  return trace;
}

/** The program at a path of a stage; looks through `COPY --from=stage` and base stages. */
export function programAt(stage: Stage, path: string, project: Project): BuiltProgram | undefined {
  const here = traceOf(stage, project).built.findLast((item) => item.path === path);
  if (here) return here;
  const origin = originOf(stage, path, project);
  if (origin.kind === 'stage') return programAt(origin.stage, origin.path, project);
  if (stage.base.kind === 'stage') return programAt(stage.base.stage, path, project);
  return undefined;
}
