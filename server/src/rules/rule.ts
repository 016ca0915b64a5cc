import type { BuildModel, Stage } from '../model/model';
import type { Project } from '../project/project';
import type { Span } from '../text/span';
import type { TextEdit } from '../text/edit';
import type { JudgedSuppression } from './suppression/suppression';

/** The seven reasons for small images; every rule serves at least one. */
export type Benefit =
  'size' | 'security' | 'rebuild speed' | 'maintenance' | 'portability' | 'flexibility' | 'reproducibility';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** `safe`: the image keeps its meaning, part of fix-all. `review`: a person should read it. */
export type Safety = 'safe' | 'review';

export interface Fix {
  /** Names the stage or the thing, so that two fixes on a line do not read alike. */
  readonly title: string;
  readonly safety: Safety;
  /** Called only when the user asks. */
  edits(): readonly TextEdit[];
}

/** Lines that .dockerignore lacks. It is another file, so that this is no fix of the Dockerfile, and no part of fix-all. */
export interface MissingIgnores {
  /** Of the file in force, or of the one to create, from the Dockerfile's folder, with `/`. */
  readonly path: string;
  /** What the file holds; undefined where there is none yet. */
  readonly text: string | undefined;
  readonly lines: readonly string[];
}

export interface Finding {
  /** The smallest token that shows the fault. */
  readonly at: Span;
  /** What is wrong and what it means for the shipped image. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** Where lines in .dockerignore would answer it. */
  readonly ignores?: MissingIgnores;
  /** Where it differs from the rule's own; the user's setting wins over both. */
  readonly severity?: Severity;
  /** Other places that explain it. */
  readonly related?: readonly { readonly at: Span; readonly message: string }[];
  /** Unnecessary code is faded by editors. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** What a rule may look at. Everything is computed once and read-only. */
export interface RuleContext {
  readonly model: BuildModel;
  /** The stage that ships when no target is given; rules run only when there is one. */
  readonly finalStage: Stage;
  readonly project: Project;
  /** True when a setting names a severity for this very rule: it is wanted, also where it keeps silent otherwise. */
  readonly asked?: boolean;
  /** Registries that the project lets its images come from, as `trustedRegistries` of its configuration; empty: any. */
  readonly trustedRegistries: readonly string[];
  /** What became of the file's own suppression comments. Empty for rules that do not judge them. */
  readonly suppressions: readonly JudgedSuppression[];
}

export interface Rule {
  /**
   * Kebab-case; names the flagged pattern. File name, doc page and test file bear it too. BuildKit's checks keep
   * BuildKit's names (`StageNameCasing`); of them only the source file is in kebab case.
   */
  readonly id: string;
  /** `buildkit`: one of BuildKit's own build checks, which judge the whole file, builder stages too. */
  readonly group?: 'buildkit';
  /** What other linters call it where they find the same (`DL3002`): their suppression comments are honoured. */
  readonly aliases?: readonly string[];
  readonly severity: Severity;
  /** It runs only where a setting names a severity for it: advice that most files would get. */
  readonly offByDefault?: true;
  readonly serves: readonly Benefit[];
  /** One sentence. */
  readonly summary: string;
  /** Best fix it may offer. */
  readonly fixable: Safety | 'no';
  /** The quick fix "convert to multi-stage" is offered on its findings. */
  readonly answeredByConversion?: boolean;
  /** It runs after the other rules, and sees what they found for the suppression comments. */
  readonly judges?: 'suppressions';
  check(context: RuleContext): readonly Finding[];
}
