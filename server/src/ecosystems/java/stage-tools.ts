import type { Stage } from '../../model/model';
import { effectiveCommand } from '../../shell/effective-command';
import { toolOf, type JavaTool } from './tools';

/** The tools of Java that commands of the stage call. */
export function toolsIn({ steps }: Stage): JavaTool[] {
  return steps
    .flatMap(({ commands }) => commands ?? [])
    .flatMap(({ command }) => toolOf(effectiveCommand(command).name ?? '') ?? []);
}

/** More than to unpack a jar. */
export function compiles(stage: Stage): boolean {
  return toolsIn(stage).some((tool) => /^(mvn|gradle|sbt|javac|kotlinc|scalac)$/.test(tool));
}
