import type { Stage } from '../model/model';
import { within } from '../model/paths';
import type { Project } from '../project/project';
import { basename, joinPath } from '../text/path';
import { missingProgram } from './facts/missing-program';
import {
  arrangesPython,
  bringsPython,
  copiedEnvironments,
  type CopiedEnvironment,
} from './facts/python-environments';
import { startWord } from './facts/start-word';
import type { Rule } from './rule';

export const venvInterpreterMissing: Rule = {
  id: 'venv-interpreter-missing',
  severity: 'error',
  serves: ['portability'],
  summary: 'A virtual environment is copied without the interpreter that it points to.',
  fixable: 'no',
  check({ finalStage, project }) {
    const start = startWord(finalStage);
    if (!start || bringsPython(finalStage)) return [];
    return copiedEnvironments(finalStage).flatMap((environment) => {
      const { kind, word, stage, made } = environment;
      if (kind !== 'venv' || !runsFrom(environment, start.program, finalStage) || arrangesPython(stage))
        return [];
      const interpreter = interpreterOf(environment);
      if (interpreter === undefined || !isMissing(interpreter, finalStage, project)) return [];
      const image = finalStage.image?.reference.raw ?? 'the image';
      return [
        {
          at: start.at,
          message: `${start.program} of the virtual environment starts ${interpreter}, and ${image} has no such file: the container stops at once with "no such file or directory". Make the environment with the interpreter's path in ${image}, or ship on the image that it was made in.`,
          related: [
            { at: made, message: 'The virtual environment is made here.' },
            { at: word.span, message: 'It is copied here.' },
          ],
        },
      ];
    });
  },
};

/** Whether the program that is started lies in the environment's bin: its Python, or a script that names it. */
function runsFrom({ path }: CopiedEnvironment, program: string, stage: Stage): boolean {
  const bin = joinPath(path, 'bin');
  if (program.includes('/')) {
    const { workdir } = stage.end;
    const absolute = program.startsWith('/')
      ? program
      : workdir.known
        ? joinPath(workdir.value, program)
        : '/';
    return within(absolute, bin);
  }
  const search = stage.end.env.get('PATH');
  // The first folder on PATH wins: a name that the environment has and no other image does.
  return (
    search?.known === true &&
    search.value.split(':')[0] === bin &&
    /^(python3?|gunicorn|uvicorn|flask|celery|fastapi|hypercorn|daphne|streamlit|uwsgi)$/.test(program)
  );
}

/** What `bin/python` of the environment links to: official images have Python in /usr/local/bin. */
function interpreterOf({ stage, python }: CopiedEnvironment): string | undefined {
  if (stage.image?.language !== 'python' || stage.image.reference.repository !== 'python') return undefined;
  return python.includes('/') ? python : joinPath('/usr/local/bin', basename(python));
}

function isMissing(interpreter: string, stage: Stage, project: Project): boolean {
  const { image } = stage;
  if (!image || (image.language === 'python' && image.family !== 'distroless')) return false;
  // What is installed as a package lies in /usr/bin.
  if (image.role === 'os') return interpreter.startsWith('/usr/local/');
  return missingProgram(stage, interpreter, stage.end, project) !== undefined;
}
