import type { Lock } from './lock';
import type { LockedPackage } from './locked-package';
import { productionPackages } from './lock';
import type { Manifest } from './manifest';

/** What the installed packages ask of the image that runs them. */
export interface PackageNeeds {
  /** A package with machine code, or one of which it is not known; undefined when all are JavaScript. */
  readonly native: string | undefined;
  /** Runtime libraries of the distribution that packages are linked with. */
  readonly apt: readonly string[];
  readonly apk: readonly string[];
  /** Machine code may be linked with libraries of the distribution, for all that is known. */
  readonly mayLink: boolean;
  /** A package that is linked with libraries that no table knows, or that brings a browser. */
  readonly beyond: string | undefined;
  /** Programs that packages start, with the package that starts them. */
  readonly programs: ReadonlyMap<string, string>;
  /** Prisma with an engine of its own, which looks for OpenSSL by shell commands. */
  readonly prismaEngine: boolean;
}

const none = { apt: [], apk: [] };

/**
 * Packages with machine code, and the libraries of the distribution that they load: most bring them along. Source: the
 * packages' own installation pages.
 */
const nativePackages: Readonly<
  Record<string, { readonly apt: readonly string[]; readonly apk: readonly string[] }>
> = {
  ...Object.fromEntries(
    [
      'bcrypt sharp sqlite3 better-sqlite3 argon2 @node-rs/argon2 @node-rs/bcrypt canvas @napi-rs/canvas skia-canvas',
      'bufferutil utf-8-validate msgpackr-extract cbor-extract cpu-features ssh2 zeromq node-pty leveldown classic-level',
      'lmdb rocksdb snappy iconv re2 farmhash murmurhash-native xxhash heapdump v8-profiler-next @datadog/native-metrics',
      '@datadog/pprof dd-trace @newrelic/native-metrics @grpc/grpc-tools grpc couchbase kerberos mongodb-client-encryption',
      'node-sass sass-embedded esbuild @swc/core @parcel/watcher lightningcss @tailwindcss/oxide onnxruntime-node',
      '@tensorflow/tfjs-node @mapbox/node-pre-gyp duckdb @duckdb/node-api libsql @libsql/client isolated-vm vm2 deasync',
      'serialport @serialport/bindings-cpp bigint-buffer sodium-native secp256k1 keccak tiny-secp256k1 blake3 microtime',
      'uws uWebSockets.js hiredis ref-napi ffi-napi weak-napi node-expat libxmljs libxmljs2 unix-dgram posix fsevents',
      '@prisma/client @prisma/engines prisma oracledb ibm_db @sentry/profiling-node @napi-rs/snappy nodejieba',
      'aws-crt swisseph ultimate-express hyper-express @confluentinc/kafka-javascript',
    ].flatMap((line) => line.split(' ').map((name) => [name, none])),
  ),
  'pg-native': { apt: ['libpq5'], apk: ['libpq'] },
  libpq: { apt: ['libpq5'], apk: ['libpq'] },
  // The full images have fonts, which text is drawn with.
  ...Object.fromEntries(
    ['canvas', '@napi-rs/canvas', 'skia-canvas', 'chartjs-node-canvas'].map((name) => [
      name,
      { apt: ['fontconfig', 'fonts-dejavu-core'], apk: [] },
    ]),
  ),
  odbc: { apt: ['unixodbc'], apk: ['unixodbc'] },
};

/** Linked with libraries whose packages differ from release to release, or in need of a whole browser or display. */
const beyondTables = new Set(
  [
    'puppeteer playwright @playwright/test playwright-chromium playwright-firefox playwright-webkit chromium cypress electron',
    'node-rdkafka opencv4nodejs @u4/opencv4nodejs gl robotjs usb node-hid iohook speaker gdal node-libcurl phantomjs',
    'phantomjs-prebuilt bluetooth-hci-socket @abandonware/noble nightmare whatsapp-web.js node-webkit midi naudiodon python-shell pythonia node-calls-python html-pdf',
  ].flatMap((line) => line.split(' ')),
);

/** They run something when they are installed, and leave no machine code. */
const harmlessInstallers =
  /^(core-js(-pure|-bundle)?|es5-ext|protobufjs|@apollo\/protobufjs|nodemon|@nestjs\/core|@?styled-components|husky|preact|bootstrap-vue|vue-demi|@fortawesome\/.+|@scarf\/scarf|@nuxtjs\/.+|nuxt|@firebase\/util|aws-sdk|@sentry\/cli|ejs|highlight\.js|less|sweetalert2|inferno|msw|yorkie|web3(-.+)?|bcryptjs)$/;

/** Packages that start a program of the image. */
const starts: Readonly<Record<string, readonly string[]>> = {
  'fluent-ffmpeg': ['ffmpeg', 'ffprobe'],
  gm: ['convert'],
  imagemagick: ['convert'],
  'simple-git': ['git'],
  nodegit: ['git'],
  wkhtmltopdf: ['wkhtmltopdf'],
  'node-tesseract-ocr': ['tesseract'],
  systeminformation: ['sh'],
  'node-os-utils': ['sh'],
  'check-disk-space': ['sh'],
  pidusage: ['ps'],
  ping: ['ping'],
  'ps-list': ['ps'],
  'tree-kill': ['ps'],
  'pdf-poppler': ['pdftoppm'],
  'node-poppler': ['pdftoppm'],
};

/** Pure JavaScript, its dependencies included: so well known that they need no lock file to tell. */
const pureTrees = new Set(
  [
    'express koa fastify hapi @hapi/hapi restify cors helmet morgan body-parser cookie-parser express-session compression',
    'dotenv axios node-fetch got request lodash underscore moment dayjs date-fns uuid nanoid debug chalk winston pino',
    'bcryptjs jsonwebtoken passport passport-jwt passport-local mongodb mongoose mysql mysql2 pg redis ioredis knex',
    'sequelize objection socket.io ws ejs pug hbs handlebars mustache nunjucks joi yup zod ajv validator express-validator',
    'multer formidable cheerio nodemailer amqplib kafkajs mqtt cron node-cron node-schedule bull bullmq agenda',
    'connect serve-static serve-favicon http-errors http-proxy http-proxy-middleware method-override connect-flash',
    'express-rate-limit express-async-handler swagger-ui-express swagger-jsdoc graphql @apollo/server apollo-server',
    'react react-dom prop-types redux react-redux react-router-dom serve http-server json-server koa-router @koa/router',
    'koa-bodyparser koa-static async bluebird rxjs reflect-metadata class-validator class-transformer tslib typeorm',
    'pino-pretty express-pino-logger prom-client cloudevents @slack/bolt stripe twilio csv-parse csv-parser xml2js yaml',
    'js-yaml minimist yargs commander semver mime qs chalk colors cross-env connect-mongo express-handlebars marked',
    'hono @hono/node-server fastify-plugin discord.js node-telegram-bot-api telegraf openai ejs-mate connect-redis consolidate faker @faker-js/faker find-my-way',
  ].flatMap((line) => line.split(' ')),
);

/** Scopes whose packages are all JavaScript. */
const pureScopes = /^@(types|nestjs|fastify|hapi|koa|hono|apollo|opentelemetry|aws-sdk|octokit|trpc)\//;

/** Reads a lock file where there is one. Without it only the names in package.json are known. */
export function needsOfPackages(manifest: Manifest, lock: Lock | undefined): PackageNeeds {
  const direct = [...manifest.production.keys()];
  const packages: readonly LockedPackage[] = lock ? productionPackages(lock, direct) : [];
  const names = [...new Set([...direct, ...packages.map(({ name }) => name)])];
  const libraries = names.flatMap((name) =>
    Object.hasOwn(nativePackages, name) ? (nativePackages[name] ?? none) : [],
  );
  const compiled = packages.filter((each) => isNative(each)).map(({ name }) => name);
  const prisma = names.find((name) => name === '@prisma/client') !== undefined;
  return {
    native:
      names.find((name) => Object.hasOwn(nativePackages, name) && name !== 'fsevents') ??
      compiled[0] ??
      (lock ? undefined : direct.find((name) => !pureTrees.has(name) && !pureScopes.test(name))),
    apt: [...new Set(libraries.flatMap(({ apt }) => apt))],
    apk: [...new Set(libraries.flatMap(({ apk }) => apk))],
    mayLink:
      names.includes('canvas') || !lock || compiled.some((name) => !Object.hasOwn(nativePackages, name)),
    beyond: names.find((name) => beyondTables.has(name)),
    programs: new Map(
      direct.flatMap((name) =>
        (Object.hasOwn(starts, name) ? (starts[name] ?? []) : []).map((program) => [program, name] as const),
      ),
    ),
    // Since version 7 queries are compiled to WebAssembly and the database's own driver is used.
    prismaEngine:
      prisma && !/^[\^~>=v\s]*([7-9]|\d\d)(\.|$)/.test(manifest.production.get('@prisma/client') ?? ''),
  };
}

function isNative({ name, installs, platform }: LockedPackage): boolean {
  if (name === 'fsevents') return false;
  return platform || (installs && !harmlessInstallers.test(name));
}
