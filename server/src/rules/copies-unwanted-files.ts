import type { CopyStep } from '../model/model';
import type { Project } from '../project/project';
import { normalisePath } from '../text/path';
import { missingIgnores } from './facts/ignores';
import { isWorkplace, shippedSteps } from './facts/shipped';
import type { Finding, Rule } from './rule';

/**
 * `COPY . .` into the stage that ships, while what nobody wants in an image lies in the context. Only for a context that
 * was read; a later `rm` is no help, and a pattern as the source is not followed. Secrets are the matter of secret-ships.
 */
export const copiesUnwantedFiles: Rule = {
  id: 'copies-unwanted-files',
  severity: 'warning',
  serves: ['size', 'security', 'rebuild speed'],
  summary:
    'COPY takes .git, node_modules or the like into the image that ships; .dockerignore keeps them out.',
  fixable: 'no',
  check({ finalStage, project }) {
    if (project.truncated || isWorkplace(finalStage, project)) return [];
    return shippedSteps(finalStage).flatMap(({ copy }) =>
      copy?.from.kind === 'context' ? judge(copy, project) : [],
    );
  },
};

function judge(copy: CopyStep, project: Project): readonly Finding[] {
  // Patterns to leave out may be what does here what .dockerignore does elsewhere.
  if (copy.instruction.flags.some(({ name }) => name === 'exclude')) return [];
  return copy.sources.flatMap((source, index): readonly Finding[] => {
    const word = copy.instruction.sources[index];
    if (!word || !source.known || /[*?[]/.test(source.value)) return [];
    const folder = normalisePath(`/${source.value}`).replace(/^\/|\/$/g, '');
    if (!project.isFolder(folder)) return [];
    const unwanted = unwantedIn(folder, project);
    if (unwanted.length === 0) return [];
    const names = unwanted.map(({ name }) => name).join(', ');
    const why = [...new Set(unwanted.map((each) => each.why))].join('; ');
    const how =
      project.dockerignore === undefined
        ? `There is no .dockerignore: make one beside the Dockerfile's context that names ${names}.`
        : `Add ${names} to .dockerignore.`;
    const paths = unwanted.map(({ name }) => name);
    return [
      {
        at: word.span,
        message: `This COPY ships ${names}: ${why}. ${how}`,
        ...missingIgnores(paths, project),
      },
    ];
  });
}

interface Unwanted {
  /** From the root of the build context, as .dockerignore names it. */
  readonly name: string;
  readonly why: string;
}

function unwantedIn(folder: string, project: Project): readonly Unwanted[] {
  const at = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  const found: Unwanted[] = [];
  if (project.isFolder(at('.git'))) found.push({ name: at('.git'), why: 'the whole history of the project' });
  if (project.isFolder(at('node_modules')))
    found.push({
      name: at('node_modules'),
      why: "packages of the author's machine, development ones and foreign binaries among them",
    });
  for (const name of ['.venv', 'venv'])
    if (project.has(at(`${name}/pyvenv.cfg`)))
      found.push({ name: at(name), why: "a virtual environment of the author's machine" });
  if (project.isFolder(at('target')) && (project.has(at('Cargo.toml')) || project.has(at('pom.xml'))))
    found.push({ name: at('target'), why: "what the author's machine has built" });
  return found;
}
