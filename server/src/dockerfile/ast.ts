import type { Span } from '../text/span';
import type { MappedText } from '../text/mapped-text';

/** A parsed Dockerfile. Instructions are in order, cover every non-comment line and never overlap. */
export interface Dockerfile {
  readonly text: string;
  /** Line ending to use for inserted lines: that of the first line, LF when there is only one line. */
  readonly newline: '\n' | '\r\n';
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  /** Every comment line, also those inside a continued instruction; not directives, not lines of a heredoc. */
  readonly comments: readonly Comment[];
  readonly instructions: readonly Instruction[];
}

/** A parser directive that BuildKit would honour: `# syntax=`, `# escape=`, `# check=`. */
export interface Directive {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

export interface Comment {
  /** From the `#` to the end of the line, without the line ending. */
  readonly span: Span;
  /** Text after the `#`, trimmed. */
  readonly content: string;
}

/** A word of an instruction, quotes and escapes still in it. */
export interface Word {
  /** Source text with continuations removed. */
  readonly raw: string;
  /** Quotes and escapes removed, variables left as written (`$X`); for expansion use `model/`. */
  readonly value: string;
  readonly span: Span;
  /**
   * Only on a word of a JSON array (`COPY ["a b", "/"]`, `VOLUME ["/x"]`): its decoded string, which is what
   * Docker expands and takes quotes off, where it reads `raw` for other words.
   */
  readonly decoded?: string;
}

export interface Flag {
  /** Lower case, without dashes. */
  readonly name: string;
  /** Undefined for `--link` with no value. Quotes removed. */
  readonly value: string | undefined;
  readonly span: Span;
  /** The value alone, quotes included; undefined when there is none. */
  readonly valueSpan: Span | undefined;
}

export interface Heredoc {
  readonly name: string;
  /** False when the delimiter was quoted: nothing is expanded in the content. */
  readonly expand: boolean;
  /** `<<-`: leading tabs are removed. */
  readonly stripTabs: boolean;
  /** The `<<EOF` word. */
  readonly opener: Span;
  /** All content lines, with their line endings. */
  readonly content: Span;
  readonly mapped: MappedText;
  /** False when the file ends before the delimiter. */
  readonly closed: boolean;
}

/** What the keyword is followed by: a JSON array (exec form), or anything else (shell form). As BuildKit decides it. */
export type Arguments =
  | { readonly form: 'exec'; readonly items: readonly JsonItem[]; readonly span: Span }
  | { readonly form: 'shell'; readonly text: MappedText; readonly span: Span };

export interface JsonItem {
  /** Decoded string. */
  readonly value: string;
  /** With its quotes. */
  readonly span: Span;
  /** Decoded value with document offsets, for looking inside `["sh", "-c", "..."]`. */
  readonly mapped: MappedText;
}

interface InstructionBase {
  /** Upper case, as in the reference. */
  readonly keyword: string;
  readonly keywordSpan: Span;
  /** Keyword to the last character that belongs to it (heredoc delimiters included); no line ending. */
  readonly span: Span;
  /** Whole lines, from the first column to after the last line ending. */
  readonly lines: Span;
  readonly flags: readonly Flag[];
  /** All after keyword and flags; continuations and inner comments removed. Heredoc content is not in it. */
  readonly body: MappedText;
  readonly heredocs: readonly Heredoc[];
  /** Comments on lines inside this (continued) instruction. */
  readonly innerComments: readonly Comment[];
  /** Set on the instruction that ONBUILD carries. */
  readonly onbuild?: boolean;
}

export interface FromInstruction extends InstructionBase {
  readonly kind: 'from';
  /** Undefined in a half-typed `FROM`. */
  readonly image: Word | undefined;
  readonly alias: Word | undefined;
  readonly platform: Flag | undefined;
}

export interface RunInstruction extends InstructionBase {
  readonly kind: 'run';
  readonly arguments: Arguments;
}

export interface StartInstruction extends InstructionBase {
  readonly kind: 'cmd' | 'entrypoint';
  readonly arguments: Arguments;
}

export interface ShellInstruction extends InstructionBase {
  readonly kind: 'shell';
  readonly arguments: Arguments;
}

export interface CopyInstruction extends InstructionBase {
  readonly kind: 'copy' | 'add';
  readonly from: Flag | undefined;
  readonly chown: Flag | undefined;
  readonly chmod: Flag | undefined;
  /** All but the last word; heredoc openers are among them. */
  readonly sources: readonly Word[];
  readonly destination: Word | undefined;
}

export interface KeyValue {
  readonly key: Word;
  /** Undefined for `ARG NAME` without a default. */
  readonly value: Word | undefined;
  readonly span: Span;
}

export interface KeyValueInstruction extends InstructionBase {
  readonly kind: 'env' | 'arg' | 'label';
  readonly pairs: readonly KeyValue[];
}

export interface WordsInstruction extends InstructionBase {
  /** `words` has the single argument of WORKDIR, USER, STOPSIGNAL; the list of EXPOSE; VOLUME in either form. */
  readonly kind: 'workdir' | 'user' | 'stopsignal' | 'expose' | 'volume' | 'maintainer';
  readonly words: readonly Word[];
}

export interface HealthcheckInstruction extends InstructionBase {
  readonly kind: 'healthcheck';
  /** `NONE`, or the start of the probe command; undefined while half-typed. */
  readonly disabled: boolean;
  readonly arguments: Arguments | undefined;
}

export interface OnbuildInstruction extends InstructionBase {
  readonly kind: 'onbuild';
  readonly trigger: Instruction | undefined;
}

/** A keyword that Docker does not know, or a line that is still being typed. */
export interface UnknownInstruction extends InstructionBase {
  readonly kind: 'unknown';
}

export type Instruction =
  | FromInstruction
  | RunInstruction
  | StartInstruction
  | ShellInstruction
  | CopyInstruction
  | KeyValueInstruction
  | WordsInstruction
  | HealthcheckInstruction
  | OnbuildInstruction
  | UnknownInstruction;
