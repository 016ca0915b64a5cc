import type { Artefact, ProgramRefusal, ProgramRequest } from '../ecosystem';
import { joinPath, basename } from '../../text/path';
import { contextFolderOf } from './classify';
import { gradleMainClass, readGradleBuild } from './gradle-files';
import { mainJar } from './jars';
import { isSpringBootJar } from './maven-outputs';
import { refusal } from './places';
import { readPom, type MavenPlugin, type Pom } from './pom';
import { gradleCall, mavenCall, toolOf, type MavenCall } from './tools';

/** A build tool's start goal, turned into a build and a plain start. */
export interface ToolStart {
  readonly kind: 'start';
  readonly argv: readonly string[];
  readonly artefacts: readonly Artefact[];
  readonly addedInstructions: readonly { readonly text: string; readonly reason: string }[];
}

/** `mvn spring-boot:run`, `./gradlew bootRun`, `gradle run`: what they start, or why it is not known. */
export function toolStart(request: ProgramRequest, argv: readonly string[]): ToolStart | ProgramRefusal {
  const [tool = '', ...words] = argv;
  return toolOf(tool) === 'mvn' ? mavenStart(request, tool, words) : gradleStart(request, tool, words);
}

function mavenStart(
  request: ProgramRequest,
  tool: string,
  words: readonly string[],
): ToolStart | ProgramRefusal {
  const { at, workdir, stage, project } = request;
  const call = mavenCall(words);
  const goal = call.goals.at(-1) ?? '';
  const runs = /^(?:spring-boot|org\.springframework\.boot:spring-boot-maven-plugin(?::[\d.\w]+)?):run$/.test(
    goal,
  )
    ? bootRun
    : /^(?:exec|org\.codehaus\.mojo:exec-maven-plugin(?::[\d.\w]+)?):java$/.test(goal)
      ? execJava
      : undefined;
  const spoken = [tool, ...words].join(' ');
  if (!runs)
    return refusal(`${spoken} builds while the container starts, and what it starts is not known`, at);
  if (call.goals.slice(0, -1).some((each) => !/^(clean|compile|package|install|verify|test)$/.test(each))) {
    return refusal(`${tool} does more at the start than to run the application`, at);
  }
  const own = call.options.filter((option) =>
    /^(-B|--batch-mode|-q|--quiet|-o|--offline|-ntp|-P.+)$/.test(option),
  );
  const odd = call.options.find(
    (option) => option.startsWith('-') && !own.includes(option) && !/^(-D|-f|--file|-X|-e|-U)/.test(option),
  );
  if (odd !== undefined) return refusal(`${tool} is given ${odd}, which is not followed`, at);
  const module = joinPath(workdir, call.folder);
  const context = contextFolderOf(module, stage, project);
  const pom =
    context === undefined ? undefined : readPom(project, context === '' ? 'pom.xml' : `${context}/pom.xml`);
  if (!pom) return refusal(`${tool} runs in ${module}, where no pom.xml of the build context is known`, at);
  const started = runs({ request, call, pom, module });
  if ('kind' in started) return started;
  const file = call.folder === '.' ? [] : ['-f', call.folder];
  const options = [
    '-B',
    ...file,
    ...own.filter((option) => !/^(-o|--offline|-B|--batch-mode)$/.test(option)),
  ];
  const text = `RUN ${[tool, ...options, '-DskipTests', ...started.goals].join(' ')}`;
  const reason = `${goal} compiled at every start: it is built once, in the image`;
  return {
    kind: 'start',
    argv: started.argv,
    artefacts: started.artefacts,
    addedInstructions: [{ text, reason }],
  };
}

interface MavenRun {
  readonly request: ProgramRequest;
  readonly call: MavenCall;
  readonly pom: Pom;
  /** Folder of the project, absolute. */
  readonly module: string;
}

type Started = Pick<ToolStart, 'argv' | 'artefacts'> & { readonly goals: readonly string[] };

function bootRun({ request, call, pom, module }: MavenRun): Started | ProgramRefusal {
  const { at } = request;
  if (!isSpringBootJar(pom))
    return refusal('the build makes no jar that starts: Spring Boot does not repackage it', at);
  const own = pluginOf(pom, 'spring-boot-maven-plugin');
  const ownSettings =
    /^(jvmArguments|arguments|environmentVariables|systemPropertyVariables|profiles|workingDirectory|agents?|directories|folders)$/;
  const set = [...(own?.settings.keys() ?? [])].find((name) => ownSettings.test(name));
  if (set !== undefined)
    return refusal(`pom.xml sets ${set} for spring-boot:run, which a plain start would lack`, at);
  const jar = mainJar(request, module, 'maven');
  if (!jar.known) return refusal(jar.because, at);
  const jvm: string[] = [];
  const args: string[] = [];
  for (const [name, value] of call.properties) {
    if (/^(spring-boot\.)?run\.jvmArguments$/.test(name)) jvm.push(...split(value));
    else if (/^(spring-boot\.)?run\.arguments$/.test(name)) args.push(...value.split(/[ ,]+/));
    else if (/^(spring-boot\.)?run\.profiles$/.test(name)) args.push(`--spring.profiles.active=${value}`);
    else if (!harmless.test(name)) return refusal(givenProperty(name), at);
  }
  return {
    argv: ['java', ...jvm, '-jar', jar.value, ...args],
    artefacts: [{ path: jar.value, runtimePath: jar.value, reason: 'the program, packed by Spring Boot' }],
    goals: ['package'],
  };
}

/** Runs a class within Maven itself, with the dependencies that the program has while it runs. */
function execJava({ request, call, pom, module }: MavenRun): Started | ProgramRefusal {
  const { at } = request;
  const own = pluginOf(pom, 'exec-maven-plugin');
  const odd = [...(own?.settings.keys() ?? [])].find(
    (name) => !/^(groupId|artifactId|version|mainClass|goal|phase|id|cleanupDaemonThreads)$/.test(name),
  );
  if (odd !== undefined)
    return refusal(`pom.xml sets ${odd} for exec:java, which a plain start would lack`, at);
  let main = own?.settings.get('mainClass')?.at(-1) ?? pom.properties.get('exec.mainClass');
  const args: string[] = [];
  for (const [name, value] of call.properties) {
    if (name === 'exec.mainClass') main = value;
    else if (name === 'exec.args') args.push(...split(value));
    else if (!harmless.test(name)) return refusal(givenProperty(name), at);
  }
  if (main === undefined || !/^[\w.$]+$/.test(main))
    return refusal('which class exec:java starts is not written', at);
  const folders = ['classes', 'dependency'].map((name) => joinPath(module, `target/${name}`));
  const [classes = '', libraries = ''] = folders;
  return {
    argv: ['java', '-cp', `${classes}:${libraries}/*`, main, ...args],
    artefacts: [
      { path: classes, runtimePath: classes, folder: true, reason: 'the compiled program' },
      { path: libraries, runtimePath: libraries, folder: true, reason: 'the libraries of the program' },
    ],
    // A project without dependencies has no such folder.
    goals: [
      'compile',
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      '&&',
      'mkdir',
      '-p',
      libraries,
    ],
  };
}

/** Properties that change nothing of what is built. */
const harmless = /^(skipTests|maven\.test\.skip|maven\.repo\.local|exec\.cleanupDaemonThreads)$/;

function givenProperty(name: string): string {
  return `the build tool is given ${name}, which may change what it builds or starts`;
}

function pluginOf(pom: Pom, artifactId: string): MavenPlugin | undefined {
  return pom.plugins.find((plugin) => plugin.artifactId === artifactId && !plugin.managed);
}

function gradleStart(
  request: ProgramRequest,
  tool: string,
  words: readonly string[],
): ToolStart | ProgramRefusal {
  const { at, workdir, stage, project } = request;
  const call = gradleCall(words);
  const task = call.tasks.at(-1) ?? '';
  const spoken = [tool, ...words].join(' ');
  const name = /^:?(bootRun|run)$/.exec(task)?.[1];
  if (name === undefined || call.tasks.some((each) => !/^(clean|build|:?bootRun|:?run)$/.test(each))) {
    return refusal(`${spoken} builds while the container starts, and what it starts is not known`, at);
  }
  const odd = call.options.find(
    (option) => !/^(--no-daemon|--quiet|-q|--info|--stacktrace|--console=.*|--offline)$/.test(option),
  );
  if (odd !== undefined) return refusal(`${spoken} is given ${odd}, which may change what it starts`, at);
  const context = contextFolderOf(workdir, stage, project);
  const build = context === undefined ? undefined : readGradleBuild(project, context);
  if (!build)
    return refusal(`${tool} runs in ${workdir}, where no build.gradle of the build context is known`, at);
  if (/\b(bootRun|named\(?["']bootRun)|\brun\s*\{|named\(?["']run["']|JavaExec/.test(build.text)) {
    return refusal(`${build.path} sets ${name} up for itself, and a plain start would lack that`, at);
  }
  const reason = `${task} compiled at every start: it is built once, in the image`;
  if (name === 'bootRun') {
    const jar = mainJar(request, workdir, 'gradle');
    if (!jar.known) return refusal(jar.because, at);
    return {
      kind: 'start',
      argv: ['java', '-jar', jar.value],
      artefacts: [{ path: jar.value, runtimePath: jar.value, reason: 'the program, packed by Spring Boot' }],
      addedInstructions: [{ text: `RUN ${tool} --no-daemon bootJar`, reason }],
    };
  }
  const main = gradleMainClass(build.text);
  if (main === undefined) return refusal(`the main class is not written in ${build.path}`, at);
  if (/applicationDefaultJvmArgs|applicationName|executableDir/.test(build.text)) {
    return refusal(`${build.path} gives the start its own settings`, at);
  }
  const projectName = nameOfProject(request, context ?? '');
  if (projectName === undefined) return refusal('the name of the Gradle project is not known', at);
  const libraries = joinPath(workdir, `build/install/${projectName}/lib`);
  return {
    kind: 'start',
    argv: ['java', '-cp', `${libraries}/*`, main],
    artefacts: [
      { path: libraries, runtimePath: libraries, folder: true, reason: 'the program and its libraries' },
    ],
    addedInstructions: [{ text: `RUN ${tool} --no-daemon installDist`, reason }],
  };
}

function nameOfProject({ project, workdir }: ProgramRequest, context: string): string | undefined {
  for (const name of ['settings.gradle.kts', 'settings.gradle']) {
    const text = project.read(context === '' ? name : `${context}/${name}`);
    const found = /rootProject\.name\s*=\s*(["'])([^"'$]+)\1/.exec(text ?? '')?.[2];
    if (found !== undefined) return found;
  }
  return basename(workdir) || undefined;
}

function split(text: string): string[] {
  return text
    .replace(/^["']|["']$/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
}
