import type { Stage } from '../../model/model';
import { originOf } from '../../model/paths';
import type { Project } from '../../project/project';
import { basename, joinPath } from '../../text/path';
import { jsonObject, objectOf } from './manifests';
import { startCommands, startScripts, startsUnreadScript } from './start';

/** Programs by the development package that brings them, where the names differ. */
const programs: Readonly<Record<string, string>> = {
  typescript: 'tsc',
  '@nestjs/cli': 'nest',
  '@angular/cli': 'ng',
  '@babel/node': 'babel-node',
  'webpack-cli': 'webpack',
  'webpack-dev-server': 'webpack',
  '@remix-run/dev': 'remix',
  '@sveltejs/kit': 'vite',
  '@vue/cli-service': 'vue-cli-service',
  '@swc-node/register': 'swc-node',
  prisma: 'prisma',
  'drizzle-kit': 'drizzle-kit',
};

/** True when the start may use one of the development packages: it names one, or what it runs cannot be read. */
export function startMayUse(packages: readonly string[], stage: Stage, project: Project): boolean {
  if (startsUnreadScript(stage, project)) return true;
  const scripts = packageScripts(stage, project);
  const texts = [...startScripts(stage, project)];
  for (const words of startCommands(stage)) {
    const [name = '', ...args] = words;
    texts.push(words.map((word) => word ?? '').join(' '));
    if (!/^(npm|yarn|pnpm|bun)$/.test(basename(name))) continue;
    const script = args.find((arg) => arg !== undefined && !/^(-.*|run|run-script)$/.test(arg)) ?? 'start';
    const text = scripts?.[script];
    if (typeof text !== 'string') return true;
    const before = scripts?.[`pre${script}`];
    texts.push(text, typeof before === 'string' ? before : '');
    // A script that starts another one is not followed.
    if (/\b(npm|yarn|pnpm|bun) (run )?\w/.test(text)) return true;
  }
  // They compile while the program starts, and want the types of what it imports.
  if (texts.some((text) => /\b(ts-node|tsx|babel-node|swc-node|esbuild-register)\b/.test(text))) return true;
  const names = packages.flatMap((each) => [each, programs[each] ?? each, each.replace(/^@[^/]+\//, '')]);
  return names.some((each) => texts.some((text) => mentions(text, each)));
}

function mentions(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at !== -1 && !/[\w-]/.test(text[at - 1] ?? ' ') && !/[\w-]/.test(text[at + name.length] ?? ' ');
}

function packageScripts(stage: Stage, project: Project): Readonly<Record<string, unknown>> | undefined {
  const { workdir } = stage.end;
  if (!workdir.known) return undefined;
  let origin = originOf(stage, joinPath(workdir.value, 'package.json'), project);
  if (origin.kind === 'stage') origin = originOf(origin.stage, origin.path, project);
  const text = origin.kind === 'context' ? project.read(origin.path) : project.read('package.json');
  return objectOf(jsonObject(text)?.['scripts']);
}
