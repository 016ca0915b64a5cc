import type { BaseImage } from './image';

/** What has a shared library at run time. */
export type LibrarySource =
  /** In every image with a C library of its kind, distroless `cc` included. */
  | { readonly kind: 'everywhere' }
  /** OpenSSL 3, which distroless `base` and `cc` have. */
  | { readonly kind: 'openssl' }
  | { readonly kind: 'package'; readonly name: string };

/** Runtime package in Debian 12; in Debian 13 where it has another name; in Alpine. */
interface LibraryPackages {
  readonly bookworm?: string;
  readonly trixie?: string;
  readonly apk?: string;
  /** The name has the version of the library, which other releases do not share. */
  readonly versioned?: true;
}

const everywhere = new Set(
  'c m pthread dl rt util resolv stdc++ stdc++fs supc++ gcc gcc_s gomp z zstd'.split(' '),
);

/**
 * Shared libraries by the name that linkers know (`pq` of `-lpq`). Checked against the package lists of Debian 12 and 13;
 * the Alpine names against its package index of 3.20.
 */
const packages: Readonly<Record<string, LibraryPackages>> = {
  pq: { bookworm: 'libpq5', apk: 'libpq' },
  sqlite3: { bookworm: 'libsqlite3-0', apk: 'sqlite-libs' },
  mysqlclient: { bookworm: 'libmariadb3', apk: 'mariadb-connector-c' },
  mariadb: { bookworm: 'libmariadb3', apk: 'mariadb-connector-c' },
  curl: { bookworm: 'libcurl4', trixie: 'libcurl4t64', apk: 'libcurl' },
  lzma: { bookworm: 'liblzma5', apk: 'xz-libs' },
  bz2: { bookworm: 'libbz2-1.0', apk: 'libbz2' },
  lz4: { bookworm: 'liblz4-1', apk: 'lz4-libs' },
  snappy: { bookworm: 'libsnappy1v5', apk: 'snappy' },
  xml2: { bookworm: 'libxml2', apk: 'libxml2' },
  xslt: { bookworm: 'libxslt1.1', apk: 'libxslt' },
  yaml: { bookworm: 'libyaml-0-2', apk: 'yaml' },
  ffi: { bookworm: 'libffi8', apk: 'libffi', versioned: true },
  event: { bookworm: 'libevent-2.1-7', trixie: 'libevent-2.1-7t64', apk: 'libevent' },
  event_core: { bookworm: 'libevent-2.1-7', trixie: 'libevent-2.1-7t64', apk: 'libevent' },
  ev: { bookworm: 'libev4', trixie: 'libev4t64', apk: 'libev' },
  uv: { bookworm: 'libuv1', trixie: 'libuv1t64', apk: 'libuv' },
  pcap: { bookworm: 'libpcap0.8', trixie: 'libpcap0.8t64', apk: 'libpcap' },
  'usb-1.0': { bookworm: 'libusb-1.0-0', apk: 'libusb' },
  udev: { bookworm: 'libudev1', apk: 'eudev-libs' },
  'dbus-1': { bookworm: 'libdbus-1-3', apk: 'dbus-libs' },
  asound: { bookworm: 'libasound2', trixie: 'libasound2t64', apk: 'alsa-lib' },
  sodium: { bookworm: 'libsodium23', apk: 'libsodium' },
  zmq: { bookworm: 'libzmq5', apk: 'libzmq' },
  'pcre2-8': { bookworm: 'libpcre2-8-0', apk: 'pcre2' },
  microhttpd: {
    bookworm: 'libmicrohttpd12',
    trixie: 'libmicrohttpd12t64',
    apk: 'libmicrohttpd',
    versioned: true,
  },
  jansson: { bookworm: 'libjansson4', apk: 'jansson' },
  'json-c': { bookworm: 'libjson-c5', apk: 'json-c' },
  cjson: { bookworm: 'libcjson1', apk: 'cjson' },
  hiredis: { bookworm: 'libhiredis0.14', trixie: 'libhiredis1.1.0', apk: 'hiredis' },
  ncurses: { bookworm: 'libncurses6', apk: 'ncurses-libs' },
  ncursesw: { bookworm: 'libncursesw6', apk: 'ncurses-libs' },
  tinfo: { bookworm: 'libtinfo6', apk: 'ncurses-libs' },
  readline: { bookworm: 'libreadline8', trixie: 'libreadline8t64', apk: 'readline' },
  gmp: { bookworm: 'libgmp10', apk: 'gmp' },
  mpfr: { bookworm: 'libmpfr6', apk: 'mpfr4' },
  fontconfig: { bookworm: 'libfontconfig1', apk: 'fontconfig' },
  freetype: { bookworm: 'libfreetype6', apk: 'freetype' },
  png: { bookworm: 'libpng16-16', trixie: 'libpng16-16t64', apk: 'libpng' },
  uuid: { bookworm: 'libuuid1', apk: 'libuuid' },
  mosquitto: { bookworm: 'libmosquitto1', apk: 'mosquitto-libs' },
  rdkafka: { bookworm: 'librdkafka1', apk: 'librdkafka' },
  atomic: { bookworm: 'libatomic1', apk: 'libatomic' },
  seccomp: { bookworm: 'libseccomp2', apk: 'libseccomp' },
  cap: { bookworm: 'libcap2', apk: 'libcap2' },
  nghttp2: { bookworm: 'libnghttp2-14', apk: 'nghttp2-libs' },
  elf: { bookworm: 'libelf1', trixie: 'libelf1t64', apk: 'libelf' },
  unwind: { bookworm: 'libunwind8', apk: 'libunwind' },
  leveldb: { bookworm: 'libleveldb1d', apk: 'leveldb' },
  pugixml: { bookworm: 'libpugixml1v5', apk: 'pugixml' },
  tbb: { bookworm: 'libtbb12', apk: 'onetbb', versioned: true },
  odbc: { bookworm: 'libodbc2', apk: 'unixodbc', versioned: true },
  maxminddb: { bookworm: 'libmaxminddb0', apk: 'libmaxminddb' },
  numa: { bookworm: 'libnuma1', apk: 'numactl' },
  aio: { bookworm: 'libaio1', trixie: 'libaio1t64', apk: 'libaio' },
  'lua5.4': { bookworm: 'liblua5.4-0', apk: 'lua5.4-libs' },
  'lua5.3': { bookworm: 'liblua5.3-0', apk: 'lua5.3-libs' },
  fmt: { bookworm: 'libfmt9', trixie: 'libfmt10', versioned: true },
  spdlog: { bookworm: 'libspdlog1.10', trixie: 'libspdlog1.15', versioned: true },
  jsoncpp: { bookworm: 'libjsoncpp25', trixie: 'libjsoncpp26', apk: 'jsoncpp', versioned: true },
  'yaml-cpp': { bookworm: 'libyaml-cpp0.7', trixie: 'libyaml-cpp0.8', apk: 'yaml-cpp', versioned: true },
  protobuf: { bookworm: 'libprotobuf32', trixie: 'libprotobuf32t64', versioned: true },
  'grpc++': { bookworm: 'libgrpc++1.51', trixie: 'libgrpc++1.51t64', versioned: true },
  pqxx: { bookworm: 'libpqxx-6.4', trixie: 'libpqxx-7.10', versioned: true },
  cpprest: { bookworm: 'libcpprest2.10', versioned: true },
  glog: { bookworm: 'libgoogle-glog0v6', trixie: 'libgoogle-glog0v6t64', versioned: true },
  gflags: { bookworm: 'libgflags2.2' },
  rocksdb: { bookworm: 'librocksdb7.8', trixie: 'librocksdb9.10', versioned: true },
  archive: { bookworm: 'libarchive13', trixie: 'libarchive13t64', apk: 'libarchive' },
};

const boostVersions: Readonly<Record<string, string>> = { bookworm: '1.74.0', trixie: '1.83.0' };
const boostParts =
  /^boost_(atomic|chrono|date_time|filesystem|iostreams|locale|log|program_options|random|regex|serialization|system|thread|url)$/;

/**
 * Where a program finds a shared library that it was linked to on an image of the builder's distribution; undefined when
 * that is not known.
 */
export function librarySource(library: string, builder: BaseImage | undefined): LibrarySource | undefined {
  if (library === 'ssl' || library === 'crypto') return { kind: 'openssl' };
  const { name: distribution, codename, version } = builder?.distribution ?? {};
  const isAlpine = distribution === 'alpine';
  if (everywhere.has(library) && !isAlpine) return { kind: 'everywhere' };
  if (isAlpine && /^(c|m|pthread|dl|rt|util|z)$/.test(library)) return { kind: 'everywhere' };
  if (isAlpine && /^(gcc|gcc_s|stdc\+\+)$/.test(library))
    return { kind: 'package', name: library === 'stdc++' ? 'libstdc++' : 'libgcc' };
  const entry = Object.hasOwn(packages, library) ? packages[library] : undefined;
  if (isAlpine) return entry?.apk === undefined ? undefined : { kind: 'package', name: entry.apk };
  const [, part] = boostParts.exec(library) ?? [];
  if (part !== undefined) {
    const boost = boostVersions[codename ?? ''];
    return boost === undefined || distribution !== 'debian'
      ? undefined
      : { kind: 'package', name: `libboost-${part.replaceAll('_', '-')}${boost}` };
  }
  if (entry?.bookworm === undefined) return undefined;
  const isNew = codename === 'trixie' || (distribution === 'ubuntu' && parseInt(version ?? '') >= 24);
  const isKnown =
    codename === 'bookworm' ||
    codename === 'trixie' ||
    (!entry.versioned && (codename === 'bullseye' || distribution === 'ubuntu'));
  if (!isKnown) return undefined;
  return { kind: 'package', name: isNew ? (entry.trixie ?? entry.bookworm) : entry.bookworm };
}
