import type { Instruction } from '../dockerfile/ast';
import type { CopyStep, Stage, Start, Step } from '../model/model';
import { originOf } from '../model/paths';
import type { Project } from '../project/project';
import { parseShell } from '../shell/parse';
import type { ShellScript } from '../shell/ast';
import { basename, joinPath } from '../text/path';
import type { Span } from '../text/span';
import { entrypointOf } from './facts/entrypoint';
import { execForm } from './facts/exec-form';
import { repeatedWords } from './facts/interpreters';
import { missingProgram } from './facts/missing-program';
import { chainOf } from './facts/shipped';
import type { Finding, Fix, Rule } from './rule';

export const shellFormWithoutShell: Rule = {
  id: 'shell-form-without-shell',
  severity: 'error',
  serves: ['portability', 'security'],
  summary: 'An instruction in shell form in a stage whose image has no shell.',
  fixable: 'safe',
  check({ model, project }) {
    return model.stages.flatMap((stage) => {
      if (stage.image?.shell !== null) return [];
      return stage.steps.flatMap((step, index) => judge(stage, step, index, project) ?? []);
    });
  },
};

function judge(stage: Stage, step: Step, index: number, project: Project): Finding | undefined {
  const { instruction } = step;
  const form = shellFormOf(instruction, stage);
  const shell = step.before.shell[0] ?? '';
  // A debug tag's /busybox/sh, or a path that the author brought along, is taken at its word.
  if (!form || !/^(\/(usr\/)?bin\/)?(sh|bash|ash|dash)$/.test(shell)) return undefined;
  if (mayHaveBroughtShell(stage, shell, index, project)) return undefined;
  const image = stage.image?.reference.raw ?? 'the image';
  const fix = form.script && execFormFix(stage, step, form, project);
  const repair = stage.image?.debug ? ', or set SHELL ["/busybox/sh", "-c"]' : '';
  return {
    at: instruction.keywordSpan,
    message: `${image} has no ${shell.startsWith('/') ? shell : `/bin/${shell}`}, which this shell form needs: ${form.consequence}. ${form.advice}${repair}.`,
    ...(fix ? { fixes: [fix] } : {}),
  };
}

interface ShellForm {
  readonly consequence: string;
  readonly advice: string;
  /** Span of what becomes the JSON array, and its text as a script; undefined when exec form would not help. */
  readonly span: Span;
  readonly script: ShellScript | undefined;
}

function shellFormOf(instruction: Instruction, stage: Stage): ShellForm | undefined {
  switch (instruction.kind) {
    case 'run':
      // A heredoc with an interpreter line of its own is still started by the shell.
      if (instruction.arguments.form === 'exec' || instruction.body.text.trim() === '') return undefined;
      return {
        consequence: 'the build stops here',
        advice: 'Run it in an earlier stage and copy the result',
        span: instruction.arguments.span,
        script: undefined,
      };
    case 'cmd':
    case 'entrypoint': {
      const start = instruction.kind === 'cmd' ? stage.end.cmd : stage.end.entrypoint;
      if (!stage.ships || start?.instruction !== instruction || start.form !== 'shell') return undefined;
      if (instruction.body.text.trim() === '' || isReplaced(instruction.kind, stage)) return undefined;
      return startForm(start, instruction, stage);
    }
    case 'healthcheck': {
      const { arguments: args, disabled } = instruction;
      if (disabled || !stage.ships || args?.form !== 'shell' || args.text.text.trim() === '')
        return undefined;
      const isLast = !stage.steps.some(
        (step) =>
          step.instruction.kind === 'healthcheck' && step.instruction.span.start > instruction.span.start,
      );
      return isLast
        ? {
            consequence: 'every check fails and the container is reported unhealthy',
            advice: 'Use exec form (["program", "argument"]) with a program that is in the image',
            span: args.span,
            script: parseShell(args.text),
          }
        : undefined;
    }
    default:
      return undefined;
  }
}

function startForm(start: Start, instruction: Instruction, stage: Stage): ShellForm | undefined {
  if (instruction.kind !== 'cmd' && instruction.kind !== 'entrypoint') return undefined;
  const isArgument = instruction.kind === 'cmd' && stage.end.entrypoint !== undefined;
  return {
    consequence: isArgument
      ? 'the ENTRYPOINT is handed "/bin/sh -c ..." in place of its arguments'
      : 'the container cannot start',
    advice: 'Use exec form: ["program", "argument"]',
    span: instruction.arguments.span,
    script: start.script,
  };
}

/** A shell-form ENTRYPOINT ignores CMD; a stage built on this one may set its own start. */
function isReplaced(kind: 'cmd' | 'entrypoint', stage: Stage): boolean {
  return kind === 'cmd' && stage.end.entrypoint?.form === 'shell';
}

/** True unless it is certain that nothing before this step put a shell into the image. */
function mayHaveBroughtShell(stage: Stage, shell: string, index: number, project: Project): boolean {
  const name = shell.replace(/^.*\//, '');
  const places = shell.startsWith('/')
    ? [shell]
    : ['/bin', '/usr/bin', '/usr/local/bin'].map((bin) => `${bin}/${name}`);
  return chainOf(stage).some((each) => {
    const steps = each === stage ? each.steps.slice(0, index) : each.steps;
    return steps.some(({ copy, instruction }) => {
      if (instruction.kind === 'unknown' || instruction.kind === 'onbuild') return true;
      // `RUN ["/busybox", "--install", "/bin"]`
      if (instruction.kind === 'run' && instruction.arguments.form === 'exec') return true;
      return copy !== undefined && mayBring(copy, places, project);
    });
  });
}

/** Names of folders that a root file system, or a part of it with programs, is collected in. */
const systemFolders =
  /^(|\.|base|bin|build|dist|export|files|fs|image|install|layer|minimal|mnt|out|output|overlay|pkg|result|root|rootfs|runtime|sbin|staging|sysroot|target|usr|\w*-?(root|rootfs|fs))$/;

function mayBring(copy: CopyStep, places: readonly string[], project: Project): boolean {
  if (!copy.destination.known) return true;
  const folder = copy.destination.value.replace(/\/$/, '');
  if (places.includes(folder)) return true;
  if (!places.some((place) => place.startsWith(`${folder}/`))) return false;
  return copy.sources.some((source) => {
    if (!source.known || /[*?[]/.test(source.value)) return true;
    if (copy.instruction.kind === 'add' && /\.(tar|tgz|tbz2?|txz)(\.\w+)?$|^\w+:/.test(source.value))
      return true;
    const path = joinPath('/', source.value);
    const name = basename(path);
    if (/^(ba|da|a|z|k)?sh$|^busybox/.test(name)) return true;
    return (
      systemFolders.test(name) && !(copy.from.kind === 'stage' && isOneFile(copy.from.stage, path, project))
    );
  });
}

/** `go build -o /out`: a program, whatever its name suggests. */
function isOneFile(stage: Stage, path: string, project: Project): boolean {
  const origin = originOf(stage, path, project);
  return (
    origin.kind === 'command' &&
    origin.command.effects.some(
      (effect) =>
        effect.kind === 'writes' &&
        effect.path.known &&
        effect.path.value === path &&
        effect.from === 'compiler',
    )
  );
}

/**
 * The exec form of a single command of plain words; undefined when a shell does something to it, and when the image does
 * not have the program either. What ENTRYPOINT starts already is left out of CMD.
 */
function execFormFix(
  stage: Stage,
  { instruction }: Step,
  { span, script }: ShellForm,
  project: Project,
): Fix | undefined {
  const array = script && execForm(script);
  if (array === undefined) return undefined;
  const words = JSON.parse(array) as readonly string[];
  const entrypoint = instruction.kind === 'cmd' ? entrypointOf(stage) : 'none';
  if (entrypoint === undefined || (entrypoint !== 'none' && entrypoint.form === 'shell')) return undefined;
  if (entrypoint === 'none' && missingProgram(stage, words[0] ?? '', stage.end, project)) return undefined;
  const repeated = entrypoint === 'none' ? undefined : repeatedWords(entrypoint.argv, words);
  if (repeated?.length === 0) return undefined;
  const kept = words.filter((_, index) => !repeated?.includes(index));
  const newText = `[${kept.map((word) => JSON.stringify(word)).join(', ')}]`;
  return {
    title: `Write ${instruction.keyword} in exec form`,
    safety: 'safe',
    edits: () => [{ span, newText, reason: 'There is no shell in this image' }],
  };
}
