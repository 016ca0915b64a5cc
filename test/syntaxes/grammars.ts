import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';

const root = path.resolve(import.meta.dirname, '..', '..');

interface ContributedGrammar {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: string[];
}

interface Manifest {
  readonly contributes: { readonly grammars: readonly ContributedGrammar[] };
}

export type GrammarRegistry = ReturnType<typeof createRegistry>;

/** VS Code's own Dockerfile and shell grammars, without ours. */
export function builtInGrammars(): GrammarRegistry {
  return createRegistry(builtIn());
}

/** VS Code's own grammars and those that the extension contributes, as its manifest declares them. */
export function extendedGrammars(): GrammarRegistry {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const contributed = manifest.contributes.grammars.map(({ scopeName, injectTo, path: file }) => ({
    scopeName,
    injectTo,
    path: path.join(root, file),
  }));
  return createRegistry([...builtIn(), ...contributed]);
}

function builtIn() {
  return [carried('docker', 'source.dockerfile'), carried('shellscript', 'source.shell')];
}

function carried(name: string, scopeName: string) {
  const file = path.join(root, 'node_modules', 'tm-grammars', 'grammars', `${name}.json`);
  return { scopeName, path: file };
}

/** The tokens of each line: the text and its scopes, outermost first. */
export async function tokenLines(
  registry: GrammarRegistry,
  text: string,
): Promise<{ text: string; scopes: string[] }[][]> {
  const grammar = await registry.loadGrammar('source.dockerfile');
  if (grammar === null) throw new Error('the grammar source.dockerfile is missing');
  let state: Parameters<typeof grammar.tokenizeLine>[1] = null;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}
