import type { GoExpression, GoItem } from './expressions';

/** A pair of brackets that is open, and what of its content was read so far. */
export interface Frame {
  readonly kind: 'top' | 'call' | 'group' | 'index' | 'list' | 'block' | 'type';
  readonly call: { callee: string; args: GoExpression[]; offset: number; unit: number } | undefined;
  readonly items: GoItem[];
  readonly type: string;
  readonly offset: number;
  /** The keyword whose block has not opened yet. */
  header: string | undefined;
  operands: GoExpression[];
  /** The value so far holds an operator that is not understood. */
  broken: boolean;
  key: string | undefined;
  binding: string | undefined;
  /** Of the names before `:=`, the first when there are several. */
  firstName: string | undefined;
}

export function newFrame(kind: Frame['kind'], offset: number, call?: Frame['call'], type = ''): Frame {
  const empty = {
    header: undefined,
    operands: [],
    broken: false,
    key: undefined,
    binding: undefined,
    firstName: undefined,
  };
  return { kind, offset, call, type, items: [], ...empty };
}

/** What the operands read so far make together. */
export function valueOf({ operands, broken }: Frame): GoExpression {
  const [first] = operands;
  const offset = first?.offset ?? 0;
  if (broken || !first) return { kind: 'other', parts: operands, offset };
  return operands.length === 1 ? first : { kind: 'sum', parts: operands, offset };
}
