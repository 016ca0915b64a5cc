import type { RunCommand, Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { basename } from '../../text/path';
import type { CommandLine } from './command-line';
import type { Framework, Site } from './framework';
import type { PackageFile } from './package-file';
import { unwrap, type Surroundings } from './unwrap';

/** The build script of a project, taken apart. */
export interface BuildScript {
  readonly lines: readonly CommandLine[];
  /** The line that writes the site. */
  readonly main: CommandLine;
}

/** Undefined when package.json has no script `build` that runs the framework's build. */
export function buildScript(
  framework: Framework,
  file: PackageFile,
  where: Surroundings,
): BuildScript | undefined {
  const lines = buildLines(file, where);
  const main = lines?.find((line) => framework.builds(line));
  return lines && main && { lines, main };
}

/** What the script `build` of package.json comes to; undefined when there is none, or it cannot be followed. */
export function buildLines(file: PackageFile, where: Surroundings): readonly CommandLine[] | undefined {
  return unwrap(
    { argv: ['npm', 'run', 'build'], environment: new Map(), cwd: file.folder },
    { ...where, sideBySide: true },
  );
}

/** The last RUN command that builds the site: where it stands, and the line that does it. */
export function builtBy(
  framework: Framework,
  stage: Stage,
  where: Surroundings,
): { readonly step: number; readonly line: CommandLine } | undefined {
  for (let step = stage.steps.length - 1; step >= 0; step--) {
    for (const command of stage.steps[step]?.commands ?? []) {
      const line = lineOf(command);
      const found = line && unwrap(line, where)?.find((each) => framework.builds(each));
      if (found) return { step, line: found };
    }
  }
  return undefined;
}

function lineOf({ argv, cwd }: RunCommand): CommandLine | undefined {
  if (!cwd.known) return undefined;
  const words = argv.flatMap((word) => (word.known ? [word.value] : []));
  return words.length === argv.length ? { argv: words, environment: new Map(), cwd: cwd.value } : undefined;
}

/** Package that brings a program of a build script. */
const packageOf: Readonly<Record<string, string>> = {
  tsc: 'typescript',
  ng: '@angular/cli',
  'vue-cli-service': '@vue/cli-service',
  'vue-tsc': 'vue-tsc',
  craco: '@craco/craco',
};

/** A package that the build needs and that an install without development packages leaves out. */
export function missingTool(build: BuildScript, file: PackageFile, stage: Stage): string | undefined {
  if (!installsProduction(stage)) return undefined;
  const tools = build.lines.map(({ argv }) => {
    const name = basename(argv[0] ?? '');
    return Object.hasOwn(packageOf, name) ? (packageOf[name] ?? name) : name;
  });
  return tools.find((name) => file.development.has(name));
}

function installsProduction(stage: Stage): boolean {
  return stage.steps.some(({ commands }) =>
    commands?.some(({ argv, effects, env }) => {
      if (!effects.some(({ kind }) => kind === 'downloads-dependencies')) return false;
      const words = argv.flatMap((word) => (word.known ? [word.value] : []));
      if (words.some((word) => /^(-g|--global|global)$/.test(word))) return false;
      const mode = env.get('NODE_ENV');
      return (
        words.some((word) => /^--(production|prod|omit=dev|only=prod(uction)?)$|^-P$/.test(word)) ||
        (mode?.known === true && mode.value === 'production' && !words.includes('--include=dev'))
      );
    }),
  );
}

/** Variables that only tell the server where to listen and how to behave. */
const ofServer =
  /^(PORT|HOST|BROWSER|HTTPS|CI|FAST_REFRESH|FORCE_COLOR|NODE_ENV|CHOKIDAR_\w+|WATCHPACK_\w+|WDS_\w+|TSC_\w+)$/;

/** What checks the sources and writes nothing: a development server does without it. */
const checks = /^(tsc|vue-tsc|eslint|tslint|prettier|stylelint|svelte-check|rimraf)$/;
const runners: Readonly<Record<string, string>> = {
  npm: 'npx',
  yarn: 'yarn',
  pnpm: 'pnpm exec',
  bun: 'bunx',
};

/**
 * `RUN npm run build` with the program that the file installs by, in the folder of the package.
 * @param build for a development server: types that do not fit do not stop it, so that the check before the build is left out.
 */
export function buildInstruction(
  server: CommandLine,
  file: PackageFile,
  stage: Stage,
  project: Project,
  build?: BuildScript,
  buildWith?: Site['buildWith'],
): string {
  const { workdir } = stage.end;
  const manager = managerOf(stage, file, project);
  const set = [...server.environment].filter(([name]) => !ofServer.test(name));
  const variables = [...set, ...(buildWith?.environment ?? [])];
  const added = buildWith?.arguments ?? [];
  const others = build?.lines.filter((line) => line !== build.main) ?? [];
  const isPlain = others.every(({ argv }) => checks.test(argv[0] ?? ''));
  const isDirect = isPlain && (others.length > 0 || added.length > 0);
  const cd = workdir.known && workdir.value === file.folder ? '' : `cd ${file.folder} && `;
  if (!build || !isDirect || build.main.cwd !== file.folder)
    return `RUN ${cd}${assignments(variables)}${manager} run build`;
  const own = assignments([...variables, ...build.main.environment]);
  return `RUN ${cd}${own}${runners[manager] ?? 'npx'} ${[...build.main.argv, ...added].map(quoted).join(' ')}`;
}

function assignments(variables: readonly (readonly [string, string])[]): string {
  return [...new Map(variables)].map(([name, value]) => `${name}=${quoted(value)} `).join('');
}

function quoted(word: string): string {
  return /^[\w./:@%+,=-]*$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function managerOf(stage: Stage, file: PackageFile, project: Project): string {
  const installers = stage.steps
    .flatMap((step) => step.commands ?? [])
    .flatMap(({ argv }) => (argv[0]?.known ? [basename(argv[0].value)] : []))
    .filter((name) => /^(npm|yarn|pnpm|bun)$/.test(name));
  const lock = (name: string) =>
    project.has(file.contextFolder === '' ? name : `${file.contextFolder}/${name}`);
  return installers.at(-1) ?? (lock('yarn.lock') ? 'yarn' : 'npm');
}
