import type { Artefact, Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import type { Interpreter } from '../../images/image';
import { librariesBehind } from '../../model/effects/library-packages';
import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { basename } from '../../text/path';
import { unknown } from '../../text/fact';
import { packagesOfSpawned } from './spawned';
import { gemsInGemfile, gemsInLock, needsOfGems } from './gems';

/** Commands of the language itself; what gems bring lies beside them. */
const ofRuby =
  /^(ruby|irb|erb|gem|bundle|bundler|rake|rdoc|ri|racc|rails|rackup|puma|unicorn|thin|passenger|sidekiq|falcon|iodine|pitchfork|jekyll|hanami|resque|clockwork|karafka|rspec|foreman)$/;

/** Folders of the system: an application that lies there is copied by what was copied, not as a whole. */
const systemFolder = /^\/(root|home|opt|var|usr|usr\/local|etc|tmp)?$/;

/** The Ruby program that the stage starts: what was copied and installed, on the slim image of the same version. */
export function analyseRubyProgram(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { stage, project, argv, at, workdir } = request;
  const { image } = stage;
  if (image?.language !== 'ruby') return undefined;
  const gems = needsOfGems(gemNames(project));
  if (gems.unclear !== undefined) {
    const message = `the gem ${gems.unclear} is linked with libraries whose packages are not known`;
    return { kind: 'refusal', message, at };
  }
  // Loaded when the application starts, and fails without an interpreter of JavaScript.
  const runsJavaScript = gems.javaScript !== undefined || !isProduction(stage);
  const interpreter: Interpreter = { language: 'ruby', version: image.languageVersion };
  return {
    kind: 'program',
    language: 'ruby',
    artefacts: [...gemHome(stage), ...application(workdir)],
    argv,
    libc: image.libc ?? 'glibc',
    interpreter,
    shipsSources: true,
    provides: (command) => ofRuby.test(basename(command)) || /^(\.\/)?bin\//.test(command),
    buildOnly: (name) => (isForAssets(name) && !runsJavaScript ? 'used only to build the assets' : undefined),
    builderImage: image,
    cxxRuntime: false,
    libraries: [
      ...libraries(stage, image.libc === 'musl' ? gems.apk : gems.apt),
      ...(image.slim ? [] : packagesOfSpawned(project)),
    ],
    files: [],
    unsure: [],
    writes: [],
    spawns: unknown('which programs a Ruby application starts is not followed, so the shell stays', at),
    corrections: [],
    addedInstructions: [],
    optimisations: () => [],
    isBuildVariable: (name) => /^(BUNDLE_JOBS|BUNDLE_RETRY|MAKE|MAKEFLAGS|CFLAGS|CXXFLAGS)$/.test(name),
    isSource: () => false,
    compiledIn: () => false,
    sourceFolders: [],
    warnings: [],
  };
}

/** Production serves assets as the build left them. */
function isProduction({ end }: Stage): boolean {
  return ['RAILS_ENV', 'RACK_ENV'].some((name) => {
    const value = end.env.get(name);
    return value?.known === true && value.value === 'production';
  });
}

function isForAssets(name: string): boolean {
  return /^(nodejs|npm|yarn)$/.test(name);
}

function gemNames(project: Project): string[] {
  const read = (name: string) => project.read(name);
  const locks = ['Gemfile.lock', 'gems.locked'].flatMap((name) => read(name) ?? []);
  if (locks.length > 0) return locks.flatMap(gemsInLock);
  return ['Gemfile', 'gems.rb'].flatMap((name) => read(name) ?? []).flatMap(gemsInGemfile);
}

/** Where the official images install gems. Source: docker-library/ruby. */
function gemHome({ end }: Stage): Artefact[] {
  const home = end.env.get('GEM_HOME');
  if (!home?.known || !home.value.startsWith('/')) return [];
  return [
    { path: home.value, runtimePath: home.value, folder: true, reason: 'the gems that were installed' },
  ];
}

function application(workdir: string): Artefact[] {
  if (systemFolder.test(workdir)) return [];
  return [
    {
      path: workdir,
      runtimePath: workdir,
      folder: true,
      writable: true,
      reason: 'the application, with what the build made in it',
    },
  ];
}

/** Libraries of the gems, and those behind development packages: something was to be linked with them. */
function libraries(stage: Stage, ofGems: readonly string[]): string[] {
  const found = new Set(ofGems);
  for (const effect of stage.steps.flatMap((step) => step.commands ?? []).flatMap(({ effects }) => effects)) {
    if (effect.kind !== 'packages') continue;
    for (const { name } of effect.packages) {
      if (!/-(dev|devel)(-|$)/.test(name)) continue;
      for (const library of librariesBehind(effect.manager, name) ?? [name]) found.add(library);
    }
  }
  return [...found];
}
