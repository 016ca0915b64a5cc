/**
 * A text that Docker refuses to expand, or one too unusual to imitate. The message ends the sentence "Docker cannot
 * expand ...: ". Caught by `words.ts`, `variables.ts` and `heredoc.ts`; never leaves this folder.
 */
export class ExpansionError extends Error {}
