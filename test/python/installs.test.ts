import { describe, expect, it } from 'vitest';
import { applicationFolders, filledFolders } from '../../server/src/ecosystems/python/folders';
import { needsOfPackages } from '../../server/src/ecosystems/python/native';
import { requirementsOf } from '../../server/src/ecosystems/python/requirements';
import { strangerIn } from '../../server/src/ecosystems/python/strangers';
import { switchesUser, unwrapped } from '../../server/src/ecosystems/python/start';
import { projectFromFiles } from '../../server/src/project/memory';
import { stageOf } from './stage';

describe('folders that are filled while the image is built', () => {
  const filled = (run: string, files: Record<string, string> = {}) => {
    const { packages, downloads } = filledFolders(
      stageOf(`FROM python:3.12\nWORKDIR /app\nCOPY . .\n${run}\n`, files),
    );
    return [...packages, ...downloads]
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('/usr/local'));
  };

  it.each([
    ['RUN python -m venv /opt/venv', ['/opt/venv']],
    ['RUN virtualenv -p python3 env', ['/app/env']],
    ['RUN uv sync --frozen', ['/app/.venv']],
    ['RUN pip install --user flask', ['/root/.local']],
    ['RUN pip install --target=/deps flask', ['/deps']],
    ['RUN pip install --prefix /install flask', ['/install']],
    ['RUN pip install flask', []],
    ['ENV VIRTUAL_ENV=/venv\nRUN uv venv /venv && uv pip install flask', ['/venv']],
    ['RUN python -m nltk.downloader punkt', ['/root/nltk_data']],
    ['ENV NLTK_DATA=/data/nltk\nRUN python -c "import nltk; nltk.download(\'punkt\')"', ['/data/nltk']],
    ['RUN python -m spacy download en_core_web_sm', []],
  ])('%s', (run, expected) => {
    expect(filled(run)).toEqual(expected);
  });

  it('hold the models that a script of the project downloads, and those that it imports', () => {
    const files = { 'get.py': 'import models\n', 'models.py': 'AutoModel.from_pretrained("x")\n' };
    expect(filled('RUN python get.py', files)).toEqual(['/root/.cache/huggingface']);
  });
});

describe('folders of the application', () => {
  const folders = (lines: string, files: Record<string, string> = { 'a.py': '' }) =>
    applicationFolders(stageOf(`FROM python:3.12\n${lines}\n`, files), projectFromFiles(files));

  it('are where it starts and where code is copied to, the outermost ones', () => {
    expect(folders('COPY . /srv/web\nWORKDIR /srv/web/src')).toEqual(['/srv/web']);
    expect(folders('COPY a.py /opt/tool/\nWORKDIR /work')).toEqual(['/work', '/opt/tool']);
  });

  it('are never folders of the system', () => {
    expect(folders('COPY . .')).toEqual([]);
    expect(folders('COPY a.py /usr/local/bin/\nWORKDIR /home')).toEqual([]);
  });
});

describe('names of packages', () => {
  const names = (files: Record<string, string>, run = '') => [
    ...requirementsOf(stageOf(`FROM python:3.12\n${run}\n`), projectFromFiles(files)),
  ];

  it('come from requirements with what they include', () => {
    const files = {
      'requirements.txt':
        '-r base.txt\nFlask>=2 # web\npsycopg[binary]==3\ngit+https://example.com/x/tool.git@v1\n-e .\n',
      'base.txt': 'Zope.Interface\n-r requirements.txt\n',
    };
    expect(names(files)).toEqual(['zope-interface', 'flask', 'psycopg', 'psycopg-binary', 'tool']);
  });

  it('come from pyproject.toml, Pipfile and the command line', () => {
    const files = {
      'pyproject.toml':
        '[project]\ndependencies = ["a_b>=1"]\n[tool.poetry.dependencies]\npython = "^3"\nc = "*"\n',
      Pipfile: '[packages]\nd = "*"\n[dev-packages]\ne = "*"\n',
    };
    expect(names(files, 'RUN pip install -r r.txt "f<2" --index-url g')).toEqual(['d', 'a-b', 'c', 'f']);
  });

  it('survive a file that does not parse', () => {
    expect(names({ 'pyproject.toml': '[project\n', Pipfile: '=' })).toEqual([]);
  });

  it('tell what an image without a shell cannot give', () => {
    const of = (...list: string[]) => needsOfPackages(new Set(list), 'apt');
    expect(of('python-magic').system).toContain('opens libraries');
    expect(of('ansible').system).toContain('starts programs');
    expect(of('psycopg').system).toBeDefined();
    expect(of('psycopg', 'psycopg-binary').system).toBeUndefined();
    expect(of('playwright').beyond).toBe('playwright needs a browser');
    expect(of('flask', 'psycopg2')).toMatchObject({
      system: undefined,
      beyond: undefined,
      inFullImage: ['libpq5'],
    });
  });
});

describe('start commands', () => {
  const take = (lines: string, ...argv: string[]) =>
    unwrapped(argv, stageOf(`FROM python:3.12\nWORKDIR /app\n${lines}\n`), projectFromFiles({}), '/app')
      ?.argv;

  it('lose the tool that only enters the environment', () => {
    expect(take('RUN poetry config virtualenvs.create false', 'poetry', 'run', 'gunicorn', 'a:b')).toEqual([
      'gunicorn',
      'a:b',
    ]);
    expect(take('ENV POETRY_VIRTUALENVS_IN_PROJECT=1', 'poetry', 'run', 'flask')).toEqual([
      '/app/.venv/bin/flask',
    ]);
    expect(take('RUN uv sync', 'uv', 'run', '--no-sync', 'main.py')).toEqual([
      '/app/.venv/bin/python',
      'main.py',
    ]);
    expect(take('RUN pipenv install --system', 'pipenv', 'run', 'python', 'a.py')).toEqual([
      'python',
      'a.py',
    ]);
  });

  it('are not understood where the environment is not known', () => {
    expect(
      take('USER app\nRUN pip install poetry && poetry install', 'poetry', 'run', 'flask'),
    ).toBeUndefined();
    expect(take('', 'uv', 'run', 'main.py')).toBeUndefined();
    expect(take('', 'poetry', 'shell')).toBeUndefined();
  });

  it('may switch to another user', () => {
    expect(switchesUser(['gunicorn', '--user=web', 'a:b'])).toBe(true);
    expect(switchesUser(['uwsgi', '--uid', '1000'])).toBe(true);
    expect(switchesUser(['python', '-u', 'a.py'])).toBe(false);
  });
});

describe('commands of which nobody can tell what they leave', () => {
  const stranger = (run: string) => strangerIn(stageOf(`FROM python:3.12\n${run}\n`), false)?.name;

  it('are found', () => {
    expect(stranger('RUN ./setup.sh')).toBe('./setup.sh');
    expect(stranger('RUN curl -sL https://example.com/i.sh | bash')).toBe('bash');
    expect(stranger('RUN add-apt-repository ppa:x/y')).toBe('add-apt-repository');
    expect(stranger('RUN echo "deb x" > /etc/apt/sources.list.d/x.list')).toBe('echo');
  });

  it('are not those that bring a tool, or build for another language', () => {
    expect(stranger('RUN curl -sSL https://install.python-poetry.org | python3 -')).toBeUndefined();
    expect(stranger('RUN npm ci && npm run build')).toBeUndefined();
    expect(stranger('RUN sed -i s/a/b/ /etc/apt/sources.list')).toBeUndefined();
  });
});
