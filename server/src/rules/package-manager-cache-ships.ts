import type { BuildModel, Step } from '../model/model';
import type { TextEdit } from '../text/edit';
import { effectiveCommand } from '../shell/effective-command';
import { downloadsLeft, type LeftDownloads } from './facts/language-package-cache';
import { laterRuns } from './facts/later-runs';
import { osCachesLeft, updatesIndex, type LeftCache } from './facts/os-package-cache';
import { appendCommand, calledAs } from './facts/run-edits';
import { chainOf, isWorkplace } from './facts/shipped';
import type { Finding, Fix, Rule, Safety } from './rule';

export const packageManagerCacheShips: Rule = {
  id: 'package-manager-cache-ships',
  aliases: ['DL3009', 'DL3019', 'DL3032', 'DL3036', 'DL3040', 'DL3042', 'DL3060'],
  severity: 'information',
  serves: ['size'],
  summary: 'What a package manager downloaded stays in a layer of the image that ships.',
  fixable: 'safe',
  check({ model, finalStage, project }) {
    if (isWorkplace(finalStage, project)) return [];
    return chainOf(finalStage).flatMap((stage) =>
      stage.steps.flatMap((step) => [
        ...osCachesLeft(step).map((left) => osFinding(left, step, model)),
        ...downloadsLeft(step, stage).map((left) => downloadsFinding(left, step, model)),
      ]),
    );
  },
};

const osCaches: Readonly<
  Record<LeftCache['manager'], { readonly what: string; clean(program: string): string }>
> = {
  apt: { what: 'the package lists in /var/lib/apt/lists', clean: () => 'rm -rf /var/lib/apt/lists/*' },
  apk: { what: 'the package index in /var/cache/apk', clean: () => 'rm -rf /var/cache/apk/*' },
  dnf: { what: 'packages and metadata in /var/cache', clean: (program) => `${program} clean all` },
  zypper: { what: 'packages and metadata in /var/cache/zypp', clean: () => 'zypper clean --all' },
};

function osFinding(left: LeftCache, step: Step, model: BuildModel): Finding {
  const { manager, program, command, verb } = left;
  const { what, clean } = osCaches[manager];
  const relied = laterRuns(step, model).relyOn.has(manager);
  const how = relied
    ? `Later RUNs install from them: do that in this one, and end it with ${clean(program)}.`
    : `End this RUN with ${clean(program)}; a later RUN cannot take anything out of the layer.`;
  return {
    at: calledAs(command, verb),
    message: `${program} leaves ${what}: ballast in the layer that ships, since no running program reads it. ${how}`,
    fixes: osFix(left, step, model),
  };
}

function osFix(left: LeftCache, step: Step, model: BuildModel): readonly Fix[] {
  const { manager, program } = left;
  const { user } = step.before;
  if (usesSudo(left) || (user.known && user.value.uid !== 0)) return [];
  const { relyOn, unknown } = laterRuns(step, model);
  if (relyOn.has(manager)) return [];
  const safety: Safety = unknown && (manager === 'apt' || manager === 'apk') ? 'review' : 'safe';
  const clean = osCaches[manager].clean(program);
  const edits =
    (manager === 'apk' ? withoutCache(left) : undefined) ??
    asList(appendCommand(step, clean, model.dockerfile, 'Keeps the cache out of the layer'));
  if (edits.length === 0) return [];
  const title =
    manager === 'apk' && edits[0]?.newText === '--no-cache'
      ? 'Use apk with --no-cache'
      : `End the RUN with ${clean}`;
  return [{ title, safety, edits: () => edits }];
}

function usesSudo({ command }: LeftCache): boolean {
  return /^(sudo|doas)$/.test(command.command.words[0]?.literal ?? '');
}

/** `apk add --update`: the option is replaced, when nothing else fetches the index. */
function withoutCache({ filledBy }: LeftCache): readonly TextEdit[] | undefined {
  const edits = filledBy.map(({ command }) => {
    const words = effectiveCommand(command).args.filter(
      ({ literal }) => literal !== undefined && updatesIndex(literal),
    );
    const [word] = words;
    return words.length === 1 && word && /^(--update|--update-cache|-U)$/.test(word.literal ?? '')
      ? { span: word.span, newText: '--no-cache', reason: 'Fetches the index and does not keep it' }
      : undefined;
  });
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

function downloadsFinding(
  { tool, installs }: LeftDownloads,
  step: Step,
  { dockerfile }: BuildModel,
): Finding {
  const [first] = installs;
  const clean = { pip: '--no-cache-dir', npm: 'npm cache clean --force', yarn: 'yarn cache clean' }[tool];
  const edits =
    tool === 'pip'
      ? installs.flatMap(({ verb }) =>
          verb
            ? [
                {
                  span: { start: verb.span.end, end: verb.span.end },
                  newText: ' --no-cache-dir',
                  reason: 'Keeps no copy of what is installed',
                },
              ]
            : [],
        )
      : asList(appendCommand(step, clean, dockerfile, 'Keeps the downloads out of the layer'));
  const title = tool === 'pip' ? 'Install with --no-cache-dir' : `End the RUN with ${clean}`;
  return {
    at: first ? calledAs(first.command, first.verb?.literal ?? '') : step.instruction.keywordSpan,
    message: `${tool} keeps a copy of all that it downloads in its cache, and this RUN's layer ships it beside what is installed. ${tool === 'pip' ? 'Install with --no-cache-dir' : `End the RUN with ${clean}`}.`,
    fixes: edits.length === 0 ? [] : [{ title, safety: 'safe', edits: () => edits }],
  };
}

function asList(edit: TextEdit | undefined): readonly TextEdit[] {
  return edit ? [edit] : [];
}
