import type { Program } from '../ecosystems/ecosystem';
import type { RunCommand, Stage } from '../model/model';
import type { Reason } from './conversion';

export interface UnknownCommands {
  readonly refusal: Reason | undefined;
  readonly warnings: readonly Reason[];
}

/**
 * Commands whose effects are not known. Before the build they most likely make something for it; after it, or when the
 * program opens a file that nothing else makes, they may make what the runtime would lack.
 */
export function judgeUnknownCommands(stage: Stage, program: Program): UnknownCommands {
  // Of what a web site is made of, all lies in its folder.
  if (program.webServer) return { refusal: undefined, warnings: [] };
  const commands = stage.steps.flatMap((step) => step.commands ?? []);
  const capability = commands.find((command) => /(^|\/)setcap$/.test(nameOf(command)));
  if (capability) {
    return {
      refusal: {
        message: 'setcap gives the program rights that belong to the file, and a copy of it may lose them',
        at: capability.command.span,
      },
      warnings: [],
    };
  }
  const lastBuild = commands.findLastIndex((command) => builds(command, program.language));
  const strangers = commands.filter((command) => isUnknown(command) && !builds(command, program.language));
  const late = strangers.find((command) => commands.indexOf(command) > lastBuild && lastBuild !== -1);
  if (late) {
    return {
      refusal: {
        message: `${nameOf(late)} runs after the build, and what it leaves in the image is not known`,
        at: late.command.span,
      },
      warnings: [],
    };
  }
  const [unsure] = program.unsure;
  const stranger = strangers[0] ?? commands.find(isUnknown);
  if (unsure && stranger) {
    return {
      refusal: {
        message: `${unsure.reason}, which is not in the build context; ${nameOf(stranger)} may make it`,
        at: stranger.command.span,
      },
      warnings: [],
    };
  }
  return {
    refusal: undefined,
    warnings: strangers.map((command) => ({
      message: `what ${nameOf(command)} leaves in the image is not known; it is taken to serve the build only`,
      at: command.command.span,
    })),
  };
}

function isUnknown(command: RunCommand): boolean {
  return command.effects.some((effect) => effect.kind === 'unknown');
}

function builds(command: RunCommand, language: string): boolean {
  return command.effects.some(
    (effect) =>
      (effect.kind === 'builds' || effect.kind === 'downloads-dependencies') && effect.language === language,
  );
}

function nameOf({ argv, command }: RunCommand): string {
  const [name] = argv;
  return name?.known && name.value !== '' ? name.value : (command.words[0]?.raw ?? 'a command');
}
