import type { Artefact, ProgramRequest } from '../ecosystem';
import type { Stage } from '../../model/model';
import { originOf, within } from '../../model/paths';
import { compileGlob } from '../../project/glob';
import { effectiveCommand } from '../../shell/effective-command';
import { known, unknown, type Fact } from '../../text/fact';
import { basename, dirname, joinPath } from '../../text/path';
import { contextFolderOf } from './classify';
import { gradleJars, readGradleBuild } from './gradle-files';
import { isSpringBootJar, manifestFolder, mavenJars, type ModuleJars } from './maven-outputs';
import { artefactAt, comesLate } from './places';
import { readPom, type Pom } from './pom';
import { toolOf } from './tools';

type Place = Pick<ProgramRequest, 'stage' | 'project' | 'workdir'>;

/** The jar that `-jar` names with what it loads from beside it. */
export function jarArtefacts(
  request: ProgramRequest,
  word: string,
): Fact<{ path: string; artefacts: Artefact[] }> {
  const written = joinPath(request.workdir, word);
  if (comesLate(request.stage, written)) return known({ path: written, artefacts: [] });
  const named = /[*?[]/.test(word) ? matchingJar(request, written) : known(written);
  if (!named.known) return named;
  const path = named.value;
  if (basename(path) === 'quarkus-run.jar') {
    const folder = artefactAt(request, dirname(path), 'the application as Quarkus lays it out', true);
    return folder.known ? known({ path, artefacts: folder.value ? [folder.value] : [] }) : folder;
  }
  const jar = artefactAt(request, path, 'the program');
  if (!jar.known) return jar;
  const beside = companions(request, path);
  if (!beside.known) return beside;
  return known({ path, artefacts: [...(jar.value ? [jar.value] : []), ...beside.value] });
}

/** `target/*.jar`: the one jar of the build that matches, absolute. */
export function matchingJar(request: Place, pattern: string): Fact<string> {
  const folder = dirname(pattern);
  const jars = jarsIn(request, folder);
  if (!jars) return unknown(`which file ${pattern} is, is not known`);
  if (!jars.known) return jars;
  const matches = compileGlob(basename(pattern));
  const found = matches ? jars.value.all.filter((name) => matches(name)) : [];
  const [only, second] = found;
  if (only === undefined) return unknown(`no jar of the build matches ${pattern}`);
  if (second !== undefined) return unknown(`${pattern} matches several jars: ${found.join(', ')}`);
  return known(joinPath(folder, only));
}

/** Jars that a build leaves in `target` or `build/libs`; undefined for other folders. */
function jarsIn(request: Place, folder: string): Fact<ModuleJars> | undefined {
  const { stage, project } = request;
  const module = moduleOf(folder);
  if (!module) return undefined;
  const context = contextFolderOf(module.folder, stage, project);
  if (context === undefined) return undefined;
  const renaming = renamingOption(stage);
  if (renaming !== undefined)
    return unknown(`the build is given ${renaming}, which may change the names of its jars`);
  return module.tool === 'maven'
    ? mavenJars(project, context === '' ? 'pom.xml' : `${context}/pom.xml`)
    : gradleJars(project, context, basename(module.folder));
}

/** A version or name that comes from the command line of the build. */
function renamingOption({ steps }: Stage): string | undefined {
  for (const { argv, command } of steps.flatMap(({ commands }) => commands ?? [])) {
    if (!/^(mvn|gradle)$/.test(toolOf(effectiveCommand(command).name ?? '') ?? '')) continue;
    for (const word of argv) {
      if (!word.known) return word.because;
      if (
        /^versions:set|^-[DP]([\w.]*\.)?(revision|sha1|changelist|version|newVersion|finalName)(=|$)/.test(
          word.value,
        )
      )
        return word.value;
    }
  }
  return undefined;
}

function moduleOf(folder: string): { tool: 'maven' | 'gradle'; folder: string } | undefined {
  const maven = /^(.*)\/target$/.exec(folder)?.[1];
  if (maven !== undefined) return { tool: 'maven', folder: maven || '/' };
  const gradle = /^(.*)\/build\/libs$/.exec(folder)?.[1];
  return gradle === undefined ? undefined : { tool: 'gradle', folder: gradle || '/' };
}

/** Folders that a thin jar's manifest names. A jar that holds its dependencies has none. */
function companions(request: ProgramRequest, jar: string): Fact<Artefact[]> {
  const { stage, project } = request;
  const module = moduleOf(dirname(jar));
  const context = module && contextFolderOf(module.folder, stage, project);
  if (module?.tool === 'gradle') return gradleCompanions(request, jar, context);
  const poms =
    context === undefined
      ? allPoms(request)
      : [readPom(project, context === '' ? 'pom.xml' : `${context}/pom.xml`)];
  const thin = poms.find((pom) => pom && needsLibraries(pom, jar));
  if (!thin) return known(/-runner\.jar$/.test(jar) ? quarkusLibraries(request, jar) : []);
  const prefix = manifestFolder(thin) ?? '';
  const folder = joinPath(dirname(jar), prefix);
  if (prefix === '' && !module)
    return unknown('the jar loads others from its own folder, and which is not known');
  const artefact = artefactAt(request, folder, 'the libraries that the manifest of the jar names', true);
  if (!artefact.known) return artefact;
  return known(artefact.value ? [artefact.value] : []);
}

function needsLibraries(pom: Pom, jar: string): boolean {
  const isFat =
    isSpringBootJar(pom) ||
    pom.plugins.some(({ artifactId, managed }) => artifactId === 'maven-shade-plugin' && !managed) ||
    /-(jar-with-dependencies|fat|all|shaded|uber)\.jar$/.test(jar);
  return !isFat && manifestFolder(pom) !== undefined;
}

/** A jar that was moved away from its module may be that of any of them. */
function allPoms({ project, stage, workdir }: ProgramRequest): (Pom | undefined)[] {
  const own = contextFolderOf(workdir, stage, project);
  return project.files
    .filter(({ path }) => /(^|\/)pom\.xml$/.test(path) && within(`/${path}`, `/${own ?? ''}`))
    .slice(0, 50)
    .map(({ path }) => readPom(project, path));
}

function gradleCompanions(
  request: ProgramRequest,
  jar: string,
  context: string | undefined,
): Fact<Artefact[]> {
  const text = context === undefined ? undefined : readGradleBuild(request.project, context)?.text;
  if (text === undefined || !/Class-Path/.test(text) || /org\.springframework\.boot|\.shadow\b/.test(text))
    return known([]);
  const folder = artefactAt(request, dirname(jar), 'the jar and the libraries that its manifest names', true);
  return folder.known ? known(folder.value ? [folder.value] : []) : folder;
}

/** Quarkus's older layout: `target/x-runner.jar` with `target/lib` beside it. */
function quarkusLibraries(request: ProgramRequest, jar: string): Artefact[] {
  const { project, stage } = request;
  const isLegacy = project.files.some(
    ({ path }) =>
      /(^|\/)(application\.properties|pom\.xml)$/.test(path) && /legacy-jar/.test(project.read(path) ?? ''),
  );
  const path = joinPath(dirname(jar), 'lib');
  if (!isLegacy || originOf(stage, path, project).kind === 'absent') return [];
  return [
    { path, runtimePath: path, folder: true, reason: 'the libraries that Quarkus puts beside the jar' },
  ];
}

/** The one jar that a build makes to be started, absolute; for start commands that name none. */
export function mainJar(request: ProgramRequest, module: string, tool: 'maven' | 'gradle'): Fact<string> {
  const folder = joinPath(module, tool === 'maven' ? 'target' : 'build/libs');
  const jars = jarsIn(request, folder) ?? unknown('which project is built is not known');
  return jars.known ? known(joinPath(folder, jars.value.main)) : jars;
}
