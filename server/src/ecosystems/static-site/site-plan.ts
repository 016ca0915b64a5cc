import type { ProgramRequest } from '../ecosystem';
import { originOf, within } from '../../model/paths';
import { joinPath } from '../../text/path';
import { buildInstruction, buildLines, buildScript, builtBy, missingTool } from './build';
import { developmentFile } from './environment-files';
import type { Framework, Site } from './framework';
import { packageAt } from './package-file';
import { surroundings, type SiteStart } from './start';

/** A site, and what the builder still has to do for it. */
export interface SitePlan {
  readonly site: Site;
  readonly added: readonly { readonly text: string; readonly reason: string }[];
  readonly warnings: readonly string[];
}

type Request = Pick<ProgramRequest, 'stage' | 'project'>;

/** The plan, or why a plain web server cannot take the server's place. Undefined: this is no web site. */
export function sitePlan(start: SiteStart, request: Request): SitePlan | string | undefined {
  return start.serves.kind === 'files'
    ? planFiles(start, start.serves.site, request)
    : planFramework(start, start.serves.framework, start.serves.kind, request);
}

const builtOnce =
  'the pages are built with the image, no longer when the container starts: variables that they take in have to be set for the build';

/** A server of files that lie in the image, or that the start command builds first. */
function planFiles(start: SiteStart, site: Site | string, request: Request): SitePlan | string {
  const { stage, project } = request;
  if (typeof site === 'string') return site;
  if (originOf(stage, joinPath(start.server.cwd, 'public/serve.json'), project).kind === 'context')
    return 'public/serve.json sets up serve, which has to be set up by hand in nginx';
  if (start.before.length > 0) {
    const added = buildBefore(start, request);
    return typeof added === 'string' ? added : { site, added: [added], warnings: [builtOnce] };
  }
  if (!isMade(site.folder, request))
    return `nothing in this file makes ${site.folder}, which the web server hands out`;
  const whole = originOf(stage, joinPath(site.folder, 'package.json'), project).kind === 'context';
  const warning = `all of ${site.folder} is handed out, as before: package.json and the sources too`;
  const lists = site.fallback !== 'single' && hasNoPage(site.folder, request);
  return { site: { ...site, lists }, added: [], warnings: whole ? [warning] : [] };
}

/** A folder of the build context without a page: its files are listed. */
function hasNoPage(folder: string, { stage, project }: Request): boolean {
  const origin = originOf(stage, folder, project);
  return origin.kind === 'context' && !project.has(joinPath(`/${origin.path}`, 'index.html').slice(1));
}

/** What nothing is known to make may be made by a command that builds. */
function isMade(folder: string, { stage, project }: Request): boolean {
  const origin = originOf(stage, folder, project);
  if (origin.kind === 'absent' || origin.kind === 'base') return false;
  const builds = stage.steps.some(({ commands }) =>
    commands?.some(({ effects }) => effects.some(({ kind }) => kind === 'builds')),
  );
  const holds = (path: string) => project.files.some((file) => within(`/${file.path}`, `/${path}`));
  if (origin.kind === 'context') return holds(origin.path);
  return origin.kind !== 'unknown' || builds;
}

/** `npm run build && serve -s build`: what runs before the server must be the build script, and nothing else. */
function buildBefore(
  { before, server }: SiteStart,
  { stage, project }: Request,
): SitePlan['added'][0] | string {
  const [first] = before;
  const file = first && packageAt(stage, first.cwd, project);
  const lines = file && buildLines(file, surroundings(stage, project));
  const text = (all: SiteStart['before']) => all.map(({ argv }) => argv.join(' ')).join('\n');
  if (!file || !lines || text(lines) !== text(before))
    return `"${first?.argv.join(' ') ?? ''}" runs each time the container starts, before the files are served`;
  return {
    text: buildInstruction(server, file, stage, project),
    reason: 'the start command builds the pages each time; now the builder does it once',
  };
}

function planFramework(
  start: SiteStart,
  framework: Framework,
  kind: 'development' | 'preview',
  request: Request,
): SitePlan | string | undefined {
  const { stage, project } = request;
  const { server, before } = start;
  const where = surroundings(stage, project);
  const file = packageAt(stage, server.cwd, project);
  if (!file) return `package.json in ${server.cwd} is not known`;
  const script = buildScript(framework, file, where);
  const built = builtBy(framework, stage, where);
  const ofEnvironment = (name: string) => server.environment.get(name) ?? where.variable(name);
  const site = framework.siteOf({
    server,
    kind,
    build: built?.line ?? script?.main,
    file,
    project,
    variable: ofEnvironment,
  });
  if (site === undefined || typeof site === 'string') return site;
  const isDevelopment = kind === 'development';
  const isBuilt = built !== undefined && (!isDevelopment || built.step > lastCopy(stage));
  if (before.length > 0) {
    const added = buildBefore(start, request);
    if (typeof added === 'string') return added;
    return { site, added: [added], warnings: [builtOnce] };
  }
  if (isDevelopment) {
    const differing = developmentFile(file, project);
    if (differing !== undefined)
      return `the development server reads ${differing} and a build does not, so that the pages would have other settings`;
  }
  if (isBuilt) return { site, added: [], warnings: isDevelopment ? [noLonger(framework)] : [] };
  if (!isDevelopment) return `nothing in this file builds ${site.folder}, which ${framework.name} hands out`;
  if (!script)
    return `the container starts the development server of ${framework.name}, and package.json has no script "build" that is understood and could take its place`;
  const missing = missingTool(script, file, stage);
  if (missing !== undefined)
    return `the build needs ${missing}, which is a development package and is not installed here`;
  const added = {
    text: buildInstruction(server, file, stage, project, script, site.buildWith),
    reason: `the pages that the development server of ${framework.name} would compile when they are asked for`,
  };
  return { site, added: [added], warnings: [noLonger(framework)] };
}

function noLonger({ name, variables }: Framework): string {
  const baked = variables.map((prefix) => `${prefix}*`).join(', ');
  return `the development server of ${name} gives way to pages that are built with the image: a mounted source folder, and ${baked} set when the container starts, no longer change them`;
}

function lastCopy(stage: Request['stage']): number {
  return stage.steps.findLastIndex(({ copy }) => copy?.from.kind === 'context');
}
