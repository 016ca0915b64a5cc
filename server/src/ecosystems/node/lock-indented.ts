import type { LockedPackage } from './locked-package';

interface Entry {
  readonly names: readonly string[];
  readonly needs: string[];
  installs: boolean;
  platform: boolean;
}

const dependencyLists = /^(dependencies|optionalDependencies|peerDependencies):$/;

/**
 * Reads yarn.lock (both formats) and pnpm-lock.yaml line by line: an entry for each package, its dependencies indented
 * below it. Far faster than a YAML parser, and nothing but names is asked.
 */
export function readIndented(text: string, format: 'yarn' | 'pnpm'): LockedPackage[] {
  const base = format === 'yarn' ? 0 : 2;
  const entries: Entry[] = [];
  let current: Entry | undefined;
  let inList = false;
  let inPackages = format === 'yarn';
  for (const line of text.split('\n')) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    const indent = line.length - line.trimStart().length;
    if (indent < base) {
      inPackages = /^(packages|snapshots):/.test(content);
      current = undefined;
    } else if (!inPackages) continue;
    else if (indent === base) {
      current = { names: namesIn(content, format), needs: [], installs: false, platform: false };
      entries.push(current);
      inList = false;
    } else if (!current) continue;
    else if (indent === base + 2) {
      inList = dependencyLists.test(content);
      current.installs ||= content === 'requiresBuild: true';
      current.platform ||= /^(os|cpu|libc|conditions):/.test(content);
    } else if (indent === base + 4 && inList) {
      const [, name] = /^["']?((?:@[^/"']+\/)?[^"'@:\s][^"':\s]*)["']?[:\s]/.exec(content) ?? [];
      if (name !== undefined) current.needs.push(name);
    }
  }
  return entries.flatMap(({ names, needs, installs, platform }) =>
    names.map((name) => ({
      name,
      needs,
      development: undefined,
      installs,
      platform,
      bin: new Map<string, string>(),
    })),
  );
}

/** `"@a/b@npm:^1, @a/b@npm:^2":`, `'@a/b@1.0.0(c@2)':`, `/@a/b@1.0.0:`, `/@a/b/1.0.0_c@2:`. */
function namesIn(key: string, format: 'yarn' | 'pnpm'): string[] {
  const found = new Set<string>();
  const keys = format === 'yarn' ? key.split(',') : [key];
  for (const each of keys) {
    const text = each
      .trim()
      .replace(/^["']|["']?:?$/g, '')
      .replace(/^\//, '');
    const [, name] = /^((?:@[^/@]+\/)?[^/@]+)(?:[@/]|$)/.exec(text) ?? [];
    if (name !== undefined) found.add(name);
  }
  return [...found];
}
