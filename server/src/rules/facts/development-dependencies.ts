import { originOf } from '../../model/paths';
import type { Stage, Step } from '../../model/model';
import type { Fact } from '../../text/fact';
import type { Project } from '../../project/project';
import { dirname, joinPath } from '../../text/path';
import { optionValues, type DependencyInstall } from './dependency-install';
import { jsonObject, objectOf } from './manifests';
import { importedPackages } from './node-sources';

/** Reads a file that the install sees in its working directory, if it came from the build context. */
type ReadManifest = (name: string) => string | undefined;

export interface DevelopmentPart {
  /** As a phrase: "eslint, jest and 3 more". */
  readonly what: string;
  /** The manifest calls others so too that the program imports: it does not run without them. */
  readonly someImported: boolean;
}

/** What an installation brings for development alone; undefined where nothing is certain. */
export function developmentPart(
  install: DependencyInstall,
  step: Step,
  stage: Stage,
  project: Project,
): DevelopmentPart | undefined {
  const pathOf = (name: string): string | undefined => {
    const { cwd } = install.command;
    if (!cwd.known) return undefined;
    const origin = originOf(stage, joinPath(cwd.value, name), project, stage.steps.indexOf(step));
    return origin.kind === 'context' ? origin.path : undefined;
  };
  const read: ReadManifest = (name) => {
    const path = pathOf(name);
    return path === undefined ? undefined : project.read(path);
  };
  if (/^(npm|yarn|pnpm|bun)$/.test(install.tool)) {
    const path = pathOf('package.json');
    if (path === undefined || leavesOutNode(install)) return undefined;
    const names = nodeDevelopment(project.read(path));
    const imported = importedPackages(names, dirname(`/${path}`).slice(1), project);
    const what = listed(names.filter((name) => !imported.has(name)));
    return what === undefined ? undefined : { what, someImported: imported.size > 0 };
  }
  // Rails runs for development unless it is told otherwise, and then loads all that is for development.
  if (install.tool === 'bundle' && isRails(read('Gemfile')) && !runsForProduction(stage.end.env))
    return undefined;
  const what = ofOtherTools(install, read);
  return what === undefined ? undefined : { what, someImported: false };
}

function ofOtherTools(install: DependencyInstall, read: ReadManifest): string | undefined {
  switch (install.tool) {
    case 'composer':
      return leavesOutPhp(install) ? undefined : listed(keysOf(read('composer.json'), 'require-dev'));
    case 'bundle':
      return leavesOutRuby(install) ? undefined : rubyGroups(read('Gemfile'));
    case 'pip':
      return pipDevelopment(install);
    case 'pipenv':
      return install.args.some((arg) => arg === '--dev' || arg === '-d')
        ? 'the [dev-packages] of the Pipfile'
        : undefined;
    case 'poetry':
      return leavesOutPoetry(install) ? undefined : poetryGroups(read('pyproject.toml'), install);
    case 'uv':
      return leavesOutUv(install) ? undefined : uvGroups(read('pyproject.toml'));
    default:
      return undefined;
  }
}

/** The option that leaves them out; undefined for tools that have none, or another one in each version. */
export function productionOption({ tool, args }: DependencyInstall): string | undefined {
  switch (tool) {
    case 'npm':
      return '--omit=dev';
    case 'yarn':
      return args.some((arg) => /^--(frozen-lockfile|pure-lockfile)$/.test(arg)) ? '--production' : undefined;
    case 'pnpm':
      return '--prod';
    case 'composer':
    case 'uv':
      return '--no-dev';
    default:
      return undefined;
  }
}

/** Names of the development packages of a package.json. */
export function nodeDevelopment(text: string | undefined): readonly string[] {
  return keysOf(text, 'devDependencies');
}

function keysOf(text: string | undefined, key: string): readonly string[] {
  return Object.keys(objectOf(jsonObject(text)?.[key]) ?? {});
}

function listed(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}

/** True when an option or the environment leaves them out, or may do so. */
export function leavesOutNode({ args, operands, command }: DependencyInstall): boolean {
  if (operands.length > 0) return true;
  if (
    args.some((arg) =>
      /^(--production(=true)?|--prod|-P|--omit[= ]dev|--only=prod(uction)?|--no-dev|--global|-g|--prefix\b.*|--filter\b.*|-C|--dir\b.*|--cwd\b.*)$/.test(
        arg,
      ),
    )
  )
    return true;
  if ([...optionValues(args, '--omit', '--only')].some((value) => /dev|prod/.test(value))) return true;
  const mode = command.env.get('NODE_ENV');
  // `development` is as clear a wish as `production`.
  if (mode && (!mode.known || mode.value !== '')) return true;
  return [...command.env.keys()].some((name) =>
    /^(npm_config_(omit|production|only)|yarn_production|yarn_enable_.*)$/i.test(name),
  );
}

function leavesOutPhp({ args, command }: DependencyInstall): boolean {
  return args.includes('--no-dev') || command.env.has('COMPOSER_NO_DEV');
}

function leavesOutRuby({ args, command }: DependencyInstall): boolean {
  return (
    args.some((arg) => /^--(without|with|only|path|deployment|gemfile)\b/.test(arg)) ||
    [...command.env].some(
      ([name, value]) =>
        /^BUNDLE_(WITHOUT|ONLY|GEMFILE|WITH)$/.test(name) ||
        (name === 'BUNDLE_APP_CONFIG' && !isOfImage(value)),
    ) ||
    command.script.commands.some(({ words }) =>
      /\bconfig\b.*\b(without|only)\b/.test(words.map(({ raw }) => raw).join(' ')),
    )
  );
}

/** The official images keep Bundler's settings there, and there are none unless the file makes them. */
function isOfImage(value: Fact<string>): boolean {
  return value.known && value.value === '/usr/local/bundle';
}

function isRails(gemfile: string | undefined): boolean {
  return /^\s*gem\s*\(?\s*['"]rails['"]/m.test(gemfile ?? '');
}

function runsForProduction(env: ReadonlyMap<string, Fact<string>>): boolean {
  return ['RAILS_ENV', 'RACK_ENV'].some((name) => {
    const value = env.get(name);
    return value?.known === true && value.value === 'production';
  });
}

function rubyGroups(gemfile: string | undefined): string | undefined {
  const groups = [...(gemfile?.matchAll(/^\s*group\s+([^\n#]*?)\s*do\b/gm) ?? [])].flatMap(
    ([, names = '']) => names.match(/:(development|test)\b/g) ?? [],
  );
  const only = [...new Set(groups)].map((name) => name.slice(1));
  return only.length === 0 || /optional\s*:\s*true|:optional\s*=>\s*true/.test(gemfile ?? '')
    ? undefined
    : `the ${only.join(' and ')} group${only.length > 1 ? 's' : ''} of the Gemfile`;
}

const developmentWord = /(^|[-_./])(dev|devel|development|test|tests|testing|lint|ci)([-_./]|$)/;

/** Requirements files and extras that say by their name what they are for. */
function pipDevelopment({ args, operands }: DependencyInstall): string | undefined {
  const files = optionValues(args, '-r', '--requirement').filter((file) =>
    developmentWord.test(file.replace(/\.(txt|in)$/, '')),
  );
  const locals = [...operands, ...optionValues(args, '-e', '--editable')].filter((each) =>
    /^\.[^[]*\[/.test(each),
  );
  const extras = locals
    .flatMap((each) => /\[([^\]]*)\]/.exec(each)?.[1]?.split(',') ?? [])
    .filter((extra) => developmentWord.test(extra.trim()));
  const found = [...files, ...extras.map((extra) => `the extra ${extra.trim()}`)];
  return found.length === 0 ? undefined : found.join(', ');
}

function leavesOutPoetry({ args, command }: DependencyInstall): boolean {
  return (
    args.some((arg) => /^(--no-dev|--only|--without|--only-root|--no-directory|-C|-P)\b/.test(arg)) ||
    [...command.env.keys()].some((name) => /^POETRY_(WITHOUT|ONLY)/.test(name))
  );
}

function poetryGroups(text: string | undefined, { args }: DependencyInstall): string | undefined {
  const asked = optionValues(args, '--with')
    .flatMap((value) => value.split(','))
    .filter((name) => developmentWord.test(name));
  if (asked.length > 0) return `the group ${asked.join(', ')}`;
  const groups = [
    ...(text?.matchAll(/^\[tool\.poetry\.(?:group\.([\w-]+)\.dependencies|(dev)-dependencies)\]/gm) ?? []),
  ].map((match) => match[1] ?? match[2] ?? '');
  const optional = new Set(
    [...(text?.matchAll(/^\[tool\.poetry\.group\.([\w-]+)\]\s*\n\s*optional\s*=\s*true/gm) ?? [])].map(
      (match) => match[1],
    ),
  );
  const found = groups.filter((name) => developmentWord.test(name) && !optional.has(name));
  return found.length === 0 ? undefined : `the group ${found.join(', ')} of pyproject.toml`;
}

function leavesOutUv({ args, command }: DependencyInstall): boolean {
  return (
    args.some((arg) =>
      /^(--no-dev|--no-default-groups|--only-group|--no-group|--no-install-project-only)\b/.test(arg),
    ) || [...command.env.keys()].some((name) => /^UV_NO_(DEV|DEFAULT_GROUPS|GROUP)$/.test(name))
  );
}

/** uv installs the group `dev` unless the project names other default groups. */
function uvGroups(text: string | undefined): string | undefined {
  if (text === undefined || /^\s*default-groups\s*=/m.test(text)) return undefined;
  const section = /^\[dependency-groups\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1] ?? '';
  return /^\s*dev\s*=\s*\[\s*["'{]/m.test(section) ? 'the group dev of pyproject.toml' : undefined;
}
