/** The few assertions that the suite needs; `node:assert` does not exist in a web worker. */

export function expectEqual<T>(actual: T, expected: T, what: string): void {
  if (actual === expected) return;
  throw new Error(`${what}\nexpected: ${JSON.stringify(expected)}\nactual:   ${JSON.stringify(actual)}`);
}

export function expectMatch(actual: string, pattern: RegExp, what: string): void {
  if (!pattern.test(actual))
    throw new Error(`${what}\nexpected: ${String(pattern)}\nactual:   ${JSON.stringify(actual)}`);
}
