import type { Stage } from '../../model/model';
import type { Manifest } from './manifest';

/** Managers that the slim images of Node.js do not have, where a text calls them. */
const called = /(?:^|[\s;&|'"`(=[,])(pnpm|pnpx|bunx?)(?=[\s;&|'"`),\]]|$)/;
const script = /\b(?:npm|yarn)\s+(?:run(?:-script)?\s+)?([\w:.-]+)/g;

/**
 * A manager of packages that the start command calls, itself or through scripts of package.json, and that no slim image
 * has; undefined when there is none.
 */
export function managerInUse({ end }: Stage, manifest: Manifest | undefined): string | undefined {
  const starts = [end.entrypoint, end.cmd].flatMap((start) => start?.instruction?.arguments ?? []);
  const texts = starts.map((written) =>
    written.form === 'exec' ? written.items.map(({ value }) => value).join(' ') : written.text.text,
  );
  const seen = new Set<string>();
  for (const text of texts) {
    const found = called.exec(text)?.[1];
    if (found !== undefined) return found;
    for (const [, name = ''] of text.matchAll(script)) {
      for (const each of [`pre${name}`, name, `post${name}`]) {
        if (seen.has(each)) continue;
        seen.add(each);
        const body = manifest?.scripts.get(each);
        if (body !== undefined) texts.push(body);
      }
    }
  }
  return undefined;
}
