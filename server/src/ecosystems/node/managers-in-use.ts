import type { Stage } from '../../model/model';
import { basename } from '../../text/path';
import type { Lock } from './lock';
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
  return calledFrom(
    starts.map((written) =>
      written.form === 'exec' ? written.items.map(({ value }) => value).join(' ') : written.text.text,
    ),
    manifest,
  );
}

/**
 * `npm run start` for `pnpm start`: both run the same script in the same way. Undefined where the slim image has the
 * manager, where the scripts call it again, and for what is no plain call of a script.
 */
export function byNpm(
  argv: readonly string[],
  manifest: Manifest,
  stage: Stage,
  lock: Lock | undefined,
): readonly string[] | undefined {
  const [program = '', ...words] = argv;
  // Yarn itself finds the packages where it links none (Plug and Play).
  if (lock?.kind === 'berry' && !manifest.linksModules) return undefined;
  const manager = basename(program);
  if (manager !== 'pnpm' && !(manager === 'yarn' && !hasYarn(stage))) return undefined;
  const [name = '', ...rest] = words[0] === 'run' ? words.slice(1) : words;
  const found = [`pre${name}`, name, `post${name}`].flatMap((each) => manifest.scripts.get(each) ?? []);
  // pnpm leaves `pre` and `post` scripts out.
  const hooks = found.length > 1 && manager === 'pnpm';
  if (rest.length > 0 || hooks || !manifest.scripts.has(name)) return undefined;
  const again = calledFrom(found, manifest) ?? (/\byarn\b/.test(found.join(' ')) ? 'yarn' : undefined);
  return again === undefined ? ['npm', 'run', name] : undefined;
}

function calledFrom(starts: readonly string[], manifest: Manifest | undefined): string | undefined {
  const texts = [...starts];
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

/** Yarn 1 comes with Node.js up to 25; what Corepack downloads lies in the home directory of root. Source: nodejs/docker-node. */
export function hasYarn(stage: Stage): boolean {
  const major = Number.parseInt(stage.image?.languageVersion ?? '', 10);
  const corepack = stage.steps.some(({ commands }) =>
    commands?.some(({ argv: [first] }) => first?.known === true && basename(first.value) === 'corepack'),
  );
  return major < 26 && !corepack;
}
