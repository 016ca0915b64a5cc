import { describe, expect, it } from 'vitest';
import { runtimeFiles } from '../../server/src/ecosystems/go/runtime-files';
import { program } from './program';

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
  { body: 'const out = "data/x.json"\nfunc f() { os.WriteFile(out, b, 0644) }', reads: [] },
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
