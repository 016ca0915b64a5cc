import { goPackages } from '../../server/src/ecosystems/go/packages';
import { reachablePackages, type Reachable } from '../../server/src/ecosystems/go/reach';
import { projectFromFiles } from '../../server/src/project/memory';
import type { Project } from '../../server/src/project/project';

/** Files that the programs of these tests find in their build context. */
const context = {
  'templates/index.html': '',
  'templates/mail/a.txt': '',
  'static/app.js': '',
  'migrations/1.sql': '',
  'config.yaml': '',
  'config/app.toml': '',
  'data/x.json': '',
  'app.db': '',
  '.env': '',
  Makefile: '',
  Dockerfile: '',
  'model.conf': '',
  'policy.csv': '',
  'internal/x.go': 'package internal',
};

/** A program of one file, importing `os` and what is given, among the files of the context. */
export function program(
  body: string,
  imports: readonly string[] = [],
  more: Record<string, string> = {},
): { project: Project; reachable: Reachable } {
  const head = `package main\nimport (\n${['os', ...imports].map((path) => (path.includes(' ') ? path : `"${path}"`)).join('\n')}\n)\n`;
  const project = projectFromFiles({
    'go.mod': 'module m\ngo 1.22\n',
    ...context,
    'main.go': `${head}${body}\n`,
    ...more,
  });
  const main = goPackages(project, '').find((pkg) => pkg.dir === '');
  if (!main) throw new Error('no main package');
  return { project, reachable: reachablePackages(project, main) };
}
