import { describe, expect, it } from 'vitest';
import { goPackages } from '../../server/src/ecosystems/go/packages';
import { lowPorts, spawnedPrograms, timeZones } from '../../server/src/ecosystems/go/program-facts';
import { reachablePackages, type Reachable } from '../../server/src/ecosystems/go/reach';
import { runtimeFiles } from '../../server/src/ecosystems/go/runtime-files';
import { runtimeWrites } from '../../server/src/ecosystems/go/runtime-writes';
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

function program(
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

function reads(body: string, imports?: readonly string[], more?: Record<string, string>): string[] {
  const { project, reachable } = program(body, imports, more);
  return runtimeFiles(project, reachable, '').map(
    ({ path, kind, strength }) =>
      `${path}${kind === 'folder' ? '/' : ''}${strength === 'certain' ? '' : '?'}`,
  );
}

interface Case {
  readonly body: string;
  readonly imports?: string[];
  readonly reads: string[];
}

const certain: Case[] = [
  { body: 'func f() { os.ReadFile("config.yaml") }', reads: ['config.yaml'] },
  { body: 'func f() { os.Open("./data/../config.yaml") }', reads: ['config.yaml'] },
  { body: 'func f() { os.ReadDir("data") }', reads: ['data/'] },
  { body: 'func f() { ioutil.ReadFile("data/x.json") }', imports: ['io/ioutil'], reads: ['data/x.json'] },
  {
    body: 'func f() { template.ParseFiles("templates/index.html") }',
    imports: ['html/template'],
    reads: ['templates/index.html'],
  },
  {
    body: 'var t = template.Must(template.New("x").ParseGlob("templates/*.html"))',
    imports: ['html/template'],
    reads: ['templates/'],
  },
  {
    body: 'func f() { http.Handle("/", http.FileServer(http.Dir("./static"))) }',
    imports: ['net/http'],
    reads: ['static/'],
  },
  {
    body: 'func f() { http.ServeFile(w, r, "static/app.js") }',
    imports: ['net/http'],
    reads: ['static/app.js'],
  },
  { body: 'func f() { http.ServeFile(w, r, "static/"+name) }', imports: ['net/http'], reads: ['static/'] },
  {
    body: 'func f() { os.Open(filepath.Join("templates", "mail", "a.txt")) }',
    imports: ['path/filepath'],
    reads: ['templates/mail/a.txt'],
  },
  {
    body: 'func f() { os.Open(filepath.Join("templates", name)) }',
    imports: ['path/filepath'],
    reads: ['templates/'],
  },
  {
    body: 'func f() { wd, _ := os.Getwd(); os.Open(filepath.Join(wd, "config.yaml")) }',
    imports: ['path/filepath'],
    reads: ['config.yaml'],
  },
  {
    body: 'func f() { os.Open(fmt.Sprintf("templates/%s.html", x)) }',
    imports: ['fmt'],
    reads: ['templates/'],
  },
  { body: 'const dir = "templates"\nfunc f() { os.ReadDir(dir) }', reads: ['templates/'] },
  {
    body: 'var files = []string{"config.yaml", "data/x.json"}\nfunc f() { template.ParseFiles(files...) }',
    imports: ['text/template'],
    reads: ['config.yaml', 'data/x.json'],
  },
  {
    body: 'var p = flag.String("c", "config.yaml", "configuration")\nfunc f() { os.Open(*p) }',
    imports: ['flag'],
    reads: ['config.yaml'],
  },
  {
    body: 'func f() { http.ListenAndServeTLS(":443", "config.yaml", "policy.csv", nil) }',
    imports: ['net/http'],
    reads: ['config.yaml', 'policy.csv'],
  },
  { body: 'func f() { fs := os.DirFS("static") }', reads: ['static/'] },
  {
    body: 'func f() { tpl.ParseGlob("templates/*") }',
    imports: ['tpl html/template'.replace('tpl ', 'tpl "') + '"'],
    reads: ['templates/'],
  },
  {
    body: 'func f() { r.LoadHTMLGlob("templates/**/*") }',
    imports: ['github.com/gin-gonic/gin'],
    reads: ['templates/'],
  },
  {
    body: 'func f() { r.Static("/static", "./static") }',
    imports: ['github.com/gin-gonic/gin'],
    reads: ['static/'],
  },
  {
    body: 'func f() { r.StaticFile("/x", "static/app.js") }',
    imports: ['github.com/gin-gonic/gin'],
    reads: ['static/app.js'],
  },
  {
    body: 'func f() { r.StaticFS("/s", http.Dir("static")) }',
    imports: ['net/http', 'github.com/gin-gonic/gin'],
    reads: ['static/'],
  },
  {
    body: 'func f() { e.Static("/", "static") }',
    imports: ['github.com/labstack/echo/v4'],
    reads: ['static/'],
  },
  {
    body: 'func f() { html.New("./templates", ".html") }',
    imports: ['github.com/gofiber/template/html/v2'],
    reads: ['templates/'],
  },
  {
    body: 'func f() { migrate.New("file://migrations", url) }',
    imports: ['github.com/golang-migrate/migrate/v4'],
    reads: ['migrations/'],
  },
  {
    body: 'func f() { goose.Up(db, "migrations") }',
    imports: ['github.com/pressly/goose/v3'],
    reads: ['migrations/'],
  },
  {
    body: 'func f() { viper.SetConfigName("config"); viper.AddConfigPath("."); viper.AddConfigPath("./config") }',
    imports: ['github.com/spf13/viper'],
    reads: ['config.yaml'],
  },
  {
    body: 'func f() { viper.SetConfigFile("config/app.toml") }',
    imports: ['github.com/spf13/viper'],
    reads: ['config/app.toml'],
  },
  { body: 'func f() { godotenv.Load() }', imports: ['github.com/joho/godotenv'], reads: ['.env'] },
  {
    body: 'func f() { casbin.NewEnforcer("model.conf", "policy.csv") }',
    imports: ['github.com/casbin/casbin/v2'],
    reads: ['model.conf', 'policy.csv'],
  },
  {
    body: 'func f() { sql.Open("sqlite3", "file:app.db?cache=shared") }',
    imports: ['database/sql'],
    reads: ['app.db'],
  },
  {
    body: 'func f() { http.Handle("/", http.FileServer(http.Dir("."))) }',
    imports: ['net/http'],
    reads: ['/'],
  },
  {
    body: 'func f() { x := &migrate.FileMigrationSource{Dir: "migrations"} }',
    imports: ['migrate "github.com/rubenv/sql-migrate"'],
    reads: ['migrations/'],
  },
];

const possible: Case[] = [
  { body: 'func f() { loadTemplates("templates") }', reads: ['templates/?'] },
  { body: 'func f() { load(getEnv("CONF", "config.yaml")) }', reads: ['config.yaml?'] },
  { body: 'type T struct {\n D string `env:"D" envDefault:"templates"`\n}', reads: ['templates/?'] },
  { body: 'var c = Config{TemplateDir: "templates"}', reads: ['templates/?'] },
  { body: 'func f() { x := "data/x.json"; g(x) }', reads: ['data/x.json?'] },
  {
    body: 'func f() { os.Open(filepath.Join(base, "templates")) }',
    imports: ['path/filepath'],
    reads: ['templates/?'],
  },
  {
    body: 'func f() { flag.StringVar(&p, "templates", "data", "static") }',
    imports: ['flag'],
    reads: ['data/?'],
  },
  {
    body: 'func f() { app.Static("/static", "./static") }',
    imports: ['example.com/web'],
    reads: ['static/?'],
  },
];

const nothing: Case[] = [
  { body: '// os.Open("config.yaml")', reads: [] },
  { body: 'func f() { os.Open("missing.txt") }', reads: [] },
  { body: 'func f() { os.Open("/etc/hosts"); os.Open("../config.yaml") }', reads: [] },
  {
    body: 'func f() { os.ReadFile("main.go"); os.ReadFile("go.mod"); os.ReadFile("Dockerfile"); os.ReadFile("Makefile") }',
    reads: [],
  },
  { body: 'func f() { os.ReadDir("internal"); g("internal") }', reads: [] },
  { body: 'func f() { os.ReadDir("."); filepath.Walk(".", g) }', imports: ['path/filepath'], reads: [] },
  {
    body: 'func f() { log.Println("config.yaml"); fmt.Errorf("templates") }',
    imports: ['log', 'fmt'],
    reads: [],
  },
  {
    body: 'func f() { r.GET("/data", h); c.JSON(200, gin.H{"data": 1, "static": x}) }',
    imports: ['github.com/gin-gonic/gin'],
    reads: [],
  },
  { body: 'func f() { switch x { case "data": } ; m["templates"] = 1; if y == "static" {} }', reads: [] },
  { body: 'func f() { g("the data folder") ; g("*"); g("https://x/config.yaml") }', reads: [] },
  { body: 'func f() { os.Create("config.yaml"); os.MkdirAll("data", 0755) }', reads: [] },
  {
    body: 'func f() { migrate.New("postgres://migrations", "x") }',
    imports: ['github.com/golang-migrate/migrate/v4'],
    reads: [],
  },
  { body: 'func f() { exec.Command("config.yaml") }', imports: ['os/exec'], reads: [] },
  { body: 'func f() { type T struct { A string `json:"data" yaml:"static"` } }', reads: [] },
];

describe('files that a Go program reads', () => {
  for (const { body, imports, reads: expected } of [...certain, ...possible]) {
    it(`are found in ${body.replace(/\s+/g, ' ')}`, () => expect(reads(body, imports)).toEqual(expected));
  }
  for (const { body, imports } of nothing) {
    it(`are none in ${body.replace(/\s+/g, ' ')}`, () => expect(reads(body, imports)).toEqual([]));
  }

  it('are explained by file and line', () => {
    const { project, reachable } = program('func f() {\n\ttemplate.ParseGlob("templates/*.html")\n}', [
      'html/template',
    ]);
    const [use] = runtimeFiles(project, reachable, '');
    expect(use?.why).toBe('main.go:7 parses templates/*.html');
    expect(use?.at).toEqual({ file: 'main.go', line: 7 });
  });

  it('do not come from tests, other systems or packages that are not imported', () => {
    const open = 'func g() { os.Open("config.yaml") }';
    const more = {
      'main_test.go': `package main\nimport "os"\n${open}`,
      'x_windows.go': `package main\nimport "os"\n${open}`,
      'other/o.go': `package other\nimport "os"\n${open}`,
    };
    expect(reads('', [], more)).toEqual([]);
    expect(reads('', ['m/other'], more)).toEqual(['config.yaml']);
  });

  it('follow a constant of another package', () => {
    const more = { 'conf/c.go': 'package conf\nconst Dir = "templates"' };
    expect(reads('func f() { os.ReadDir(conf.Dir) }', ['m/conf'], more)).toContain('templates/');
  });

  it('are not those that are embedded', () => {
    const embed = '//go:embed templates static/*\nvar files embed.FS\n';
    expect(
      reads(
        `${embed}func f() { template.ParseFS(files, "templates/*.html"); files.ReadFile("static/app.js"); g("templates") }`,
        ['embed', 'html/template'],
      ),
    ).toEqual([]);
    expect(reads(`${embed}func f() { os.ReadFile("static/app.js") }`, ['embed'])).toEqual(['static/app.js']);
  });

  it('are those that a framework opens by itself', () => {
    const more = { 'conf/app.conf': '', 'views/index.tpl': '' };
    expect(reads('', ['_ "github.com/beego/beego/v2/server/web"'], more)).toEqual([
      'conf/',
      'static/',
      'views/',
    ]);
    expect(reads('', ['_ "example.com/web"'], more)).toEqual([]);
  });

  it('are relative to the working directory', () => {
    const { project, reachable } = program('func f() { os.Open("app.toml"); os.Open("../config.yaml") }');
    expect(runtimeFiles(project, reachable, 'config').map(({ path }) => path)).toEqual([
      'config.yaml',
      'config/app.toml',
    ]);
  });

  it('may be named absolutely where the context was copied', () => {
    const { project, reachable } = program(
      'func f() { os.Open("/app/config.yaml"); os.Open("/application/x") }',
    );
    expect(runtimeFiles(project, reachable, '', { copiedTo: '/app' }).map(({ path }) => path)).toEqual([
      'config.yaml',
    ]);
    expect(runtimeFiles(project, reachable, '')).toEqual([]);
  });

  it('that .dockerignore hides are not in the image anyway', () => {
    expect(
      reads('func f() { godotenv.Load() }', ['github.com/joho/godotenv'], { '.dockerignore': '.env' }),
    ).toEqual([]);
  });

  it('are known by the surest of several mentions', () => {
    expect(reads('func f() { g("config.yaml"); os.Open("config.yaml") }')).toEqual(['config.yaml']);
  });
});

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
    ['func f() { os.Create(name); os.Create(dir + "/x"); os.Create("/dev/null") }', [], []],
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
