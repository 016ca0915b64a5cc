import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFromFiles } from '../../server/src/project/memory';
import { unknownProject, type Project } from '../../server/src/project/project';
import type { AnalysisOptions } from '../../server/src/rules/analyse';
import { createService } from '../../server/src/service';
import { readMarks, sectionsOf, type Block, type MarkedDockerfile } from './marked-dockerfile';

/** A Dockerfile of `test/rules` or of a rule's page, with what is around it. */
export interface RuleCase extends MarkedDockerfile {
  readonly name: string;
  readonly project: Project;
  /** As the project's configuration says; a block of its own. */
  readonly options: AnalysisOptions;
  /** The text after the first fix of the first finding. */
  readonly fixed: string | undefined;
}

const repository = path.resolve(fileURLToPath(import.meta.url), '..', '..', '..');

/** Ids of the rules that have a file in the folder. */
export function documentedIds(folder: 'test/rules' | 'docs/rules'): readonly string[] {
  return readdirSync(path.join(repository, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
}

/** One case for each heading that has a Dockerfile under it. */
export function casesIn(file: string): readonly RuleCase[] {
  return sectionsOf(readFileSync(path.join(repository, file), 'utf8')).flatMap(({ heading, blocks }) => {
    const [dockerfile, second] = blocks.filter(({ language }) => language === 'dockerfile');
    if (!dockerfile) return [];
    if (second) throw new Error(`${file}: "${heading}" has two Dockerfiles`);
    const fixed = blocks.find(({ language }) => language === 'fixed')?.text;
    const project = projectOf(dockerfile.argument || undefined, blocks);
    const options = optionsOf(blocks.find(({ language }) => language === 'configuration')?.text);
    return [{ name: heading, ...readMarks(dockerfile.text), project, options, fixed }];
  });
}

function optionsOf(text: string | undefined): AnalysisOptions {
  if (text === undefined) return { severities: {} };
  const service = createService({
    log: (message) => {
      throw new Error(message);
    },
  });
  const { configuration, problems } = service.readConfiguration(text);
  if (problems[0]) throw new Error(problems[0].message);
  const { rules: severities, trustedRegistries } = configuration;
  return { severities, trustedRegistries };
}

/** `context PATH` blocks are files; a `context` block without a path lists files, of which only the names matter. */
function projectOf(dockerfilePath: string | undefined, blocks: readonly Block[]): Project {
  const context = blocks.filter(({ language }) => language === 'context');
  const place = dockerfilePath === undefined ? {} : { dockerfilePath };
  if (context.length === 0) return { ...unknownProject, ...place };
  const files: Record<string, string> = {};
  for (const { argument, text } of context) {
    if (argument !== '') files[argument] = text;
    else for (const line of text.split('\n')) if (line.trim() !== '') files[line.trim()] = '';
  }
  return projectFromFiles(files, place);
}
