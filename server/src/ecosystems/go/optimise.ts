import { stepsFor } from '../../model/mounts';
import { originOf } from '../../model/paths';
import type { Stage, Step } from '../../model/model';
import type { Project } from '../../project/project';
import { joinPath } from '../../text/path';
import { span } from '../../text/span';
import type { TextEdit } from '../../text/edit';
import { goPath } from './builds';
import { goCallsOf, type GoCall } from './calls';
import { readGoMod } from './gomod';
import type { ModulePlace } from './module';
import type { BuiltProgram } from './trace';

/** Edits for "convert and optimise": smaller binaries, faster rebuilds, the same program. */
export function optimise(programs: readonly BuiltProgram[], project: Project): TextEdit[] {
  const [first] = programs;
  if (!first) return [];
  const { stage } = first;
  const here = programs.filter((program) => program.stage === stage);
  const module = here.find((program) => program.output.module)?.output.module;
  const vendored = module !== undefined && project.isFolder(joinRelative(module.contextRoot, 'vendor'));
  const separated = module && !vendored ? separateDependencies(stage, module, project) : [];
  const removed = separated.map((edit) => edit.span).filter(({ start, end }) => end > start);
  const mounts = cacheMounts(stage, project, vendored).filter(
    (edit) => !removed.some(({ start, end }) => edit.span.start >= start && edit.span.start < end),
  );
  return [...strip(here), ...mounts, ...separated];
}

function joinRelative(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Leaves out the symbol table and debug information, where the author set no flags of that kind. */
function strip(programs: readonly BuiltProgram[]): TextEdit[] {
  const edits = new Map<number, TextEdit>();
  for (const { call } of programs) {
    const { go, command, carrier } = call;
    const goflags = command.env.get('GOFLAGS');
    if (carrier !== command || command.script.fault || (goflags && (!goflags.known || goflags.value !== '')))
      continue;
    if (['ldflags', 'gcflags', 'race', 'trimpath'].some((flag) => go.flags.has(flag))) continue;
    // Flags go after -C, which has to be the first one.
    const change = go.flags.get('C');
    const at = change ? change.source?.end : go.verbWord.span.end;
    if (at === undefined) continue;
    edits.set(at, {
      span: span(at, at),
      newText: ' -trimpath -ldflags="-s -w"',
      reason: 'leaves out symbol table, debug information and local paths: a smaller, reproducible binary',
    });
  }
  return [...edits.values()];
}

/** Keeps modules and compiled packages between builds. All RUNs that use Go need the same mounts. */
function cacheMounts(stage: Stage, project: Project, vendored: boolean): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const step of stage.steps) {
    const call = firstCall(step, stage, project);
    const { instruction } = step;
    if (!call || instruction.kind !== 'run') continue;
    if (instruction.arguments.form === 'exec') continue;
    const wanted = mountsFor(call, step, vendored);
    if (wanted.length === 0) return [];
    const own = instruction.flags.map((flag) => flag.value ?? '').join(' ');
    const mounts = wanted.filter((mount) => !own.includes(mount.slice(mount.indexOf('target='))));
    if (mounts.length === 0) continue;
    const separator = instruction.heredocs.length > 0 ? ' ' : ' \\\n    ';
    const at = instruction.arguments.span.start;
    edits.push({
      span: span(at, at),
      newText: mounts.map((mount) => mount + separator).join(''),
      reason: 'keeps downloaded modules and compiled packages between builds, outside the image',
    });
  }
  return edits;
}

function firstCall(step: Step, stage: Stage, project: Project): GoCall | undefined {
  const soFar = {
    steps: stepsFor(stage.steps, stage.steps.indexOf(step)),
    base: stage.base,
    image: stage.image,
  };
  for (const command of step.commands ?? []) {
    const found = goCallsOf(command, soFar, project);
    if (found?.known && found.value.calls[0]) return found.value.calls[0];
  }
  return undefined;
}

function mountsFor({ command }: GoCall, step: Step, vendored: boolean): string[] {
  const { user } = step.before;
  // Another user could not write into a cache that belongs to root.
  if (!user.known || user.value.uid !== 0) return [];
  const gopath = goPath(command);
  const modules =
    command.env.get('GOMODCACHE') ??
    (gopath.known ? { ...gopath, value: joinPath(gopath.value, 'pkg/mod') } : gopath);
  const compiled = command.env.get('GOCACHE');
  if (!modules.known || (compiled && !compiled.known)) return [];
  const targets = [...(vendored ? [] : [modules.value]), compiled?.value ?? '/root/.cache/go-build'];
  return targets.map((target) => `--mount=type=cache,target=${target}`);
}

/** Downloads modules before the sources are copied, so that a change of the sources does not repeat it. */
function separateDependencies(stage: Stage, module: ModulePlace, project: Project): TextEdit[] {
  const modFile = joinRelative(module.contextRoot, 'go.mod');
  const text = project.read(modFile);
  if (text === undefined || project.has('go.work')) return [];
  if (readGoMod(text).replaces.some((replace) => replace.directory !== undefined)) return [];
  const target = joinPath(module.stageRoot, 'go.mod');
  const index = stage.steps.findIndex((_, i) => originOf(stage, target, project, i + 1).kind === 'context');
  const step = stage.steps[index];
  if (!step?.copy || !bringsFolder(step, module, project)) return [];
  const { workdir } = step.before;
  if (!workdir.known || workdir.value !== module.stageRoot) return [];
  const files = [modFile, joinRelative(module.contextRoot, 'go.sum')].filter((file) => project.has(file));
  const mounts = downloadMount(stage, project);
  const at = step.instruction.lines.start;
  const next = stage.steps[index + 1];
  const lone = next && isLoneDownload(next) ? next : undefined;
  const insert: TextEdit = {
    span: span(at, at),
    newText: `COPY ${files.join(' ')} ./\nRUN ${mounts}go mod download\n`,
    reason: 'downloads modules before the sources are copied: a change of the sources does not repeat it',
  };
  if (!lone) return [insert];
  return [
    insert,
    { span: lone.instruction.lines, newText: '', reason: 'done before the sources are copied' },
  ];
}

/** The COPY brings the sources too, not the module files alone. */
function bringsFolder(step: Step, module: ModulePlace, project: Project): boolean {
  return (step.copy?.sources ?? []).some((source) => {
    if (!source.known) return false;
    const path = source.value
      .replace(/^(\.?\/)+/, '')
      .replace(/\/$/, '')
      .replace(/^\.$/, '');
    return path === module.contextRoot && (path === '' || project.isFolder(path));
  });
}

function isLoneDownload(step: Step): boolean {
  const [command, ...rest] = step.commands ?? [];
  return (
    rest.length === 0 &&
    step.instruction.kind === 'run' &&
    command?.command.words.map((word) => word.literal).join(' ') === 'go mod download'
  );
}

function downloadMount(stage: Stage, project: Project): string {
  for (const step of stage.steps) {
    const call = firstCall(step, stage, project);
    if (!call) continue;
    const [modules] = mountsFor(call, step, false);
    return modules ? `${modules} ` : '';
  }
  return '';
}
