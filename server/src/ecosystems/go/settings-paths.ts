import type { Project } from '../../project/project';
import { contextMatches, holdsFiles, type MatchOptions } from './context-match';
import type { RuntimeUse } from './runtime-use';

/** A path that a settings file names, with the key that it stands for. */
export interface SettingsUse extends RuntimeUse {
  /** The key says that it is a folder to keep things in. */
  readonly isStore: boolean;
}

/** Settings that programs read while they run, by name or by the folder that they lie in. */
const settingsFile =
  /(^|\/)(config|conf|settings?|app|application|default|local|dev|development|prod|production|docker|server|service)[\w.-]*\.(json|ya?ml|toml|ini|conf|env)$|(^|\/)(configs?|conf|etc|settings)\/[^/]+\.(json|ya?ml|toml|ini)$|(^|\/)\.env[\w.]*$/i;

/** A key and its value in JSON, YAML, TOML, INI or an environment file; one on a line. */
const pair = /["']?([\w.-]+)["']?[ \t]*[:=][ \t]*["']?([\w./@-]+)["']?[ \t]*,?[ \t]*(?:#.*)?$/gm;

const pathLike = /(dir|directory|path|file|folder|root|templates?|assets?|views?|static|migrations?)$/i;
const store = /upload|storage|store|data|media|avatar|image|log|cache|tmp|temp/i;

export function isSettingsFile(path: string): boolean {
  return settingsFile.test(path);
}

/** Files and folders of the context that the program's settings name. */
export function settingsPaths(
  project: Project,
  files: Iterable<string>,
  options: MatchOptions,
): SettingsUse[] {
  const uses: SettingsUse[] = [];
  for (const file of files) {
    const text = isSettingsFile(file) ? project.read(file) : undefined;
    for (const { 1: key = '', 2: value = '', index } of text?.matchAll(pair) ?? []) {
      if (!pathLike.test(key) && !/\/|\.[a-z]\w*$/i.test(value)) continue;
      const written = { text: value, isComplete: true, hasUnknownStart: false };
      for (const match of contextMatches(project, written, options)) {
        if (match.path === '' || match.path === options.workdir) continue;
        if (match.kind === 'folder' && !holdsFiles(project, match.path)) continue;
        const line = (text?.slice(0, index).split('\n').length ?? 0) || 1;
        uses.push({
          ...match,
          why: `${file} names ${value}`,
          strength: 'possible',
          at: { file, line },
          isStore: match.kind === 'folder' && (store.test(key) || store.test(value)),
        });
      }
    }
  }
  return uses;
}
