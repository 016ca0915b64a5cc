import { forEachChild, parse } from 'unbash';
import type {
  CommandNode,
  Script,
  Statement,
  SyntaxNode,
  Word,
  WordPart,
  Redirection,
  Assignment,
  Command,
  Pipeline,
} from 'unbash';

/**
 * The only importer of the shell parser. Its node types stay inside this folder: `parse.ts` and `word.ts` turn them
 * into the types of `ast.ts`.
 */
export type {
  Assignment as AssignmentNode,
  Command as CommandSyntax,
  CommandNode,
  Pipeline as PipelineSyntax,
  Redirection as RedirectionNode,
  Statement,
  SyntaxNode,
  Word as WordNode,
  WordPart as WordPartNode,
};

/** A parsed script; nested scripts have the same shape. */
export interface ScriptSyntax extends Script {
  readonly errors?: readonly { readonly message: string; readonly pos: number }[] | undefined;
}

/**
 * The syntax tree of a shell text, read as Bash. Broken text gives a partial tree with `errors`.
 * @throws RangeError on some thousands of nested constructs: the parser recurses.
 */
export function parseSyntax(text: string): ScriptSyntax {
  return parse(text);
}

/** Calls `visit` for each direct child. */
export const eachChild: (node: SyntaxNode, visit: (child: SyntaxNode) => void) => void = forEachChild;
