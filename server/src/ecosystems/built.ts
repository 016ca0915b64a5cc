import type { Stage } from '../model/model';

/** True when a command of the stage compiles or builds something of the language. */
export function builds(stage: Stage, language: string): boolean {
  return languagesBuilt(stage).includes(language);
}

/** Languages of which the commands of a stage build something, each once. */
export function languagesBuilt(stage: Stage): string[] {
  const found = stage.steps
    .flatMap((step) => step.commands ?? [])
    .flatMap((command) => command.effects)
    .flatMap((effect) => (effect.kind === 'builds' ? [effect.language] : []));
  return [...new Set(found)];
}
