import type { BuildModel, CopyStep, Stage, Step } from '../model/model';
import type { Project } from '../project/project';
import { withoutTrailingSlash } from '../text/path';
import type { Word } from '../dockerfile/ast';
import type { TextEdit } from '../text/edit';
import { manifestsOf, needsSources } from './facts/dependency-manifests';
import { dependencyInstall, type DependencyInstall } from './facts/dependency-install';
import type { Finding, Rule } from './rule';

/**
 * Everything is copied first and dependencies are installed after it. In the stages that ship; in builder stages too when
 * a setting asks for the rule. A cache mount makes the repetition cheap enough to be let be.
 */
export const dependenciesNotSeparated: Rule = {
  id: 'dependencies-not-separated',
  severity: 'hint',
  serves: ['rebuild speed'],
  summary:
    'Dependencies are installed after all sources were copied, so that every change installs them again.',
  fixable: 'review',
  check({ model, project, asked }) {
    return model.stages
      .filter(({ ships }) => ships || asked === true)
      .flatMap((stage) => judge(stage, model, project) ?? []);
  },
};

interface Pair {
  readonly copy: CopyStep;
  readonly copied: Step;
  readonly word: Word;
  readonly run: Step;
  readonly installs: readonly DependencyInstall[];
}

function judge(stage: Stage, model: BuildModel, project: Project): Finding | undefined {
  const pair = findPair(stage);
  if (!pair) return undefined;
  const [first] = pair.installs;
  if (!first || pair.installs.some((install) => needsSources(install, project))) return undefined;
  const edits = split(pair, stage, model, project);
  return {
    at: pair.word.span,
    message: `All sources are copied before ${first.tool} installs: each change of any file installs everything again and makes new layers of it. Copy ${first.tool === 'pip' ? 'the list of requirements' : 'manifest and lock file'} first, install, and copy the rest after it.`,
    fixes:
      edits === undefined
        ? []
        : [{ title: 'Install before the sources are copied', safety: 'review', edits: () => edits }],
    related: [{ at: first.command.command.span, message: 'Installed here.' }],
  };
}

/** The COPY of the whole context and the first RUN behind it that installs in that folder. */
function findPair(stage: Stage): Pair | undefined {
  const at = stage.steps.findIndex(({ copy }) => copy !== undefined && wholeContext(copy) !== undefined);
  const copied = stage.steps[at];
  const copy = copied?.copy;
  const word = copy && wholeContext(copy);
  if (!copy || !word || !copy.destination.known) return undefined;
  const folder = withoutTrailingSlash(copy.destination.value);
  const run = stage.steps.slice(at + 1).find((step) => installsOf(step).length > 0);
  if (!run || run.instruction.kind !== 'run') return undefined;
  const installs = installsOf(run);
  const here = installs.every(
    ({ command }) => command.cwd.known && withoutTrailingSlash(command.cwd.value) === folder,
  );
  const mounted = run.instruction.flags.some(({ name }) => name === 'mount');
  const before = stage.steps.slice(0, at).some((step) => bringsManifest(step) || installsOf(step).length > 0);
  return !here || mounted || before ? undefined : { copy, copied, word, run, installs };
}

function wholeContext({ from, sources, instruction }: CopyStep): Word | undefined {
  const index = sources.findIndex(
    (source) => source.known && /^(\.?\/*|\.\/+\.?)$/.test(source.value) && source.value !== '',
  );
  return from.kind === 'context' && index !== -1 ? instruction.sources[index] : undefined;
}

function bringsManifest({ copy }: Step): boolean {
  return (
    copy?.from.kind === 'context' &&
    copy.instruction.sources.some(({ value }) =>
      /package|yarn|pnpm|bun\.lock|require|\.txt|pyproject|Pipfile|poetry|uv\.lock|setup\.(py|cfg)|Gemfile|composer|constraints|\.toml|\.lock/i.test(
        value,
      ),
    )
  );
}

/** Installations of all that the project names, not of packages by name. */
function installsOf({ commands }: Step): readonly DependencyInstall[] {
  return (commands ?? []).flatMap((command) => {
    const install = dependencyInstall(command);
    return install && manifestsOf(install) !== undefined ? [install] : [];
  });
}

/** In place of the COPY one of what the RUN reads, and the COPY behind the RUN; only where that does nothing else. */
function split(
  { copy, copied, run, installs }: Pair,
  stage: Stage,
  { dockerfile: { text, newline } }: BuildModel,
  project: Project,
): readonly TextEdit[] | undefined {
  const { destination: target, sources, span } = copy.instruction;
  const [first] = sources;
  if (!target || !first || !copy.destination.known) return undefined;
  if ((run.commands ?? []).some((command) => !isPart(command, installs))) return undefined;
  const between = stage.steps.slice(stage.steps.indexOf(copied) + 1, stage.steps.indexOf(run));
  if (between.some((step) => !harmless.test(step.instruction.kind) && !installsByName(step)))
    return undefined;
  const written = text.slice(span.start, span.end);
  if (written.includes('\n') || written.includes('"') || sources.length > 1) return undefined;
  const files = new Set<string>();
  for (const install of installs) {
    const names = manifestsOf(install, project);
    if (!names || names.length === 0) return undefined;
    for (const name of names) files.add(name);
  }
  const moves = !target.raw.startsWith('/') && between.some((step) => step.instruction.kind === 'workdir');
  const again = text.slice(span.start, target.span.start) + (moves ? copy.destination.value : target.raw);
  const { end } = run.instruction.lines;
  const line = text[end - 1] === '\n' ? `${again}${newline}` : `${newline}${again}`;
  return [
    {
      span: { start: first.span.start, end: target.span.end },
      newText: `${[...files].join(' ')} ${target.raw.replace(/\/$/, '')}/`,
      reason: 'Only a change of these installs again',
    },
    { span: { start: end, end }, newText: line, reason: 'The sources come after what they do not change' },
  ];
}

/** Instructions that mean the same before and after the sources are there. */
const harmless = /^(label|expose|maintainer|cmd|entrypoint|stopsignal|workdir|env|arg)$/;

/** `RUN pip install -U pip` */
function installsByName({ commands = [] }: Step): boolean {
  return (
    commands.length > 0 &&
    commands.every((command) => {
      const install = dependencyInstall(command);
      return (
        install?.tool === 'pip' &&
        manifestsOf(install) === undefined &&
        install.operands.every((each) => /^\w[^/]*$/.test(each))
      );
    })
  );
}

function isPart(command: DependencyInstall['command'], installs: readonly DependencyInstall[]): boolean {
  return (
    installs.some((install) => install.command === command) ||
    /^(pip[\d.]* install (-U|--upgrade) pip|npm cache clean( --force)?|yarn cache clean)$/.test(
      command.command.words.map(({ raw }) => raw).join(' '),
    )
  );
}
