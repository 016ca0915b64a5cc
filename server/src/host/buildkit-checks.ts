import type { Rule } from '../rules/rule';

/** The setting `jettison.buildkitChecks`. */
export type BuildKitChecks = 'auto' | 'on' | 'off';

export const buildkitModes: readonly BuildKitChecks[] = ['auto', 'on', 'off'];

/** BuildKit's checks that Microsoft's Dockerfile language server has as well, under names of its own. */
const ofLanguageServer: readonly string[] = [
  'ConsistentInstructionCasing',
  'DuplicateStageName',
  'MaintainerDeprecated',
  'MultipleInstructionsDisallowed',
  'NoEmptyContinuation',
  'WorkdirRelativePath',
];

/**
 * What other extensions of VS Code report. Docker DX runs BuildKit's checks; Container Tools and the Docker extension before
 * it bring the language server. Source: the list that Docker DX leaves to them (github.com/docker/docker-language-server,
 * internal/pkg/buildkit/service.go, `shouldIgnore`).
 */
const reportedBy: ReadonlyMap<string, 'all' | readonly string[]> = new Map<string, 'all' | readonly string[]>(
  [
    ['docker.docker', 'all'],
    ['ms-azuretools.vscode-containers', ofLanguageServer],
    ['ms-azuretools.vscode-docker', ofLanguageServer],
  ],
);

/**
 * The checks that are not shown, as severities. `auto` leaves to others what they report: nobody wants to read it twice.
 * @param extensions ids of the extensions that are there, in lower case.
 */
export function silencedChecks(
  rules: readonly Rule[],
  checks: BuildKitChecks,
  extensions: readonly string[],
): Readonly<Record<string, 'off'>> {
  const elsewhere = extensions.flatMap((id) => reportedBy.get(id) ?? []);
  const isSilent = (id: string): boolean =>
    checks === 'off' || (checks === 'auto' && (elsewhere.includes('all') || elsewhere.includes(id)));
  const silent = rules.filter(({ group, id }) => group === 'buildkit' && isSilent(id));
  return Object.fromEntries(silent.map(({ id }) => [id, 'off']));
}
