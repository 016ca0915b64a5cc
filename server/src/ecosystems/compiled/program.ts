import type { Program, ProgramRefusal, ProgramRequest, RuntimeFile } from '../ecosystem';
import type { RunCommand, Stage } from '../../model/model';
import { within } from '../../model/paths';
import { relocate } from '../../model/relocate';
import type { Project } from '../../project/project';
import { known, unknown } from '../../text/fact';
import { joinPath } from '../../text/path';
import { isCompiledSource, signsIn } from './languages';
import { outputOf, type Output } from './outputs';

/** Where the builder gathers shared libraries, as any user, and where the program finds them. */
const gathered = '/tmp/runtime-libraries';
const placed = '/usr/local/lib/runtime';

/** Packages of Debian and Alpine. */
const compilers =
  /^(ghc(-.+)?|cabal(-install)?|haskell-stack|stack|crystal|shards|dart|ocaml(-.+)?|opam|(ocaml-)?dune|swift(lang)?|libghc-.+)$/;

/** A program that one of the compilers made, with the shared libraries that it is linked to. */
export function analyseCompiledProgram(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { stage, project, argv, at, workdir } = request;
  const outputs = outputsOf(stage);
  const [first, ...rest] = argv ?? [];
  if (outputs.length === 0) return undefined;
  const refusal = (message: string): ProgramRefusal => ({ kind: 'refusal', message, at });
  if (first === undefined) return refusal('a shell starts the program, and which one it starts is not known');
  const path = first.includes('/') ? joinPath(workdir, first) : inPath(first, outputs);
  const output = outputs.findLast((item) => (item.folder ? within(path, item.path) : item.path === path));
  if (path === undefined || !output) return undefined;
  const { language, isStatic } = output;
  const signs = signsIn(language, project);
  if (!signs.hasSources) return refusal('the sources of the program are not in the build context');
  if (signs.loads !== undefined)
    return refusal(`${signs.loads} loads libraries or files that the linker does not record`);
  const libc = stage.image?.libc;
  if (!isStatic && libc !== 'glibc')
    return refusal('the program is linked with musl, and the images without a shell have glibc');
  return {
    kind: 'program',
    language: 'compiled',
    artefacts: [
      { path, runtimePath: path, reason: 'the program' },
      ...(isStatic
        ? []
        : [
            {
              path: gathered,
              runtimePath: placed,
              folder: true,
              reason: 'the shared libraries that it is linked to',
            },
          ]),
    ],
    argv: [path, ...rest],
    libc: isStatic ? 'none' : 'glibc',
    builderImage: stage.image,
    cxxRuntime: true,
    libraries: [],
    files: besides(stage, project),
    unsure: [],
    writes: [],
    spawns: signs.spawns === undefined ? known([]) : unknown(`${signs.spawns} starts other programs`, at),
    writesAnywhere: signs.writes !== undefined,
    corrections: [],
    addedInstructions: isStatic
      ? []
      : [
          {
            text: gathering(path),
            reason:
              'gathers the shared libraries that the program is linked to, but for the C library, which the runtime image has',
          },
        ],
    optimisations: () => [],
    variables: isStatic
      ? []
      : [
          { name: 'LD_LIBRARY_PATH', value: placed, reason: 'where the libraries lie' },
          ...(language === 'haskell' && stage.image?.language === 'haskell' && !stage.end.env.get('LANG')
            ? [{ name: 'LANG', value: 'C.UTF-8', reason: 'as in the image of the builder: texts are UTF-8' }]
            : []),
        ],
    buildOnly: (name) => (compilers.test(name) ? 'used only to build' : undefined),
    isLinked: (name) => /^lib(?!.*-bin$)/.test(name),
    isBuildVariable: (name) =>
      /^(PUB_CACHE|CRYSTAL_(ENV|CACHE_DIR|PATH)|STACK_ROOT|CABAL_DIR|GHC_\w+|OPAM\w+)$/.test(name),
    isSource: isCompiledSource,
    compiledIn: () => false,
    sourceFolders: [],
    warnings: [],
  };
}

function gathering(path: string): string {
  return [
    `RUN mkdir ${gathered} && ldd ${path} \\`,
    `    | awk '/=> \\// && $3 !~ /\\/lib(c|m|dl|rt|pthread|util|resolv)\\.so/ { print $3 }' \\`,
    `    | xargs -r cp -Lt ${gathered}`,
  ].join('\n');
}

/** What the stage compiles, wherever it was put afterwards. */
function outputsOf({ steps }: Stage): Output[] {
  const outputs: Output[] = [];
  const folders = new Set<string>();
  for (const { commands, before } of steps) {
    if (before.workdir.known) folders.add(before.workdir.value);
    for (const command of commands ?? []) {
      outputs.push(...namedIn(command, outputs));
      relocate(command, outputs, folders);
      const output = outputOf(command);
      if (output) outputs.push(output);
    }
  }
  return outputs;
}

/** Programs that a command takes out of a folder of programs by name: `cp .build/release/App /app/`. */
function namedIn({ argv, cwd }: RunCommand, outputs: readonly Output[]): Output[] {
  return argv.flatMap((word) => {
    if (!word.known || !cwd.known || word.value.startsWith('-')) return [];
    const path = joinPath(cwd.value, word.value);
    const output = outputs.find((item) => item.folder && path !== item.path && within(path, item.path));
    return output ? [{ ...output, path, folder: false }] : [];
  });
}

function inPath(name: string, outputs: readonly Output[]): string {
  const isTool = (path: string) => /^(\/usr(\/local)?|\/root\/\.local)\/bin(\/[^/]+)?$/.test(path);
  const found = outputs.find(({ path, folder }) => isTool(path) && (folder || path.endsWith(`/${name}`)));
  if (found?.folder === true) return joinPath(found.path, name);
  return found?.path ?? `/usr/local/bin/${name}`;
}

/** What a copy of the whole context puts beside the sources: the program may read it. */
function besides(stage: Stage, project: Project): RuntimeFile[] {
  const found = new Map<string, RuntimeFile>();
  for (const { copy } of stage.steps) {
    if (copy?.from.kind !== 'context' || !copy.destination.known) continue;
    for (const source of copy.sources) {
      const folder = source.known ? joinPath('/', source.value).slice(1).replace(/\/$/, '') : undefined;
      if (folder === undefined || (folder !== '' && !project.isFolder(folder))) continue;
      const destination = copy.destination.value;
      for (const [name, isFolder] of entriesOf(folder, project)) {
        const path = joinPath(destination, name);
        found.set(path, { path, folder: isFolder, reason: 'no source: the program may read it' });
      }
    }
  }
  return [...found.values()];
}

/** Entries of a folder of the context that hold more than sources, and whether each is a folder. */
function entriesOf(folder: string, project: Project): Map<string, boolean> {
  const entries = new Map<string, boolean>();
  for (const { path } of project.files) {
    if (!within(`/${path}`, `/${folder}`) || isCompiledSource(path) || forDevelopers.test(path)) continue;
    const [name = '', ...rest] = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
    entries.set(name, rest.length > 0);
  }
  return entries;
}

const forDevelopers =
  /(^|\/)(\.[^/]*(\/|$)(?<!\.env)|Dockerfile[^/]*$|docker-compose[^/]*$|compose\.ya?ml$|[^/]*\.[Dd]ockerfile$|tests?\/|spec\/|Tests\/|examples?\/|_build\/|build\/)/;
