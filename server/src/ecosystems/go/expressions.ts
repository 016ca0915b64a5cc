/** An expression of Go, as far as texts are concerned. Offsets are zero-based UTF-16. */
export type GoExpression =
  | { readonly kind: 'text'; readonly value: string; readonly offset: number }
  /** `a`, `a.b.c`, `f().g`, `a[0]` for the first element of `a`, `a[]` for another. */
  | { readonly kind: 'name'; readonly name: string; readonly offset: number }
  | { readonly kind: 'call'; readonly call: GoCall; readonly offset: number }
  /** Operands joined by `+`. */
  | { readonly kind: 'sum'; readonly parts: readonly GoExpression[]; readonly offset: number }
  | GoList
  /** Anything else; the operands that it is made of. */
  | { readonly kind: 'other'; readonly parts: readonly GoExpression[]; readonly offset: number };

/** A composite literal: `T{a, Key: b}`. */
export interface GoList {
  readonly kind: 'list';
  /** As written where it is a plain name: `lumberjack.Logger`; the element type of a slice. */
  readonly type: string;
  readonly items: readonly GoItem[];
  readonly offset: number;
}

export interface GoItem {
  readonly key: string | undefined;
  readonly value: GoExpression;
}

export interface GoCall {
  /** `os.Open`, `template.New().ParseFiles`, `r.Static`. */
  readonly callee: string;
  readonly args: readonly GoExpression[];
  readonly offset: number;
  /** Number of the function that it stands in; 0 for the package level. */
  readonly unit: number;
}

/** A string literal and where it stands. */
export interface GoLiteral {
  readonly value: string;
  readonly offset: number;
  /** The innermost call that it is part of an argument of. */
  readonly call: GoCall | undefined;
  /** Which argument, from 0. */
  readonly argument: number;
  /** Field or map key that it is the value of, or the variable it is assigned to. */
  readonly key: string | undefined;
  /** A key itself: `m["x"]`, `{"x": 1}`, `case "x":`. */
  readonly isKey: boolean;
  readonly unit: number;
}

/** `x := "a"`, `const x = "a"`, `t.x = "a"`. */
export interface GoBinding {
  readonly name: string;
  readonly value: GoExpression;
  readonly unit: number;
}

/** One pattern of a `//go:embed` line. */
export interface GoEmbed {
  /** Without `all:`. */
  readonly pattern: string;
  /** The variable that receives the files. */
  readonly variable: string;
  readonly offset: number;
}
