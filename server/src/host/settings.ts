import type { RemoteConsole } from 'vscode-languageserver';
import { runtimeFlavours } from '../images/flavours';
import type { RuntimeFlavour } from '../images/image';
import { severityLevels, type Severities } from '../rules/configuration/configuration';
import type { Severity } from '../rules/rule';
import { buildkitModes, type BuildKitChecks } from './buildkit-checks';

export { runtimeFlavours };

/** The user's settings for one document. */
export interface Settings {
  readonly enable: boolean;
  /** Undefined where the user has chosen none: then the project's configuration counts. */
  readonly runtime: RuntimeFlavour | undefined;
  /** Of rules that are set, and of BuildKit's checks where none is to be shown: they win over the project's configuration. */
  readonly severities: Severities;
  /** Of BuildKit's checks that others show: a project's configuration that names one wants it all the same. */
  readonly leftToOthers: Severities;
}

export interface SettingsSource {
  of(uri: string): Promise<Settings>;
  /** The user changed something: ask again. */
  forget(uri?: string): void;
}

/**
 * Settings by document, asked for once and remembered until `forget`.
 * @param fetch answers with the client's `jettison` section for a document: what the user has set, without defaults.
 * @param silenced severities that follow from `jettison.buildkitChecks`; those of single rules win over them.
 */
export function settingsSource(
  fetch: (uri: string) => Promise<unknown>,
  log: RemoteConsole,
  silenced: (checks: BuildKitChecks) => Severities,
): SettingsSource {
  const defaults = (): Settings => readSettings({}, silenced, () => {});
  const remembered = new Map<string, Promise<Settings>>();
  async function load(uri: string): Promise<Settings> {
    try {
      const section = await fetch(uri);
      if (!isObject(section)) return defaults();
      return readSettings(section, silenced, (problem) => log.warn(problem));
    } catch (error) {
      log.warn(`settings could not be read, defaults are used: ${String(error)}`);
      return defaults();
    }
  }
  return {
    of(uri) {
      let settings = remembered.get(uri);
      if (settings === undefined) remembered.set(uri, (settings = load(uri)));
      return settings;
    },
    forget(uri) {
      if (uri === undefined) remembered.clear();
      else remembered.delete(uri);
    },
  };
}

/** Takes what is valid; what is not falls back to its default and is reported. */
function readSettings(
  { enable, runtime, rules, buildkitChecks }: Readonly<Record<string, unknown>>,
  silenced: (checks: BuildKitChecks) => Severities,
  report: (problem: string) => void,
): Settings {
  const checks = buildkitModes.find((each) => each === buildkitChecks);
  if (checks === undefined && buildkitChecks !== undefined && buildkitChecks !== null) {
    report(
      `jettison.buildkitChecks: ${JSON.stringify(buildkitChecks)} is not one of ${buildkitModes.join(', ')}`,
    );
  }
  const severities: Record<string, Severity | 'off'> = checks === 'off' ? { ...silenced('off') } : {};
  for (const [rule, level] of Object.entries(isObject(rules) ? rules : {})) {
    const known = severityLevels.find((each) => each === level);
    if (known !== undefined) severities[rule] = known;
    else
      report(
        `jettison.rules: "${rule}" is ${JSON.stringify(level)}, not one of ${severityLevels.join(', ')}`,
      );
  }
  const flavour = runtimeFlavours.find((each) => each === runtime);
  if (flavour === undefined && runtime !== undefined && runtime !== null) {
    report(`jettison.runtime: ${JSON.stringify(runtime)} is not one of ${runtimeFlavours.join(', ')}`);
  }
  return {
    enable: enable !== false,
    runtime: flavour,
    severities,
    leftToOthers: checks === undefined || checks === 'auto' ? silenced('auto') : {},
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
