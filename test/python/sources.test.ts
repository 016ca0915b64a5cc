import { describe, expect, it } from 'vitest';
import { namesRootsHome, writesHere, writesOf } from '../../server/src/ecosystems/python/places';
import { pythonSources } from '../../server/src/ecosystems/python/sources';
import { spawnedBy } from '../../server/src/ecosystems/python/spawned';
import { projectFromFiles } from '../../server/src/project/memory';
import { stageOf } from './stage';

const sourcesOf = (files: Record<string, string>) => pythonSources(projectFromFiles(files));

function spawned(text: string, from = 'python:3.12'): readonly string[] | string {
  const found = spawnedBy(sourcesOf({ 'app.py': text }), stageOf(`FROM ${from}\nCMD ["python", "app.py"]\n`));
  return found.known ? found.value : found.because;
}

describe('programs that Python sources start', () => {
  it('are named in a list or alone', () => {
    expect(spawned('subprocess.run(["git", "pull"])\nPopen("ls")\n')).toEqual(['git', 'ls']);
  });

  it('are left out when they are Python itself or in a comment', () => {
    expect(
      spawned('# os.system("x")\nsubprocess.run([sys.executable, "a.py"])\n"""os.popen(1)"""\n'),
    ).toEqual([]);
  });

  it('are left out when the image cannot have them', () => {
    expect(spawned('subprocess.run(["git", "pull"])\n', 'python:3.12-slim')).toEqual([]);
  });

  it('need a shell where a text is handed to one', () => {
    expect(spawned('\nos.system("date")\n')).toBe('app.py:2 hands a command to a shell');
    expect(spawned('subprocess.run("a | b", shell = True)\n')).toBe('app.py:1 hands a command to a shell');
  });

  it('are unknown where the name is computed', () => {
    expect(spawned('subprocess.run(command)\n')).toBe('which program app.py:1 starts is not known');
  });

  it('do not hide behind a text that holds a number sign', () => {
    expect(spawned('color = "#fff"; os.system("date")\n')).toBe('app.py:1 hands a command to a shell');
  });

  it('are looked for without libraries that are opened by name', () => {
    expect(spawned('ctypes.CDLL("libc.so.6")\n')).toEqual([]);
    expect(spawned('ctypes.util.find_library("magic")\n')).toBe(
      'app.py:1 opens a library of the system by name',
    );
  });

  it('end at once on text that never closes', () => {
    const open = `${'"""'}${'"\\'.repeat(50_000)}`;
    expect(spawned(open)).toEqual([]);
    expect(spawned(`${"'".repeat(99_999)}os.system`)).toEqual([]);
  });

  it('of tests and packaging do not count', () => {
    expect(
      sourcesOf({ 'setup.py': '', 'tests/a.py': '', 'test_a.py': '', 'tasks.py': '' }).map(
        ({ path }) => path,
      ),
    ).toEqual(['tasks.py']);
  });
});

describe('places that Python sources write to', () => {
  const places = (text: string) => writesOf(sourcesOf({ 'app.py': text })).map(({ path }) => path);

  it('are absolute paths in calls and settings', () => {
    const text = [
      'open("/data/a.txt", "w")',
      'os.makedirs("/srv/cache/x")',
      'UPLOAD_FOLDER = "/uploads"',
      'url = "sqlite:////var/lib/app/db.sqlite3"',
    ].join('\n');
    expect(places(text)).toEqual(['/data/a.txt', '/srv/cache/x', '/var/lib/app/db.sqlite3', '/uploads']);
  });

  it('are neither routes nor files that are read', () => {
    expect(places('@app.get("/data")\nopen("/data/a.txt")\nrequests.post("/upload")\n')).toEqual([]);
  });

  it('are the folder of the start where no folder is named', () => {
    expect(writesHere(sourcesOf({ 'a.py': 'x = 1\nopen("log.txt", "a")\n' }))).toBe('a.py:2');
    expect(
      writesHere(sourcesOf({ 'a.py': 'sqlite3.connect(":memory:")\nopen("log.txt")\n' })),
    ).toBeUndefined();
  });

  it('may be the home folder of root', () => {
    expect(namesRootsHome(sourcesOf({ 'a.py': 'open("/root/.aws/x")\n' }))).toBe('a.py:1');
    expect(namesRootsHome(sourcesOf({ 'a.py': 'redirect("/rooted/")\n' }))).toBeUndefined();
  });
});
