/** What a tool does when it is called with a verb. */
export interface Deed {
  readonly builds?: true;
  readonly downloads?: true;
  /** Trees that it writes, seen from the working directory. */
  readonly writes?: readonly string[];
  /** Trees that it writes, seen from the home directory. */
  readonly home?: readonly string[];
  /** It writes, or may write, in other places too. */
  readonly unknown?: true;
}

export interface Tool {
  /** Language id; the tool's own name when it serves any language. */
  readonly language: string;
  /** One word or two (`mod download`); `''` is the call without a verb. */
  readonly verbs: Readonly<Record<string, Deed>>;
  readonly otherwise: Deed;
  /** Options before the verb that take a value. */
  readonly valued?: string;
  readonly valuedLong?: readonly string[];
}

const quiet: Deed = {};
const build: Deed = { builds: true, unknown: true };
const fetch: Deed = { downloads: true };
const install: Deed = { downloads: true, unknown: true };
const both: Deed = { builds: true, downloads: true, unknown: true };
const run: Deed = { unknown: true };

/** The same deed for several verbs. */
function each(verbs: string, deed: Deed): Record<string, Deed> {
  return Object.fromEntries(verbs.split(' ').map((verb) => [verb, deed]));
}

/** A tool that builds whatever it is called with. */
function builder(language: string, verbs: Readonly<Record<string, Deed>> = {}): Tool {
  return { language, verbs, otherwise: build };
}

const nodeModules: Deed = { downloads: true, writes: ['node_modules'], unknown: true };
const maven = builder('java', {
  '': quiet,
  ...each('dependency:go-offline dependency:resolve dependency:resolve-plugins', install),
});
const gradle = builder('java', { dependencies: install, wrapper: install, '--version': quiet });
const node = builder('node');
const conda: Tool = {
  language: 'python',
  verbs: {
    ...each('install update create env', install),
    ...each('clean list info search', quiet),
    config: { home: ['.condarc'] },
    init: { home: ['.bashrc'] },
  },
  otherwise: run,
};

/** Build tools by program name. Go, Node.js and the others refine these through their ecosystem. */
export const TOOLS: Readonly<Record<string, Tool>> = {
  go: {
    language: 'go',
    verbs: {
      ...each('build test run', build),
      install: both,
      generate: build,
      vet: { builds: true },
      get: { downloads: true, writes: ['go.mod', 'go.sum'], unknown: true },
      'mod download': fetch,
      'mod tidy': { downloads: true, writes: ['go.mod', 'go.sum'] },
      'mod vendor': { downloads: true, writes: ['vendor'] },
      'mod init': { writes: ['go.mod'] },
      'mod edit': { writes: ['go.mod'] },
      'mod verify': quiet,
      'mod graph': quiet,
      'mod why': quiet,
      list: fetch,
      ...each('env version clean doc help bug', quiet),
      fmt: { writes: ['.'] },
    },
    otherwise: run,
    valued: 'C',
  },
  cargo: {
    language: 'rust',
    verbs: {
      ...each('build check test bench rustc clippy doc', { ...both, writes: ['target'] }),
      run: both,
      install: both,
      fetch,
      'chef prepare': { writes: ['recipe.json'] },
      'chef cook': { ...both, writes: ['target'] },
      vendor: { downloads: true, writes: ['vendor'] },
      ...each('update generate-lockfile', { downloads: true, writes: ['Cargo.lock'] }),
      init: { writes: ['.'] },
      clean: quiet,
      version: quiet,
    },
    otherwise: build,
  },
  rustc: builder('rust'),
  rustup: { language: 'rust', verbs: { show: quiet, which: quiet }, otherwise: run },
  trunk: builder('rust'),
  'wasm-pack': builder('rust'),
  mvn: maven,
  mvnw: maven,
  gradle,
  gradlew: gradle,
  ant: builder('java'),
  javac: builder('java'),
  sbt: builder('scala'),
  lein: builder('clojure', { deps: install }),
  npm: {
    language: 'node',
    verbs: {
      ...each('install i ci add update up install-ci-test', nodeModules),
      ...each('prune dedupe uninstall remove rm', { writes: ['node_modules'] }),
      rebuild: { builds: true, writes: ['node_modules'], unknown: true },
      ...each('cache audit version ls list view outdated fund ping whoami root prefix', quiet),
      ...each('config set login', { home: ['.npmrc'] }),
      '': quiet,
    },
    otherwise: build,
    valuedLong: ['prefix', 'registry', 'workspace', 'loglevel', 'cache'],
  },
  yarn: {
    language: 'node',
    verbs: {
      ...each('install add upgrade up import', nodeModules),
      '': nodeModules,
      'global add': install,
      'workspaces focus': nodeModules,
      ...each('cache audit version list info why', quiet),
      config: { home: ['.yarnrc'] },
      set: { writes: ['.yarn', '.yarnrc.yml'] },
    },
    otherwise: build,
    valuedLong: ['cwd', 'network-timeout', 'registry', 'cache-folder', 'modules-folder'],
  },
  pnpm: {
    language: 'node',
    verbs: {
      ...each('install i add update up', nodeModules),
      fetch: nodeModules,
      prune: { writes: ['node_modules'] },
      ...each('store list ls audit', quiet),
      config: { home: ['.config/pnpm'] },
      '': quiet,
    },
    otherwise: build,
    valuedLong: ['filter', 'dir', 'registry', 'store-dir'],
    valued: 'FC',
  },
  bun: {
    language: 'node',
    verbs: { ...each('install i add ci', nodeModules), upgrade: install },
    otherwise: build,
  },
  npx: node,
  bunx: node,
  tsc: node,
  ng: node,
  vite: node,
  next: node,
  webpack: node,
  gulp: node,
  grunt: node,
  lerna: node,
  nx: node,
  turbo: node,
  bower: {
    language: 'node',
    verbs: { install: { downloads: true, writes: ['bower_components'], unknown: true } },
    otherwise: build,
  },
  'node-gyp': node,
  'node-prune': { language: 'node', verbs: {}, otherwise: { writes: ['node_modules'] } },
  corepack: { language: 'node', verbs: {}, otherwise: run },
  deno: {
    language: 'deno',
    verbs: { ...each('cache install', install), ...each('compile bundle', build) },
    otherwise: run,
  },
  pip: {
    language: 'python',
    verbs: {
      ...each('install wheel download', install),
      uninstall: run,
      ...each('list show freeze check cache help debug', quiet),
      config: { home: ['.config/pip'] },
      '': quiet,
    },
    otherwise: run,
    valuedLong: ['cache-dir', 'index-url', 'extra-index-url', 'trusted-host', 'timeout', 'proxy', 'python'],
  },
  pipx: { language: 'python', verbs: { install, ensurepath: { home: ['.bashrc'] } }, otherwise: run },
  poetry: {
    language: 'python',
    verbs: {
      ...each('install add update sync', install),
      lock: { downloads: true, writes: ['poetry.lock'] },
      build,
      config: { home: ['.config/pypoetry'] },
      ...each('check show version env cache', quiet),
    },
    otherwise: run,
    valued: 'CP',
    valuedLong: ['directory', 'project'],
  },
  pipenv: {
    language: 'python',
    verbs: { ...each('install sync update', install), lock: { downloads: true, writes: ['Pipfile.lock'] } },
    otherwise: run,
  },
  uv: {
    language: 'python',
    verbs: {
      ...each('sync add python', install),
      'pip install': install,
      'pip sync': install,
      'tool install': install,
      lock: { downloads: true, writes: ['uv.lock'] },
      venv: { writes: ['.venv'], unknown: true },
      build,
      ...each('cache version', quiet),
    },
    otherwise: run,
    valuedLong: ['directory', 'project', 'cache-dir'],
  },
  pdm: { language: 'python', verbs: { ...each('install sync add', install), build }, otherwise: run },
  easy_install: { language: 'python', verbs: {}, otherwise: install },
  'pyproject-build': builder('python'),
  conda,
  mamba: conda,
  micromamba: conda,
  dotnet: {
    language: 'dotnet',
    verbs: {
      restore: { downloads: true, writes: ['obj'], unknown: true },
      ...each('build publish test run pack msbuild', both),
      ...each('tool add workload', install),
      'nuget locals': quiet,
      nuget: run,
      'dev-certs https': { home: ['.dotnet', '.aspnet'] },
      '': quiet,
    },
    otherwise: run,
  },
  nuget: { language: 'dotnet', verbs: { restore: install }, otherwise: run },
  msbuild: builder('dotnet'),
  ld: builder('c'),
  ar: builder('c'),
  as: builder('c'),
  make: builder('make'),
  gmake: builder('make'),
  cmake: builder('c'),
  ctest: builder('c'),
  ninja: builder('c'),
  meson: builder('c'),
  configure: builder('c'),
  'autogen.sh': builder('c'),
  'bootstrap.sh': builder('c'),
  autoreconf: builder('c'),
  autoconf: builder('c'),
  automake: builder('c'),
  aclocal: builder('c'),
  libtoolize: builder('c'),
  qmake: builder('c'),
  conan: { language: 'c', verbs: { install }, otherwise: run },
  vcpkg: { language: 'c', verbs: { install: both }, otherwise: run },
  bazel: builder('bazel'),
  bazelisk: builder('bazel'),
  just: builder('just'),
  task: builder('task'),
  mage: builder('go'),
  goreleaser: builder('go'),
  xcaddy: { language: 'go', verbs: {}, otherwise: both },
  dep: { language: 'go', verbs: { ensure: { downloads: true, writes: ['vendor'] } }, otherwise: run },
  glide: {
    language: 'go',
    verbs: { ...each('install update', { downloads: true, writes: ['vendor'] }) },
    otherwise: run,
  },
  govendor: { language: 'go', verbs: { sync: { downloads: true, writes: ['vendor'] } }, otherwise: run },
  composer: {
    language: 'php',
    verbs: {
      ...each('install update require i u', {
        downloads: true,
        writes: ['vendor', 'composer.lock'],
        unknown: true,
      }),
      'create-project': install,
      ...each('dump-autoload dumpautoload', { writes: ['vendor'] }),
      ...each('clear-cache clearcache validate diagnose about show', quiet),
      config: { writes: ['composer.json'], home: ['.composer', '.config/composer'] },
    },
    otherwise: run,
    valued: 'd',
    valuedLong: ['working-dir'],
  },
  'docker-php-ext-install': builder('php'),
  'docker-php-ext-configure': builder('php'),
  'docker-php-ext-enable': { language: 'php', verbs: {}, otherwise: run },
  'install-php-extensions': { language: 'php', verbs: {}, otherwise: both },
  pecl: { language: 'php', verbs: { install: both }, otherwise: run },
  pear: { language: 'php', verbs: { install: both }, otherwise: run },
  phpize: builder('php'),
  bundle: {
    language: 'ruby',
    verbs: {
      ...each('install update package cache', install),
      '': install,
      config: { writes: ['.bundle'], home: ['.bundle'] },
      ...each('check list show version', quiet),
      clean: run,
    },
    otherwise: run,
  },
  gem: {
    language: 'ruby',
    verbs: { ...each('install update', install), build, ...each('list sources', quiet) },
    otherwise: run,
  },
  rake: builder('ruby'),
  mix: {
    language: 'elixir',
    verbs: {
      ...each('local.hex local.rebar archive.install', install),
      'deps.get': { downloads: true, writes: ['deps', 'mix.lock'] },
      ...each('deps.compile compile release phx.digest assets.deploy do', build),
    },
    otherwise: build,
  },
  rebar3: builder('erlang'),
  swift: {
    language: 'swift',
    verbs: { 'package resolve': { downloads: true, writes: ['.build'] } },
    otherwise: both,
  },
  stack: builder('haskell', { ...each('setup update', install) }),
  cabal: builder('haskell', { update: install }),
  ghc: builder('haskell'),
  zig: builder('zig'),
  dart: { language: 'dart', verbs: { 'pub get': install, compile: build }, otherwise: run },
  flutter: { language: 'dart', verbs: { 'pub get': install, build }, otherwise: run },
  shards: {
    language: 'crystal',
    verbs: { install: { downloads: true, writes: ['lib'] }, build },
    otherwise: run,
  },
  crystal: builder('crystal'),
  nimble: builder('nim'),
  nim: builder('nim'),
};
