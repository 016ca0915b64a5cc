import type { PackageManager } from './package-names';

/**
 * Packages with the shared libraries whose headers a `-dev` package brings, where the name is the same in all releases
 * that are still supported. Debian's `t64` packages provide the older names. Sources: packages.debian.org, pkgs.alpinelinux.org.
 */
const DEBIAN: Readonly<Record<string, readonly string[]>> = {
  'libpq-dev': ['libpq5'],
  'postgresql-server-dev-all': ['libpq5'],
  'default-libmysqlclient-dev': ['libmariadb3'],
  'libmariadb-dev': ['libmariadb3'],
  'libmariadb-dev-compat': ['libmariadb3'],
  'libmariadbclient-dev': ['libmariadb3'],
  'libsqlite3-dev': ['libsqlite3-0'],
  'libcurl4-openssl-dev': ['libcurl4'],
  'libcurl4-gnutls-dev': ['libcurl3-gnutls'],
  'libxml2-dev': ['libxml2'],
  'libxslt1-dev': ['libxslt1.1'],
  'libxslt-dev': ['libxslt1.1'],
  'libvips-dev': ['libvips42'],
  'libjpeg-dev': ['libjpeg62-turbo'],
  'libjpeg62-turbo-dev': ['libjpeg62-turbo'],
  'libpng-dev': ['libpng16-16'],
  'libfreetype-dev': ['libfreetype6'],
  'libfreetype6-dev': ['libfreetype6'],
  'libgmp-dev': ['libgmp10'],
  'libreadline-dev': ['libreadline8'],
  'libyaml-dev': ['libyaml-0-2'],
  'libsodium-dev': ['libsodium23'],
  'librdkafka-dev': ['librdkafka1'],
  'libzmq3-dev': ['libzmq5'],
  'libssh2-1-dev': ['libssh2-1'],
  'libsnappy-dev': ['libsnappy1v5'],
  'liblz4-dev': ['liblz4-1'],
  'libzstd-dev': ['libzstd1'],
  'libbz2-dev': ['libbz2-1.0'],
  'liblzma-dev': ['liblzma5'],
  'zlib1g-dev': ['zlib1g'],
  'libsasl2-dev': ['libsasl2-2'],
  'libgeos-dev': ['libgeos-c1v5'],
  'unixodbc-dev': ['unixodbc'],
  'freetds-dev': ['libsybdb5'],
  'libncurses-dev': ['libncurses6'],
  'libncurses5-dev': ['libncurses6'],
  'libonig-dev': ['libonig5'],
  'libpcre2-dev': ['libpcre2-8-0'],
  'libmemcached-dev': ['libmemcached11'],
  'libxmlsec1-dev': ['libxmlsec1', 'libxmlsec1-openssl'],
  'libmagic-dev': ['libmagic1'],
  'libuv1-dev': ['libuv1'],
  'uuid-dev': ['libuuid1'],
  'libcairo2-dev': ['libcairo2'],
  'libpango1.0-dev': ['libpango-1.0-0', 'libpangocairo-1.0-0'],
  'libglib2.0-dev': ['libglib2.0-0'],
  'libportaudio-dev': ['libportaudio2'],
  'portaudio19-dev': ['libportaudio2'],
  'libsndfile1-dev': ['libsndfile1'],
};

/** Development packages of libraries that every image of Debian's with an interpreter has already. */
const everywhere = new Set([
  'libc6-dev',
  'libssl-dev',
  'libffi-dev',
  'libexpat1-dev',
  'linux-libc-dev',
  'python3-dev',
  'ruby-dev',
]);

const ALPINE: Readonly<Record<string, readonly string[]>> = {
  'postgresql-dev': ['libpq'],
  'libpq-dev': ['libpq'],
  'mariadb-dev': ['mariadb-connector-c'],
  'mariadb-connector-c-dev': ['mariadb-connector-c'],
  'mysql-dev': ['mariadb-connector-c'],
  'sqlite-dev': ['sqlite-libs'],
  'libxml2-dev': ['libxml2'],
  'libxslt-dev': ['libxslt'],
  'curl-dev': ['libcurl'],
  'vips-dev': ['vips'],
  'jpeg-dev': ['libjpeg-turbo'],
  'libjpeg-turbo-dev': ['libjpeg-turbo'],
  'libpng-dev': ['libpng'],
  'freetype-dev': ['freetype'],
  'libwebp-dev': ['libwebp'],
  'tiff-dev': ['tiff'],
  'lcms2-dev': ['lcms2'],
  'openjpeg-dev': ['openjpeg'],
  'zlib-dev': ['zlib'],
  'libzip-dev': ['libzip'],
  'icu-dev': ['icu-libs'],
  'oniguruma-dev': ['oniguruma'],
  'gmp-dev': ['gmp'],
  'yaml-dev': ['yaml'],
  'libsodium-dev': ['libsodium'],
  'librdkafka-dev': ['librdkafka'],
  'readline-dev': ['readline'],
  'ncurses-dev': ['ncurses-libs'],
  'openldap-dev': ['libldap'],
  'geos-dev': ['geos'],
  'gdal-dev': ['gdal'],
  'proj-dev': ['proj'],
  'cairo-dev': ['cairo'],
  'pango-dev': ['pango'],
  'glib-dev': ['glib'],
  'imagemagick-dev': ['imagemagick'],
  'libmemcached-dev': ['libmemcached-libs'],
  'unixodbc-dev': ['unixodbc'],
  'freetds-dev': ['freetds'],
};

const everywhereOnAlpine = new Set([
  'musl-dev',
  'libc-dev',
  'openssl-dev',
  'libffi-dev',
  'linux-headers',
  'python3-dev',
  'ruby-dev',
  'expat-dev',
  'bzip2-dev',
  'xz-dev',
]);

/**
 * What a running program needs of a library whose development package was installed: packages; none where every image
 * has it; undefined when it is not known, or when the package is no development package of a library.
 */
export function librariesBehind(manager: PackageManager, name: string): readonly string[] | undefined {
  const [table, common] = manager === 'apk' ? [ALPINE, everywhereOnAlpine] : [DEBIAN, everywhere];
  if (manager !== 'apk' && manager !== 'apt') return undefined;
  if (common.has(name)) return [];
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
