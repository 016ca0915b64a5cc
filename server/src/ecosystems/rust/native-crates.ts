/**
 * Crates that bind C and C++ libraries, compiled from their build scripts as of 2025: what of theirs a program loads while
 * it runs. A crate that ends in `-sys` and is not here is not known.
 */
export interface NativeCrate {
  /** Shared libraries by the name that linkers know. */
  readonly links: readonly string[];
  /** Crates that come along in Cargo.lock when the library is compiled in instead. */
  readonly bundledBy?: readonly string[];
  /** Compiled in unless one of these packages of the distribution is there at build time. */
  readonly onlyWith?: readonly string[];
}

/** Bindings to the system or to code that they compile themselves: nothing else is loaded. */
const selfContained = new Set(
  [
    'js-sys web-sys windows-sys winapi-sys core-foundation-sys security-framework-sys',
    'system-configuration-sys linux-raw-sys inotify-sys fsevent-sys dirs-sys dirs-sys-next ittapi-sys',
    'aws-lc-sys aws-lc-fips-sys zstd-sys lz4-sys brotli-sys libz-ng-sys libz-rs-sys',
    'cloudflare-zlib-sys jemalloc-sys tikv-jemalloc-sys libmimalloc-sys snmalloc-sys rpmalloc-sys',
    'onig_sys libssh2-sys libgit2-sys librocksdb-sys lmdb-sys lmdb-rkv-sys lmdb-master-sys mdbx-sys',
    'libsql-sys clang-sys libwebp-sys libwebp-sys2 mozjpeg-sys imagequant-sys secp256k1-sys',
    'grpcio-sys boringssl-sys boring-sys objc-sys coreaudio-sys libfuzzer-sys quickjs-sys',
    'libquickjs-sys rquickjs-sys basis-universal-sys meshopt-sys xxhash-sys openh264-sys2 ndk-sys',
    'jni-sys capstone-sys netlink-sys librsync-sys libdeflate-sys isa-l-sys',
    'libbz2-rs-sys kqueue-sys libnghttp2-sys io-kit-sys IOKit-sys mac-notification-sys perf-event-open-sys prctl-sys',
    'wepoll-sys cryptoki-sys oboe-sys',
  ].flatMap((line) => line.split(' ')),
);

const crates: Readonly<Record<string, NativeCrate>> = {
  'openssl-sys': { links: ['ssl'], bundledBy: ['openssl-src'] },
  'pq-sys': { links: ['pq'], bundledBy: ['pq-src'] },
  'mysqlclient-sys': { links: ['mysqlclient'], bundledBy: ['mysqlclient-src'] },
  'libsqlite3-sys': { links: ['sqlite3'], bundledBy: ['cc'] },
  'sqlite3-sys': { links: ['sqlite3'] },
  'sqlite3-src': { links: [] },
  'libz-sys': { links: [] },
  'bzip2-sys': { links: ['bz2'], onlyWith: ['libbz2-dev', 'bzip2-dev'] },
  'lzma-sys': { links: ['lzma'], onlyWith: ['liblzma-dev', 'xz-dev'] },
  'liblzma-sys': { links: ['lzma'], onlyWith: ['liblzma-dev', 'xz-dev'] },
  'curl-sys': { links: ['curl'], onlyWith: ['libcurl4-openssl-dev', 'libcurl4-gnutls-dev', 'curl-dev'] },
  'rdkafka-sys': { links: [] },
  'libsodium-sys': { links: [] },
  'libsodium-sys-stable': { links: [] },
  'zmq-sys': { links: ['zmq'], bundledBy: ['zeromq-src'] },
  'libdbus-sys': { links: ['dbus-1'], bundledBy: ['cc'] },
  'libudev-sys': { links: ['udev'] },
  'libusb1-sys': { links: ['usb-1.0'], onlyWith: ['libusb-1.0-0-dev', 'libusb-dev'] },
  'alsa-sys': { links: ['asound'] },
  'libseccomp-sys': { links: ['seccomp'] },
  'odbc-sys': { links: ['odbc'] },
  'unixodbc-sys': { links: ['odbc'] },
  'yeslogic-fontconfig-sys': { links: ['fontconfig', 'freetype'] },
  'servo-fontconfig-sys': { links: ['fontconfig', 'freetype'] },
  'freetype-sys': { links: ['freetype'], onlyWith: ['libfreetype-dev', 'libfreetype6-dev', 'freetype-dev'] },
  'expat-sys': { links: [] },
  'libduckdb-sys': { links: [], bundledBy: ['cc'] },
  'snappy-sys': { links: ['snappy'] },
  'jansson-sys': { links: ['jansson'] },
  'gmp-mpfr-sys': { links: [] },
  'libmosquitto-sys': { links: ['mosquitto'] },
  'mosquitto-sys': { links: ['mosquitto'] },
  'rusty-leveldb': { links: [] },
  'leveldb-sys': { links: [] },
  'mlua-sys': { links: ['lua5.4'], bundledBy: ['lua-src', 'luajit-src', 'luau0-src'] },
  'libbpf-sys': { links: ['elf'] },
  libxml: { links: ['xml2'] },
  pcap: { links: ['pcap'] },
};

/** Bind libraries that load plugins or data of their own, or of which too little is known. */
const unknownCrates =
  /^(opencv|openblas-src|intel-mkl-src|pyo3-ffi|python3-sys|tch|oracle|magick_rust|gdal|sdl2|libvips|rsmpeg|portaudio|hidapi|v4l2?|libheif-rs|poppler-rs|tesseract|leptess)$/;

/** Packages of the full images of languages (buildpack-deps). Source: docker-library/buildpack-deps. */
const inFullImages = new Set([
  'libbz2-dev',
  'liblzma-dev',
  'libcurl4-openssl-dev',
  'libssl-dev',
  'zlib1g-dev',
  'libpq-dev',
  'libsqlite3-dev',
]);

export type NativeUse =
  | { readonly kind: 'links'; readonly libraries: readonly string[] }
  /** Libraries that need more in the image than what the program is linked to. */
  | { readonly kind: 'brings-more' }
  | { readonly kind: 'unknown' }
  /** Plain Rust, or all compiled in. */
  | { readonly kind: 'nothing' };

/**
 * What a crate brings that the program loads while it runs.
 * @param along names of the crates that it needs itself, as Cargo.lock has them
 * @param installed OS packages that the stage installs
 * @param isFull the builder is an image with the usual development packages
 */
export function nativeUse(
  name: string,
  along: readonly string[],
  installed: ReadonlySet<string>,
  isFull: boolean,
): NativeUse {
  const crate = Object.hasOwn(crates, name) ? crates[name] : undefined;
  if (crate) {
    if (crate.bundledBy?.some((each) => along.includes(each))) return { kind: 'nothing' };
    const isThere = (each: string) => installed.has(each) || (isFull && inFullImages.has(each));
    if (crate.onlyWith && !crate.onlyWith.some(isThere)) return { kind: 'nothing' };
    return crate.links.length === 0 ? { kind: 'nothing' } : { kind: 'links', libraries: crate.links };
  }
  if (selfContained.has(name)) return { kind: 'nothing' };
  if (unknownCrates.test(name)) return { kind: 'brings-more' };
  return /[-_]sys$/.test(name) ? { kind: 'unknown' } : { kind: 'nothing' };
}
