import { describe, expect, it } from 'vitest';
import { lowPorts, spawnedPrograms, timeZones } from '../../server/src/ecosystems/go/program-facts';
import { runtimeWrites } from '../../server/src/ecosystems/go/runtime-writes';
import { program } from './program';

describe('files that a Go program writes', () => {
  function writes(body: string, imports: string[] = []): string[] {
    return runtimeWrites(program(body, imports).reachable).map(
      ({ path, kind }) => `${path}${kind === 'folder' ? '/' : ''}`,
    );
  }

  const cases: [string, string[], string[]][] = [
    ['func f() { os.Create("out/x.txt"); os.WriteFile("/data/y", b, 0644) }', [], ['/data/y', 'out/x.txt']],
    ['func f() { os.MkdirAll("./uploads", 0755); os.Mkdir("tmp", 0) }', [], ['tmp/', 'uploads/']],
    ['func f() { os.OpenFile("app.log", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0644) }', [], ['app.log']],
    ['func f() { os.OpenFile("in.txt", os.O_RDONLY, 0) }', [], []],
    ['func f() { sql.Open("sqlite3", "file:data.db?cache=shared") }', ['database/sql'], ['data.db']],
    ['func f() { sql.Open("sqlite3", ":memory:"); sql.Open("postgres", "app.db") }', ['database/sql'], []],
    [
      'func f() { gorm.Open(sqlite.Open("gorm.db"), c) }',
      ['gorm.io/driver/sqlite', 'gorm.io/gorm'],
      ['gorm.db'],
    ],
    [
      'var l = &lumberjack.Logger{Filename: "/var/log/a.log", MaxSize: 5}',
      ['gopkg.in/natefinch/lumberjack.v2'],
      ['/var/log/a.log'],
    ],
    ['func f() { bolt.Open("my.db", 0600, nil) }', ['bolt "go.etcd.io/bbolt"'], ['my.db']],
    [
      'func f() { c.SaveUploadedFile(file, "uploads/"+file.Filename) }',
      ['github.com/gin-gonic/gin'],
      ['uploads/'],
    ],
    ['func f() { os.Create(filepath.Join("out", name)) }', ['path/filepath'], ['out/']],
    [
      'func f() { os.Create("/dev/null"); os.CreateTemp("", "x"); ioutil.TempFile("data", "x") }',
      ['io/ioutil'],
      ['data/'],
    ],
    ['func f() { os.Create(name) }', [], ['/']],
    ['func f() { os.Create(strconv.Itoa(n) + ".ogg"); os.Create("in/" + name) }', ['strconv'], ['/', 'in/']],
    ['func f() { home, _ := os.UserHomeDir(); os.Create(filepath.Join(home, "x")) }', ['path/filepath'], []],
    ['func f() { os.Create(filepath.Join(os.TempDir(), "x")) }', ['path/filepath'], ['/tmp/x']],
    [
      'func f() { sqlstore.New(ctx, "sqlite3", "file:s.db?_foreign_keys=on", l) }',
      ['go.mau.fi/whatsmeow/store/sqlstore'],
      ['s.db'],
    ],
    [
      'var c = zap.Config{OutputPaths: []string{"stdout", "logs/a.log"}}',
      ['go.uber.org/zap'],
      ['logs/a.log'],
    ],
    ['const p = "state.json"\nfunc f() { os.WriteFile(p, b, 0600) }', [], ['state.json']],
    ['func f() { os.ReadFile("x.txt") }', [], []],
  ];
  for (const [body, imports, expected] of cases) {
    it(`are ${expected.join(', ') || 'none'} in ${body.replace(/\s+/g, ' ')}`, () => {
      expect(writes(body, imports)).toEqual(expected);
    });
  }
});

describe('programs that a Go program starts', () => {
  const spawns = (body: string, imports: string[] = ['os/exec']) =>
    spawnedPrograms(program(body, imports).reachable);

  it('are named by literals and constants', () => {
    const body =
      'const tool = "ffmpeg"\nfunc f() { exec.Command("git", "log"); exec.CommandContext(ctx, tool, "-i"); exec.LookPath("/usr/bin/x") }';
    expect(spawns(body)).toMatchObject({
      usesExec: true,
      programs: [{ name: 'git' }, { name: 'ffmpeg' }, { name: '/usr/bin/x' }],
    });
  });

  it('are unknown when the name is computed', () => {
    expect(spawns('func f(n string) { exec.Command(n, "git") }').programs).toMatchObject([
      { name: undefined },
    ]);
    expect(spawns('func f() { exec.Command("to" + x) }').programs).toMatchObject([{ name: undefined }]);
    expect(spawns('func f() { exec.Command(os.Args[1]) }').programs).toMatchObject([{ name: undefined }]);
  });

  it('do not count when it starts itself', () => {
    const body =
      'func f() { exec.Command(os.Args[0], "child"); self, err := os.Executable(); exec.Command(self) }';
    expect(spawns(body).programs).toEqual([]);
  });

  it('may be started by a module', () => {
    expect(spawns('', ['_ "github.com/chromedp/chromedp"'])).toMatchObject({
      usesExec: false,
      programs: [{ name: 'chromium' }],
    });
  });

  it('are none without calls', () => {
    expect(spawns('func f() { Command("git"); cmd.Command("git") }', [])).toMatchObject({
      usesExec: false,
      programs: [],
    });
  });
});

describe('other needs of a Go program', () => {
  it('are time zones', () => {
    expect(timeZones(program('func f() { time.LoadLocation("Europe/Berlin") }', ['time']).reachable)).toEqual(
      { used: true, embedded: false },
    );
    expect(timeZones(program('', ['time', '_ "time/tzdata"']).reachable)).toEqual({
      used: false,
      embedded: true,
    });
  });

  it('are ports below 1024', () => {
    const ports = (body: string) => lowPorts(program(body, ['net/http']).reachable).map(({ port }) => port);
    expect(
      ports('func f() { http.ListenAndServe(":80", nil); http.ListenAndServe("0.0.0.0:443", nil) }'),
    ).toEqual([80, 443]);
    expect(
      ports('func f() { http.ListenAndServe(":8080", nil); net.Dial("tcp", "mail:25"); log.Print(":22") }'),
    ).toEqual([]);
  });
});
