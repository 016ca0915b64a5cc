import type {
  CopyInstruction,
  Dockerfile,
  FromInstruction,
  Instruction,
  StartInstruction,
} from '../dockerfile/ast';
import type { BaseImage, ImageReference } from '../images/image';
import type { ShellScript, SimpleCommand } from '../shell/ast';
import type { Fact } from '../text/fact';
import type { Span } from '../text/span';

/** The meaning of a Dockerfile: stages, scopes, and what each instruction does to the image. */
export interface BuildModel {
  readonly dockerfile: Dockerfile;
  readonly stages: readonly Stage[];
  /** The stage that is built when no target is named: the last one. */
  readonly finalStage: Stage | undefined;
  /** Values of ARGs before the first FROM. */
  readonly globalArgs: ReadonlyMap<string, Fact<string>>;
}

export interface Stage {
  readonly index: number;
  /** As written; compare case-insensitively. */
  readonly name: string | undefined;
  readonly from: FromInstruction;
  readonly base: StageBase;
  /** The image at the root of the chain of `FROM stage`; undefined when the catalogue does not know it. */
  readonly image: BaseImage | undefined;
  /** True for the final stage and the stages that it is built on. */
  readonly ships: boolean;
  /** Instructions after FROM, with what held before each of them. */
  readonly steps: readonly Step[];
  /** What holds at the stage's end: its image configuration. */
  readonly end: State;
}

/** A stage while its steps are being interpreted: what came before. */
export type StageSoFar = Pick<Stage, 'steps' | 'base' | 'image'>;

export type StageBase =
  | { readonly kind: 'image'; readonly reference: ImageReference }
  | { readonly kind: 'stage'; readonly stage: Stage }
  /** `FROM $X` with no value, a cycle, a half-typed line. */
  | { readonly kind: 'unknown'; readonly because: string };

export interface State {
  readonly workdir: Fact<string>;
  readonly user: Fact<User>;
  /** ENV, inherited from the base image too. */
  readonly env: ReadonlyMap<string, Fact<string>>;
  /** ARG in scope; ENV of the same name wins. */
  readonly args: ReadonlyMap<string, Fact<string>>;
  /** Shell of shell forms: `["/bin/sh", "-c"]` unless SHELL changed it. */
  readonly shell: readonly string[];
  readonly entrypoint: Start | undefined;
  readonly cmd: Start | undefined;
}

export interface User {
  /** As written, without the group: `app`, `1000`, `root`. */
  readonly written: string;
  /** Undefined for a name whose number is not known. */
  readonly uid: number | undefined;
  readonly group: string | undefined;
}

/** A start command: of an instruction, or of the base image (`instruction` undefined). */
export interface Start {
  readonly instruction: StartInstruction | undefined;
  readonly form: 'exec' | 'shell';
  /** Exec form: the arguments as they are (never expanded). Shell form: a single text. */
  readonly argv: readonly string[];
  /** Shell form, parsed. */
  readonly script: ShellScript | undefined;
}

export interface Step {
  readonly instruction: Instruction;
  readonly before: State;
  /** Commands of a RUN, in order; undefined for other instructions and for shells that are not POSIX. */
  readonly commands: readonly RunCommand[] | undefined;
  /** Copy instructions: sources and destination, expanded and made absolute. */
  readonly copy: CopyStep | undefined;
}

export interface CopyStep {
  readonly instruction: CopyInstruction;
  readonly from: CopySource;
  readonly sources: readonly Fact<string>[];
  /** Absolute, normalised; a trailing slash is kept. */
  readonly destination: Fact<string>;
}

export type CopySource =
  | { readonly kind: 'context' }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'image'; readonly reference: ImageReference }
  | { readonly kind: 'unknown'; readonly because: string };

/** A simple command of a RUN with the directory and the words it runs with. */
export interface RunCommand {
  readonly command: SimpleCommand;
  readonly script: ShellScript;
  /** Working directory, `cd` before it followed. */
  readonly cwd: Fact<string>;
  /** Words with variables expanded. */
  readonly argv: readonly Fact<string>[];
  /** Assignments before the command name, exports of the same script, ENV and ARG: what the program sees. */
  readonly env: ReadonlyMap<string, Fact<string>>;
  readonly effects: readonly Effect[];
}

/** What a command does to the image, as far as it is known. */
export type Effect =
  /** Installs OS packages. */
  | {
      readonly kind: 'packages';
      readonly manager: 'apt' | 'apk' | 'dnf' | 'yum' | 'microdnf' | 'zypper' | 'pacman';
      readonly packages: readonly PackageName[];
    }
  /** Creates or changes a path. `tree`: anything below it. */
  | {
      readonly kind: 'writes';
      readonly path: Fact<string>;
      readonly tree: boolean;
      readonly from: WriteSource;
    }
  | { readonly kind: 'removes'; readonly path: Fact<string> }
  | { readonly kind: 'adds-user'; readonly name: string; readonly uid: number | undefined }
  /** A compiler, a build tool: the language it builds. */
  | { readonly kind: 'builds'; readonly language: string }
  | { readonly kind: 'downloads-dependencies'; readonly language: string }
  /** Does something the analysis does not know: it may have written anywhere. */
  | { readonly kind: 'unknown'; readonly because: string };

/** `attributes`: only mode, owner or capabilities change; the content comes from elsewhere. */
export type WriteSource = 'command' | 'download' | 'compiler' | 'copy' | 'attributes';

export interface PackageName {
  /** Version and architecture suffixes removed. */
  readonly name: string;
  readonly at: Span;
}
