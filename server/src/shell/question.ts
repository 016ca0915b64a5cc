import type { CommandNode, PipelineSyntax } from './syntax';

/** Commands that ask a question: what follows them with `&&` runs only if the answer is yes. */
const QUESTIONS = new Set([
  '[',
  'test',
  'command',
  'which',
  'type',
  'hash',
  'grep',
  'getent',
  'id',
  'cmp',
  'false',
]);

/** `! command`. */
export function negated(node: CommandNode | PipelineSyntax): boolean {
  return node.type === 'Pipeline' && node.prefixes.some((prefix) => prefix.type === 'Negation');
}

/** A command whose failure is an answer: a test, or anything behind `!`. */
export function asks(node: CommandNode | PipelineSyntax): boolean {
  if (node.type === 'Pipeline') return negated(node) || node.commands.some(asks);
  if (node.type === 'Command') return QUESTIONS.has(node.name?.value ?? '');
  return node.type === 'TestCommand' || node.type === 'ArithmeticCommand';
}
