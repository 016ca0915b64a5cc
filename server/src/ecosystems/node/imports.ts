/** What one source file names: modules, and whether it names some that only run time knows. */
export interface Imports {
  readonly specifiers: readonly string[];
  readonly computed: boolean;
}

const named =
  /(?:\brequire(?:\.resolve)?\s*\(\s*|\bimport\s*\(\s*(?:\/\*[^*]*\*\/\s*)*|\bfrom\s*|\bimport\s*)(['"`])([^'"`\n$]+)\1/g;
const computed = /\b(?:require|import)\s*\(\s*(?:[\w$]|`[^`\n]*\$\{|\.\.?\/)/;

/** Reads `import`, `export from`, `require` and `import()`. Comments count too: that is rather too much than too little. */
export function importsOf(text: string): Imports {
  const specifiers = [...text.matchAll(named)].flatMap(([, , specifier]) => specifier ?? []);
  return { specifiers: [...new Set(specifiers)], computed: computed.test(text) };
}
