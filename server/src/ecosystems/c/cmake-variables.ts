/**
 * The text with `${NAME}` replaced, definitions of the command line first. What a find module would set stays as
 * `@find/NAME`; what else is not set is empty.
 */
export function expand(
  text: string,
  scope: ReadonlyMap<string, string>,
  definitions: ReadonlyMap<string, string>,
): string {
  let result = text;
  for (let round = 0; round < 8 && result.includes('${'); round++) {
    const before = result;
    result = result.replace(
      /\$\{([\w.+-]+)\}/g,
      (_, name: string) => definitions.get(name) ?? scope.get(name) ?? unset(name),
    );
    if (result === before || result.length > 20_000) break;
  }
  return result;
}

function unset(name: string): string {
  return /_(LIBRARY|LIBRARIES|LIBS?|INIT|LDFLAGS)$/.test(name) ? `@find/${name}` : '';
}
