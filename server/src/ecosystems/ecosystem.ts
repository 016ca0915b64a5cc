import type { BaseImage, GatheredNeeds, Interpreter, Libc } from '../images/image';
import type { CommandWithoutEffects } from '../model/commands';
import type { Effect, Stage, StageSoFar, Step } from '../model/model';
import type { Project } from '../project/project';
import type { Fact } from '../text/fact';
import type { Span } from '../text/span';
import type { TextEdit } from '../text/edit';

/** What one programming language adds: how its builds read, what they make, what the result needs to run. */
export interface Ecosystem {
  /** Lower case, as in effects: `go`. */
  readonly language: string;
  /** Files of the build context whose text the analysis reads. */
  wantsFile(path: string): boolean;
  /** Effects of the language's own commands; undefined for all others. */
  classify(
    command: CommandWithoutEffects,
    stage: StageSoFar,
    project: Project,
  ): readonly Effect[] | undefined;
  /** True when the stage builds, installs or starts a program of this language: a conversion of it is to be tried. */
  concerns(stage: Stage, project: Project): boolean;
  /** The program that the start command runs, or why it cannot be moved; undefined when it is not of this language. */
  analyseProgram(request: ProgramRequest): Program | ProgramRefusal | undefined;
  /**
   * The one file that a pattern in the start command stands for (`target/*.jar`), written as the pattern is; undefined
   * when that is not known.
   */
  expandPattern?(
    pattern: string,
    place: Pick<ProgramRequest, 'stage' | 'project' | 'workdir'>,
  ): string | undefined;
  /** A ready-made program that the stage installs or fetches, by the word that starts it; undefined when it is none. */
  locateTool?(word: string, stage: Stage, project: Project): Tool | undefined;
}

/** A program of another project that runs beside the one that ships: for migrations, probes, settings. */
export interface Tool {
  /** Absolute path in the builder. */
  readonly path: string;
  /** It loads no shared libraries: it runs on any image. */
  readonly isStatic: boolean;
}

export interface ProgramRequest {
  readonly stage: Stage;
  readonly project: Project;
  /** Start command, every argument literal; undefined when a shell runs it: then every program built counts. */
  readonly argv: readonly string[] | undefined;
  /** Programs that the shell runs, when one runs the start command, by name or path. */
  readonly runs?: readonly string[];
  /** Where the start command is written. */
  readonly at: Span;
  /** Directory that the program starts in. */
  readonly workdir: string;
  /** Environment assignments written before the program in the start command: `GOFLAGS=-v go run .`. */
  readonly environment: ReadonlyMap<string, string>;
}

export interface ProgramRefusal {
  readonly kind: 'refusal';
  readonly message: string;
  readonly at: Span | undefined;
}

/** A program and what it needs in the image that runs it. */
export interface Program {
  readonly kind: 'program';
  readonly language: string;
  /** Files that the build makes and the image ships. */
  readonly artefacts: readonly Artefact[];
  /**
   * Start command in the runtime image; undefined when a shell runs it. An interpreter stands there by its plain name
   * (`node`), which is exchanged where the runtime image has it elsewhere.
   */
  readonly argv: readonly string[] | undefined;
  /** C library that the artefacts load; `none` for static ones and for those without machine code. */
  readonly libc: Libc;
  /** What runs the artefacts; undefined for machine code. */
  readonly interpreter?: Interpreter;
  /**
   * Variables that it is started with: those before it in the start command, and those of the scripts that lead to it.
   * They become ENV. Undefined when it does not take those of the start command.
   */
  readonly environment?: ReadonlyMap<string, string>;
  /**
   * RUN instructions that equip the image rather than build: an image with the tools to run them does so itself, and the
   * builder does without.
   */
  readonly runtimeSteps?: ReadonlySet<Step>;
  /** Why it is not to become process 1 where an init is that today: `it handles no SIGTERM`. */
  readonly needsInit?: string;
  /** Why `argv` is not what the author wrote: `npm start runs this`. */
  readonly startReason?: string;
  /** What the build leaves in the image beside the program, where even an image of the same base does without it. */
  readonly leavesBehind?: string;
  /**
   * The sources are the program. What the stage leaves outside the folders of tools ships as it is, and no file needs
   * evidence of its own.
   */
  readonly shipsSources?: boolean;
  /** The artefacts are a web site: a web server hands them out, and nothing is written or started. */
  readonly webServer?: boolean;
  /** Exec form that replaces the command of HEALTHCHECK, which the runtime image could not run. */
  readonly healthcheck?: readonly string[] | undefined;
  /** True for a command that comes with the interpreter or with what is installed for it: `bundle`, `gunicorn`. */
  provides?(command: string): boolean;
  /** Why an OS package served the build only, where the program alone knows: `curl`, which fetched it. */
  buildOnly?(packageName: string): string | undefined;
  /** Why it needs the distribution that it runs on today: which shared libraries it loads cannot be seen, say. */
  readonly needsSystem?: string;
  /** Where it writes is not known: who is root today has to stay root. */
  readonly writesAnywhere?: boolean;
  /** Image that the programs were compiled in. */
  readonly builderImage: BaseImage | undefined;
  readonly cxxRuntime: boolean;
  /** It is linked to OpenSSL 3. */
  readonly openssl?: boolean;
  /** Runtime OS packages with the shared libraries that it is linked to, by package manager. */
  readonly libraries: readonly string[];
  /** Shared libraries of the builder that can be copied along; undefined when the base images have all that it loads. */
  readonly gathers?: GatheredNeeds | undefined;
  /** True for a package that copied libraries make needless: what is linked to its library brings that along. */
  isLinked?(packageName: string): boolean;
  /** Variables that the program needs in the runtime image, beside those of the author. */
  readonly variables?: readonly { readonly name: string; readonly value: string; readonly reason: string }[];
  /** It writes below the home folder of whoever runs it: caches, sockets. */
  readonly writesHome?: boolean;
  /** Files and folders of the builder that the program opens while it runs. */
  readonly files: readonly RuntimeFile[];
  /** Files that it opens and that nothing known makes: a command with unknown effects may. */
  readonly unsure: readonly RuntimeFile[];
  /** Places that the program writes to. */
  readonly writes: readonly RuntimeFile[];
  /** Programs that it starts; unknown when a name is computed. */
  readonly spawns: Fact<readonly string[]>;
  /** What of a full system it relies on and an empty image lacks. */
  readonly systemUses?: readonly SystemUse[];
  /** Why it must not become process 1 of the container when it is not today: `main.go:9 asks for the parent process`. */
  readonly asksForParent?: string | undefined;
  /** Why it has to be started as root, and gives its rights away itself: web servers of official images. */
  readonly needsRoot?: string;
  /** Changes to the builder that correctness needs. */
  readonly corrections: readonly TextEdit[];
  /** Instructions to add at the builder's end, without line ending, each with its reason. */
  readonly addedInstructions: readonly { readonly text: string; readonly reason: string }[];
  /** Changes for "convert and optimise". */
  optimisations(): readonly TextEdit[];
  /** ENV names that only the build reads. */
  isBuildVariable(name: string): boolean;
  /** True for a file of the build context that is compiled: code, module and build files. */
  isSource(path: string): boolean;
  /** True for a folder of the builder whose content is part of the binary. */
  compiledIn(path: string): boolean;
  /** Folders of the builder that hold the sources: nothing in them ships unless it is named. */
  readonly sourceFolders: readonly string[];
  readonly warnings: readonly { readonly message: string; readonly at: Span | undefined }[];
}

export interface SystemUse {
  /** `account`: an entry in /etc/passwd, and a home. */
  readonly what: 'time-zones' | 'account';
  /** As a phrase for the user: `main.go:9 uses os.UserHomeDir`. */
  readonly reason: string;
}

export interface Artefact {
  /** Absolute path in the builder. */
  readonly path: string;
  /** Absolute path in the runtime image. */
  readonly runtimePath: string;
  readonly reason: string;
  /** A folder with all that it holds. */
  readonly folder?: boolean;
  /** The program may write there: it belongs to the runtime user. */
  readonly writable?: boolean;
  /** Whom it belongs to instead, as an argument of --chown: a user whom the runtime image has. */
  readonly owner?: string;
}

export interface RuntimeFile {
  /** Absolute path, the same in builder and runtime. */
  readonly path: string;
  readonly folder: boolean;
  /** As a phrase for the user: "main.go:41 parses templates/*.html". */
  readonly reason: string;
}
