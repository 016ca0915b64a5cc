import type { Artefact, Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import { originOf, within } from '../../model/paths';
import { unknown } from '../../text/fact';
import { basename, joinPath, withoutTrailingSlash } from '../../text/path';
import type { TextEdit } from '../../text/edit';
import { builds } from '../built';
import { classPathArtefacts } from './class-path';
import { evidenceOf } from './evidence';
import { jarArtefacts } from './jars';
import {
  agentsIn,
  archiveOfJvm,
  filesNamed,
  isJava,
  optionsInEnvironment,
  parseJava,
  type JavaCommand,
} from './java-command';
import { artefactAt, refusal, sourceFoldersOf } from './places';
import { launcherArtefact, launcherAt } from './launcher';
import { isJavaSource } from './sources';
import { compiles } from './stage-tools';
import { startCalls, type StartCall } from './start-calls';
import { toolStart, type ToolStart } from './tool-start';
import { toolOf } from './tools';
import { trustStoreChange } from './trust-store';
import { javaVersion } from './version';

/** Images in which the start command is a server that runs what lies in its folders. */
const servers = /^(tomcat|jetty|tomee|payara|websphere-liberty|open-liberty)$|wildfly|jboss/;

/** The Java program that the start command runs, with what it needs; undefined when it is none. */
export function analyseJavaProgram(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { argv, stage, project, at } = request;
  if (stage.image?.role === 'runtime' && servers.test(stage.image.reference.repository)) {
    return refusal('a server runs the application: its image is what the application needs', at);
  }
  const isOurs = stage.image?.language === 'java' || builds(stage, 'java');
  if (argv === undefined) {
    const calls = startCalls(stage, project);
    const programs = calls.flatMap(([name, ...words]) => (isJava(name) ? (parseJava(words) ?? []) : []));
    if (programs.length > 0) return describe(request, programs, undefined);
    const launcher = calls.flatMap(([name]) =>
      name === undefined ? [] : (launcherAt(request, name) ?? []),
    )[0];
    if (launcher) return launched(request, launcher, undefined);
    const tool = calls.find(([name]) => name !== undefined && /^(mvn|gradle|sbt)$/.test(toolOf(name) ?? ''));
    if (tool) return refusal('the start command runs a build tool, which belongs into the builder', at);
    const own = scriptOfImage(calls);
    if (own !== undefined) return refusal(own, at);
    return isOurs ? refusal('which Java program the start command runs is not known', at) : undefined;
  }
  const [name = '', ...words] = argv;
  if (isJava(name)) {
    const command = parseJava(words);
    return command
      ? describe(request, [command], ['java', ...words])
      : refusal('java starts no program here', at);
  }
  const tool = toolOf(name);
  if (tool === 'mvn' || tool === 'gradle') {
    const start = toolStart(request, argv);
    return start.kind === 'refusal' ? start : viaTool(request, start);
  }
  if (tool === 'sbt') {
    const spoken = argv.join(' ');
    return refusal(
      `${spoken} compiles each time the container starts, and what it starts then is known to sbt alone; build with sbt assembly or sbt stage, and start the result`,
      at,
    );
  }
  const launcher = launcherAt(request, name);
  if (launcher) return launched(request, launcher, argv);
  if (!isOurs) return undefined;
  return refusal(`the start command runs ${name}, which is no Java program that this file builds`, at);
}

/** Red Hat's images look for the program themselves. Source: jboss-container-images/openjdk, modules/run. */
function scriptOfImage(calls: readonly StartCall[]): string | undefined {
  const name = calls.find(
    ([first]) => first !== undefined && /(^|\/)(run-java\.sh|s2i\/run)$/.test(first),
  )?.[0];
  return name === undefined
    ? undefined
    : `${name} of the base image looks for the program and computes the options of the JVM each time the container starts`;
}

function describe(
  request: ProgramRequest,
  commands: readonly JavaCommand[],
  argv: readonly string[] | undefined,
): Program | ProgramRefusal {
  const { stage, at, workdir } = request;
  const sourceFolders = sourceFoldersOf(request, isJavaSource);
  const artefacts: Artefact[] = [];
  const corrections: TextEdit[] = [];
  const fromEnvironment = optionsInEnvironment(stage.end.env);
  for (const { target, classPath, modulePath, options: written } of commands) {
    const options = [...written, ...fromEnvironment];
    if (!target) return refusal('which jar or class is started is only known when the container starts', at);
    if (target.kind === 'source') {
      return refusal(`java compiles ${target.path} at every start, for which it needs the JDK`, at);
    }
    if (target.kind === 'jar') {
      const jar = jarArtefacts(request, target.path);
      if (!jar.known) return refusal(jar.because, at);
      if (argv !== undefined && /[*?[]/.test(target.path)) {
        return refusal(`nothing expands ${target.path} in exec form: java gets it as it is written`, at);
      }
      artefacts.push(...jar.value.artefacts);
    } else {
      const variable = stage.end.env.get('CLASSPATH');
      const path = classPath ?? (variable?.known ? variable.value : undefined) ?? modulePath ?? '.';
      for (const each of new Set([path, modulePath ?? path])) {
        const found = classPathArtefacts(request, each, sourceFolders);
        if (!found.known) return refusal(found.because, at);
        artefacts.push(...found.value.artefacts);
        corrections.push(...found.value.corrections);
      }
    }
    const archive = archiveOfJvm(options);
    if (archive !== undefined) return refusal(`${archive} is of use to the JVM alone that made it`, at);
    for (const agent of agentsIn(options)) {
      const file = artefactAt(request, joinPath(workdir, agent), 'an agent that the JVM loads');
      if (!file.known) return refusal(file.because, at);
      if (file.value) artefacts.push(file.value);
    }
  }
  const files = [...commands, { options: fromEnvironment, args: [] }]
    .flatMap(filesNamed)
    .flatMap((word) => namedFile(request, word));
  return finish(request, { argv, artefacts, corrections, sourceFolders, files });
}

/** A file that the start command names, where the stage has it. */
function namedFile({ stage, project, workdir }: ProgramRequest, word: string) {
  const path = withoutTrailingSlash(joinPath(workdir, word));
  const origin = originOf(stage, path, project);
  if (origin.kind === 'absent' || origin.kind === 'base' || origin.kind === 'unknown' || within(path, '/dev'))
    return [];
  const folder = origin.kind === 'context' && project.isFolder(origin.path);
  return [{ path, folder, reason: 'the start command names it' }];
}

function viaTool(request: ProgramRequest, start: ToolStart): Program | ProgramRefusal {
  const sourceFolders = sourceFoldersOf(request, isJavaSource);
  const { argv, artefacts, addedInstructions } = start;
  return finish(request, { argv, artefacts, addedInstructions, sourceFolders, corrections: [], files: [] });
}

function launched(
  request: ProgramRequest,
  launcher: string,
  argv: readonly string[] | undefined,
): Program | ProgramRefusal {
  const artefact = launcherArtefact(request, launcher);
  if ('kind' in artefact) return artefact;
  const sourceFolders = sourceFoldersOf(request, isJavaSource);
  const found = finish(request, { argv, artefacts: [artefact], corrections: [], sourceFolders, files: [] });
  if (found.kind === 'refusal') return found;
  const because = `${basename(launcher)} is a shell script that the build tool made`;
  return {
    ...found,
    spawns: unknown(because, request.at),
    provides: (command) => basename(command) === basename(launcher),
  };
}

interface Parts {
  readonly argv: readonly string[] | undefined;
  readonly artefacts: readonly Artefact[];
  readonly corrections: readonly TextEdit[];
  readonly addedInstructions?: Program['addedInstructions'];
  readonly sourceFolders: readonly string[];
  readonly files: Program['files'];
}

function finish(request: ProgramRequest, parts: Parts): Program | ProgramRefusal {
  const { stage, project, at } = request;
  const trust = trustStoreChange(stage);
  if (trust) return refusal(trust.message, trust.at);
  const version = javaVersion(stage, project);
  if (version === undefined && stage.image?.language !== 'java')
    return refusal('where the image has its Java from, and which, is not known', at);
  const evidence = evidenceOf(request);
  if (!evidence.hasSources && compiles(stage)) {
    return refusal(
      'the sources that are compiled are not in the build context, so what the program reads is not known',
      at,
    );
  }
  if (evidence.needsJdk !== undefined)
    return refusal(`the program needs the JDK while it runs: ${evidence.needsJdk}`, at);
  const { argv, corrections, addedInstructions = [], sourceFolders } = parts;
  const artefacts = new Map(
    [...evidence.writable, ...parts.artefacts].map((artefact) => [artefact.runtimePath, artefact]),
  );
  return {
    kind: 'program',
    language: 'java',
    artefacts: [...artefacts.values()],
    argv,
    libc: 'none',
    interpreter: { language: 'java', version },
    provides: (command) => isJava(command) || command === '/__cacert_entrypoint.sh',
    buildOnly: (name) => (isJavaPackage.test(name) ? 'the runtime image has Java itself' : undefined),
    builderImage: stage.image,
    cxxRuntime: false,
    libraries: [],
    files: [...parts.files, ...evidence.files],
    unsure: [],
    writes: evidence.writes,
    spawns: evidence.spawns,
    corrections,
    addedInstructions,
    optimisations: () => [],
    isBuildVariable: (name) =>
      /^(MAVEN|MVN|M2|GRADLE|SBT|ANT|JDK|KOTLIN)_|^(JAVA_HOME|JAVA_VERSION|M2|MVN)$/.test(name),
    isSource: isJavaSource,
    compiledIn: () => false,
    sourceFolders,
    warnings: [],
  };
}

/** Java as a package of Debian, Ubuntu, Alpine or Fedora, with or without its compiler. */
const isJavaPackage =
  /^(openjdk-?\d+(-j(dk|re))?(-headless|-base)?|default-j(dk|re)(-headless)?|java-[\d.]+-openjdk(-devel|-headless)*)$/;
