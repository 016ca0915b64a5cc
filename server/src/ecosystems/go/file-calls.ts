/** A function that takes paths, and what it does with them. */
export interface FileCall {
  /** As a verb of the third person, for "main.go:41 parses templates/*.html". */
  readonly verb: string;
  /** Which arguments are paths, from 0; `rest` stands for this one and all after it. */
  readonly args: readonly number[];
  readonly rest?: true;
  /** `.` is a meaningful argument: the whole working directory is served. */
  readonly servesFolder?: true;
  /** Counts only in programs that import one of these. */
  readonly with?: RegExp;
  /** The argument is a URL of golang-migrate: `file://migrations`. */
  readonly isUrl?: true;
}

const webFrameworks =
  /^github\.com\/(?:gin-gonic\/gin|labstack\/echo|gofiber\/fiber|kataras\/iris|beego\/beego|astaxie\/beego|go-chi\/chi|julienschmidt\/httprouter|savsgio\/atreugo|valyala\/fasthttp|cloudwego\/hertz)/;

const all = { args: [0], rest: true } as const;

/** Readers, by import path and function without major version (`os.Open`), or by method (`.LoadHTMLGlob`). */
export const readers: Readonly<Record<string, FileCall>> = {
  'os.Open': { verb: 'opens', args: [0] },
  'os.ReadFile': { verb: 'reads', args: [0] },
  'os.ReadDir': { verb: 'lists', args: [0] },
  'os.Stat': { verb: 'looks for', args: [0] },
  'os.Lstat': { verb: 'looks for', args: [0] },
  'os.DirFS': { verb: 'reads from', args: [0], servesFolder: true },
  'os.OpenRoot': { verb: 'reads from', args: [0], servesFolder: true },
  'os.OpenFile': { verb: 'opens', args: [0] },
  'io/ioutil.ReadFile': { verb: 'reads', args: [0] },
  'io/ioutil.ReadDir': { verb: 'lists', args: [0] },
  'path/filepath.Walk': { verb: 'walks through', args: [0] },
  'path/filepath.WalkDir': { verb: 'walks through', args: [0] },
  'path/filepath.Glob': { verb: 'looks for', args: [0] },
  'html/template.ParseFiles': { verb: 'parses', ...all },
  'html/template.ParseGlob': { verb: 'parses', args: [0] },
  'text/template.ParseFiles': { verb: 'parses', ...all },
  'text/template.ParseGlob': { verb: 'parses', args: [0] },
  '.ParseFiles': { verb: 'parses', ...all },
  '.ParseGlob': { verb: 'parses', args: [0] },
  'net/http.Dir': { verb: 'serves', args: [0], servesFolder: true },
  'net/http.ServeFile': { verb: 'serves', args: [2] },
  'net/http.ListenAndServeTLS': { verb: 'loads', args: [1, 2] },
  '.ListenAndServeTLS': { verb: 'loads', args: [0, 1] },
  'crypto/tls.LoadX509KeyPair': { verb: 'loads', args: [0, 1] },
  '.LoadHTMLGlob': { verb: 'parses', args: [0] },
  '.LoadHTMLFiles': { verb: 'parses', ...all },
  '.AddFromFiles': { verb: 'parses', args: [1], rest: true },
  '.Static': { verb: 'serves', args: [1], servesFolder: true, with: webFrameworks },
  '.StaticFile': { verb: 'serves', args: [1], with: webFrameworks },
  '.File': { verb: 'serves', args: [0, 1], with: webFrameworks },
  '.Attachment': { verb: 'serves', args: [0], with: webFrameworks },
  '.FileAttachment': { verb: 'serves', args: [0], with: webFrameworks },
  '.SendFile': { verb: 'serves', args: [0], with: webFrameworks },
  '.Favicon': { verb: 'serves', args: [0], with: webFrameworks },
  '.HandleDir': { verb: 'serves', args: [1], servesFolder: true, with: webFrameworks },
  '.ServeFiles': { verb: 'serves', args: [1], with: webFrameworks },
  'github.com/gofiber/fiber/middleware/static.New': { verb: 'serves', args: [0], servesFolder: true },
  'github.com/gin-contrib/static.LocalFile': { verb: 'serves', args: [0], servesFolder: true },
  'github.com/labstack/echo/middleware.Static': { verb: 'serves', args: [0], servesFolder: true },
  'github.com/valyala/fasthttp.ServeFile': { verb: 'serves', args: [1] },
  'github.com/valyala/fasthttp.FSHandler': { verb: 'serves', args: [0], servesFolder: true },
  'github.com/kataras/iris.HTML': { verb: 'parses', args: [0] },
  'github.com/flosch/pongo2.FromFile': { verb: 'parses', args: [0] },
  'github.com/flosch/pongo2.FromCache': { verb: 'parses', args: [0] },
  'github.com/CloudyKit/jet.NewOSFileSystemLoader': { verb: 'parses', args: [0] },
  '.SetStaticPath': { verb: 'serves', args: [1], with: webFrameworks },
  '.SetViewsPath': { verb: 'parses', args: [0], with: webFrameworks },
  'github.com/spf13/viper.SetConfigFile': { verb: 'reads', args: [0] },
  '.SetConfigFile': { verb: 'reads', args: [0] },
  'github.com/joho/godotenv.Load': { verb: 'loads', ...all },
  'github.com/joho/godotenv.Overload': { verb: 'loads', ...all },
  'github.com/joho/godotenv.Read': { verb: 'loads', ...all },
  'gopkg.in/ini.v1.Load': { verb: 'reads', ...all },
  'github.com/go-ini/ini.Load': { verb: 'reads', ...all },
  'github.com/BurntSushi/toml.DecodeFile': { verb: 'reads', args: [0] },
  'github.com/pelletier/go-toml.LoadFile': { verb: 'reads', args: [0] },
  'github.com/ilyakaznacheev/cleanenv.ReadConfig': { verb: 'reads', args: [0] },
  'github.com/jinzhu/configor.Load': { verb: 'reads', args: [1], rest: true },
  'github.com/knadh/koanf/providers/file.Provider': { verb: 'reads', args: [0] },
  'github.com/golang-migrate/migrate.New': { verb: 'takes migrations from', args: [0], isUrl: true },
  'github.com/golang-migrate/migrate.NewWithDatabaseInstance': {
    verb: 'takes migrations from',
    args: [0],
    isUrl: true,
  },
  'github.com/pressly/goose.Up': { verb: 'takes migrations from', args: [1] },
  'github.com/pressly/goose.UpContext': { verb: 'takes migrations from', args: [2] },
  'github.com/pressly/goose.Run': { verb: 'takes migrations from', args: [2] },
  'github.com/pressly/goose.Status': { verb: 'takes migrations from', args: [1] },
  '.LoadMessageFile': { verb: 'reads translations from', args: [0] },
  '.MustLoadMessageFile': { verb: 'reads translations from', args: [0] },
  'github.com/casbin/casbin.NewEnforcer': { verb: 'reads', ...all },
  'github.com/casbin/casbin.NewSyncedEnforcer': { verb: 'reads', ...all },
  'github.com/oschwald/geoip2-golang.Open': { verb: 'opens', args: [0] },
  'github.com/oschwald/maxminddb-golang.Open': { verb: 'opens', args: [0] },
};

/** Template engines of gofiber: `html.New("./views", ".html")`. */
export const fiberEngine = /^github\.com\/gofiber\/template\/\w+\.New$/;

/** Writers, named as the readers are. */
export const writers: Readonly<Record<string, FileCall & { readonly makes: 'file' | 'folder' }>> = {
  'os.Create': { verb: 'creates', args: [0], makes: 'file' },
  'os.WriteFile': { verb: 'writes', args: [0], makes: 'file' },
  'io/ioutil.WriteFile': { verb: 'writes', args: [0], makes: 'file' },
  'os.Mkdir': { verb: 'makes', args: [0], makes: 'folder' },
  'os.MkdirAll': { verb: 'makes', args: [0], makes: 'folder' },
  'os.Rename': { verb: 'renames to', args: [1], makes: 'file' },
  '.SaveUploadedFile': { verb: 'saves uploads as', args: [1], makes: 'file' },
  '.SaveFile': { verb: 'saves uploads as', args: [1], makes: 'file' },
  'os.CreateTemp': { verb: 'creates', args: [0], makes: 'folder' },
  'os.MkdirTemp': { verb: 'makes', args: [0], makes: 'folder' },
  'io/ioutil.TempFile': { verb: 'creates', args: [0], makes: 'folder' },
  'io/ioutil.TempDir': { verb: 'makes', args: [0], makes: 'folder' },
  '.SaveAs': {
    verb: 'saves',
    args: [0],
    makes: 'file',
    with: /^github\.com\/(?:xuri|360EntSecGroup-Skylar)\/excelize$/,
  },
  'github.com/lestrrat-go/file-rotatelogs.New': { verb: 'logs to', args: [0], makes: 'file' },
  'github.com/boltdb/bolt.Open': { verb: 'keeps a database in', args: [0], makes: 'file' },
  'go.etcd.io/bbolt.Open': { verb: 'keeps a database in', args: [0], makes: 'file' },
  'github.com/etcd-io/bbolt.Open': { verb: 'keeps a database in', args: [0], makes: 'file' },
  'github.com/tidwall/buntdb.Open': { verb: 'keeps a database in', args: [0], makes: 'file' },
  'github.com/syndtr/goleveldb/leveldb.OpenFile': { verb: 'keeps a database in', args: [0], makes: 'folder' },
  'github.com/dgraph-io/badger.DefaultOptions': { verb: 'keeps a database in', args: [0], makes: 'folder' },
  'github.com/cockroachdb/pebble.Open': { verb: 'keeps a database in', args: [0], makes: 'folder' },
  'github.com/blevesearch/bleve.New': { verb: 'keeps an index in', args: [0], makes: 'folder' },
};

/** `gorm.io/driver/sqlite.Open` and its like. */
export const sqliteDialect = /\/sqlite\.Open$/;

/** Openers of databases by driver name: the argument after it is a file when it says SQLite. */
export const databaseOpeners: ReadonlySet<string> = new Set([
  'database/sql.Open',
  'github.com/jmoiron/sqlx.Open',
  'github.com/jmoiron/sqlx.Connect',
  'github.com/jmoiron/sqlx.MustConnect',
  'github.com/jinzhu/gorm.Open',
  'xorm.io/xorm.NewEngine',
  'entgo.io/ent/dialect/sql.Open',
  'go.mau.fi/whatsmeow/store/sqlstore.New',
]);

/** Fields of composite literals that are paths. */
export const pathFields: Readonly<Record<string, { readonly verb: string; readonly writes: boolean }>> = {
  'lumberjack.Logger.Filename': { verb: 'logs to', writes: true },
  'zap.Config.OutputPaths': { verb: 'logs to', writes: true },
  'zap.Config.ErrorOutputPaths': { verb: 'logs to', writes: true },
  'migrate.FileMigrationSource.Dir': { verb: 'takes migrations from', writes: false },
  'render.Options.Directory': { verb: 'parses', writes: false },
  'fasthttp.FS.Root': { verb: 'serves', writes: false },
};

/** Folders and files that a framework opens without being told. */
export const conventions: readonly { readonly module: string; readonly paths: readonly string[] }[] = [
  { module: 'github.com/astaxie/beego', paths: ['conf', 'views', 'static'] },
  { module: 'github.com/beego/beego', paths: ['conf', 'views', 'static'] },
  { module: 'github.com/unrolled/render', paths: ['templates'] },
  { module: 'gofr.dev', paths: ['configs', 'static'] },
  {
    module: 'github.com/gogf/gf',
    paths: ['config', 'manifest/config', 'config.yaml', 'config.toml', 'resource', 'template', 'i18n'],
  },
  { module: 'github.com/goravel/framework', paths: ['.env', 'resources', 'public', 'storage', 'lang'] },
];
