import type { Project } from '../../project/project';

/** A source file with comments and loose texts blanked out; every offset stays. */
export interface PythonSource {
  readonly path: string;
  readonly text: string;
}

/** Files that nobody runs in a container: tests, packaging, chores of developers. */
const forDevelopers =
  /(^|\/)(tests?|docs|\.?venv|node_modules|site-packages)\/|(^|\/)(setup|fabfile|noxfile|conftest|test_[^/]*|[^/]*_test)\.py$/;

/** The Python files of the build context that may run in the image. */
export function pythonSources(project: Project): PythonSource[] {
  return project.files.flatMap(({ path }) => {
    if (!path.endsWith('.py') || forDevelopers.test(path)) return [];
    const text = project.read(path);
    return text === undefined ? [] : [{ path, text: withoutComments(text) }];
  });
}

/** A comment, or a text; those over several lines come first. Each alternative ends at the first possible place. */
const pieces =
  /#[^\n]*|"""(?:[^"\\]|\\[^]|"(?!""))*(?:"""|$)|'''(?:[^'\\]|\\[^]|'(?!''))*(?:'''|$)|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?/g;

function withoutComments(text: string): string {
  return text.replace(pieces, (piece, offset: number) => {
    const isComment = piece.startsWith('#');
    const stands =
      /^("""|''')/.test(piece) && /(^|\n)[ \t]*[rRuU]?$/.test(text.slice(Math.max(0, offset - 200), offset));
    return isComment || stands ? piece.replace(/[^\n]/g, ' ') : piece;
  });
}

/** `app.py:12`, for the user. */
export function lineOf({ path, text }: PythonSource, offset: number): string {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return `${path}:${line}`;
}
