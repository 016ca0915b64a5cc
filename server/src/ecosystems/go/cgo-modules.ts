/**
 * Go packages that call C. Compiled from the packages' own sources and build instructions as of July 2025; the Debian and
 * Alpine packages are those that hold the shared libraries (names checked against Debian 12 and 13).
 */
export interface CgoModule {
  /** Import path, or the module's with all packages below it. A trailing `/vN` may follow anywhere. */
  readonly path: string;
  /** Packages below `path` that are plain Go. */
  readonly except?: readonly string[];
  /** Debian packages that the program needs while it runs; `[]` when all it links to is the C library. */
  readonly apt: readonly string[];
  readonly apk?: readonly string[];
  /** Needs libstdc++ or libgcc. */
  readonly cxx?: true;
  /** Compiles and works without cgo too, by plain Go code or by doing less. */
  readonly pureFallback?: true;
  /** A tag that a build against musl needs. */
  readonly muslTag?: string;
  /** Libraries of its own that no package provides in a fixed version: what it needs cannot be said. */
  readonly unknownLibraries?: string;
  /** What to say to the user besides. */
  readonly note?: string;
}

const sqliteNote = 'without cgo it compiles, but every query fails';
const screen = 'X11 and OpenGL';

export const cgoModules: readonly CgoModule[] = [
  { path: 'github.com/mattn/go-sqlite3', apt: [], note: sqliteNote },
  { path: 'gorm.io/driver/sqlite', apt: [], note: sqliteNote },
  { path: 'github.com/jinzhu/gorm/dialects/sqlite', apt: [], note: sqliteNote },
  { path: 'github.com/golang-migrate/migrate/database/sqlite3', apt: [], note: sqliteNote },
  { path: 'github.com/mutecomm/go-sqlcipher', apt: [] },
  { path: 'crawshaw.io/sqlite', apt: [] },
  { path: 'github.com/bvinc/go-sqlite-lite', apt: [] },
  { path: 'github.com/tursodatabase/go-libsql', apt: [], cxx: true },
  {
    path: 'github.com/confluentinc/confluent-kafka-go',
    except: ['schemaregistry'],
    apt: [],
    muslTag: 'musl',
  },
  { path: 'gopkg.in/confluentinc/confluent-kafka-go.v1', apt: [], muslTag: 'musl' },
  { path: 'github.com/DataDog/zstd', apt: [] },
  { path: 'github.com/valyala/gozstd', apt: [] },
  { path: 'github.com/h2non/bimg', apt: ['libvips42'], apk: ['vips'] },
  { path: 'gopkg.in/h2non/bimg.v1', apt: ['libvips42'], apk: ['vips'] },
  { path: 'github.com/davidbyttow/govips', apt: ['libvips42'], apk: ['vips'] },
  { path: 'github.com/kolesa-team/go-webp', apt: ['libwebp7'], apk: ['libwebp'] },
  { path: 'github.com/chai2010/webp', apt: [] },
  { path: 'gopkg.in/gographics/imagick.v2', apt: [], unknownLibraries: 'ImageMagick' },
  { path: 'gopkg.in/gographics/imagick.v3', apt: [], unknownLibraries: 'ImageMagick' },
  {
    path: 'github.com/otiai10/gosseract',
    apt: ['libtesseract5'],
    cxx: true,
    note: 'it also reads trained data',
  },
  { path: 'github.com/google/gopacket/pcap', apt: ['libpcap0.8'], apk: ['libpcap'] },
  { path: 'github.com/gopacket/gopacket/pcap', apt: ['libpcap0.8'], apk: ['libpcap'] },
  { path: 'github.com/miekg/pkcs11', apt: [], note: 'it loads a PKCS #11 library while it runs' },
  { path: 'github.com/ThalesIgnite/crypto11', apt: [], note: 'it loads a PKCS #11 library while it runs' },
  { path: 'github.com/spacemonkeygo/openssl', apt: ['libssl3'], apk: ['libssl3'] },
  { path: 'github.com/libp2p/go-openssl', apt: ['libssl3'], apk: ['libssl3'] },
  { path: 'github.com/pebbe/zmq4', apt: ['libzmq5'], apk: ['libzmq'] },
  { path: 'gopkg.in/zeromq/goczmq.v4', apt: ['libczmq4'], apk: ['czmq'] },
  {
    path: 'github.com/coreos/go-systemd/sdjournal',
    apt: ['libsystemd0'],
    note: 'it loads libsystemd while it runs',
  },
  {
    path: 'github.com/docker/docker-credential-helpers/secretservice',
    apt: ['libsecret-1-0'],
    apk: ['libsecret'],
  },
  { path: 'github.com/gordonklaus/portaudio', apt: ['libportaudio2'], apk: ['portaudio'] },
  { path: 'github.com/hajimehoshi/oto', apt: ['libasound2'], apk: ['alsa-lib'] },
  { path: 'github.com/ebitengine/oto', apt: ['libasound2'], apk: ['alsa-lib'] },
  { path: 'gopkg.in/hraban/opus.v2', apt: ['libopus0', 'libopusfile0'], apk: ['opus', 'opusfile'] },
  { path: 'layeh.com/gopus', apt: [] },
  { path: 'github.com/alexbrainman/odbc', apt: ['libodbc2'], apk: ['unixodbc'] },
  { path: 'github.com/google/gousb', apt: ['libusb-1.0-0'], apk: ['libusb'] },
  { path: 'github.com/proglottis/gpgme', apt: ['libgpgme11'], apk: ['gpgme'] },
  { path: 'github.com/mtrmac/gpgme', apt: ['libgpgme11'], apk: ['gpgme'] },
  { path: 'github.com/seccomp/libseccomp-golang', apt: ['libseccomp2'], apk: ['libseccomp'] },
  { path: 'libvirt.org/go/libvirt', apt: ['libvirt0'], apk: ['libvirt-libs'] },
  { path: 'github.com/libvirt/libvirt-go', apt: ['libvirt0'], apk: ['libvirt-libs'] },
  { path: 'github.com/ceph/go-ceph/rados', apt: ['librados2'] },
  { path: 'github.com/ceph/go-ceph/rbd', apt: ['librbd1'] },
  { path: 'github.com/ceph/go-ceph/cephfs', apt: ['libcephfs2'] },
  { path: 'github.com/lxc/go-lxc', apt: ['liblxc1'] },
  { path: 'github.com/flier/gohs', apt: ['libhyperscan5'], cxx: true },
  { path: 'github.com/marcboeker/go-duckdb', apt: [], cxx: true },
  { path: 'github.com/duckdb/duckdb-go', apt: [], cxx: true },
  { path: 'rogchap.com/v8go', apt: [], cxx: true },
  { path: 'github.com/bytecodealliance/wasmtime-go', apt: [], cxx: true },
  { path: 'github.com/smacker/go-tree-sitter', apt: [], cxx: true },
  { path: 'github.com/tree-sitter/go-tree-sitter', apt: [] },
  { path: 'github.com/bep/golibsass', apt: [], cxx: true },
  { path: 'github.com/wellington/go-libsass', apt: [], cxx: true },
  { path: 'github.com/herumi/bls-eth-go-binary', apt: [], cxx: true },
  { path: 'github.com/supranational/blst', apt: [] },
  { path: 'github.com/ethereum/c-kzg-4844', apt: [] },
  { path: 'github.com/ethereum/go-ethereum', apt: [], pureFallback: true },
  { path: 'github.com/karalabe/hid', apt: [], pureFallback: true },
  { path: 'github.com/gen2brain/go-unarr', apt: [] },
  { path: 'github.com/opencontainers/runc/libcontainer/nsenter', apt: [] },
  {
    path: 'github.com/ebitengine/purego',
    apt: [],
    note: 'even without cgo the program is linked to the C library, to load shared libraries while it runs',
  },
  {
    path: 'github.com/yanyiwu/gojieba',
    apt: [],
    cxx: true,
    unknownLibraries: 'dictionaries in the module cache',
  },
  { path: 'github.com/libgit2/git2go', apt: [], unknownLibraries: 'a certain version of libgit2' },
  {
    path: 'github.com/linxGnu/grocksdb',
    apt: [],
    cxx: true,
    unknownLibraries: 'a certain version of RocksDB',
  },
  {
    path: 'github.com/tecbot/gorocksdb',
    apt: [],
    cxx: true,
    unknownLibraries: 'a certain version of RocksDB',
  },
  { path: 'github.com/godror/godror', apt: [], unknownLibraries: "Oracle's client libraries" },
  { path: 'github.com/mattn/go-oci8', apt: [], unknownLibraries: "Oracle's client libraries" },
  { path: 'github.com/ibmdb/go_ibm_db', apt: [], unknownLibraries: "IBM's client libraries" },
  { path: 'github.com/ibm-messaging/mq-golang', apt: [], unknownLibraries: "IBM's client libraries" },
  { path: 'github.com/apache/pulsar/pulsar-client-go', apt: [], unknownLibraries: 'libpulsar' },
  { path: 'github.com/taosdata/driver-go/taosSql', apt: [], unknownLibraries: 'libtaos' },
  { path: 'github.com/apple/foundationdb/bindings/go', apt: [], unknownLibraries: 'libfdb_c' },
  { path: 'github.com/kuzudb/go-kuzu', apt: [], unknownLibraries: 'libkuzu' },
  { path: 'github.com/wasmerio/wasmer-go', apt: [], unknownLibraries: 'libwasmer' },
  { path: 'github.com/tensorflow/tensorflow/tensorflow/go', apt: [], unknownLibraries: 'libtensorflow' },
  { path: 'github.com/wamuir/graft/tensorflow', apt: [], unknownLibraries: 'libtensorflow' },
  { path: 'github.com/yalue/onnxruntime_go', apt: [], cxx: true, unknownLibraries: 'the ONNX runtime' },
  { path: 'github.com/hillu/go-yara', apt: [], unknownLibraries: 'a certain version of libyara' },
  { path: 'github.com/iovisor/gobpf', apt: [], unknownLibraries: 'libbcc' },
  { path: 'github.com/aquasecurity/libbpfgo', apt: [], unknownLibraries: 'libbpf' },
  { path: 'github.com/asticode/go-astiav', apt: [], unknownLibraries: "FFmpeg's libraries" },
  { path: 'github.com/giorgisio/goav', apt: [], unknownLibraries: "FFmpeg's libraries" },
  { path: 'github.com/3d0c/gmf', apt: [], unknownLibraries: "FFmpeg's libraries" },
  { path: 'github.com/go-gst/go-gst', apt: [], unknownLibraries: 'GStreamer' },
  { path: 'github.com/tinyzimmer/go-gst', apt: [], unknownLibraries: 'GStreamer' },
  { path: 'github.com/aarzilli/golua', apt: [], unknownLibraries: 'a certain version of Lua' },
  { path: 'github.com/sbinet/go-python', apt: [], unknownLibraries: 'a certain version of Python' },
  { path: 'github.com/DataDog/go-python3', apt: [], unknownLibraries: 'a certain version of Python' },
  { path: 'gonum.org/v1/netlib', apt: [], unknownLibraries: 'a BLAS library' },
  { path: 'gonum.org/v1/hdf5', apt: [], unknownLibraries: 'a certain version of HDF5' },
  { path: 'gocv.io/x/gocv', apt: [], cxx: true, unknownLibraries: 'OpenCV' },
  { path: 'github.com/go-gl', except: ['mathgl'], apt: [], unknownLibraries: screen },
  { path: 'github.com/hajimehoshi/ebiten', apt: [], unknownLibraries: screen },
  { path: 'fyne.io/fyne', apt: [], unknownLibraries: screen },
  { path: 'github.com/veandco/go-sdl2', apt: [], unknownLibraries: 'SDL' },
  { path: 'github.com/gotk3/gotk3', apt: [], unknownLibraries: 'GTK' },
  { path: 'github.com/webview/webview_go', apt: [], unknownLibraries: 'GTK' },
  { path: 'github.com/go-vgo/robotgo', apt: [], unknownLibraries: screen },
  // The standard library.
  { path: 'plugin', apt: [], note: 'it loads Go plugins, which only a dynamically linked program can' },
  { path: 'runtime/cgo', apt: [] },
];

/** Shared libraries by their linker name, where the package's name is the same in Debian 12 and 13. */
export const sharedLibraries: Readonly<
  Record<string, { readonly apt: readonly string[]; readonly apk: readonly string[] }>
> = {
  ...Object.fromEntries(
    ['c', 'm', 'dl', 'rt', 'pthread', 'util', 'resolv', 'crypt'].map((name) => [name, { apt: [], apk: [] }]),
  ),
  z: { apt: ['zlib1g'], apk: ['zlib'] },
  bz2: { apt: ['libbz2-1.0'], apk: ['libbz2'] },
  lzma: { apt: ['liblzma5'], apk: ['xz-libs'] },
  zstd: { apt: ['libzstd1'], apk: ['zstd-libs'] },
  lz4: { apt: ['liblz4-1'], apk: ['lz4-libs'] },
  snappy: { apt: ['libsnappy1v5'], apk: ['snappy'] },
  sqlite3: { apt: ['libsqlite3-0'], apk: ['sqlite-libs'] },
  ssl: { apt: ['libssl3'], apk: ['libssl3'] },
  crypto: { apt: ['libssl3'], apk: ['libcrypto3'] },
  curl: { apt: ['libcurl4'], apk: ['libcurl'] },
  xml2: { apt: ['libxml2'], apk: ['libxml2'] },
  xslt: { apt: ['libxslt1.1'], apk: ['libxslt'] },
  pq: { apt: ['libpq5'], apk: ['libpq'] },
  pcap: { apt: ['libpcap0.8'], apk: ['libpcap'] },
  zmq: { apt: ['libzmq5'], apk: ['libzmq'] },
  czmq: { apt: ['libczmq4'], apk: ['czmq'] },
  rdkafka: { apt: ['librdkafka1'], apk: ['librdkafka'] },
  vips: { apt: ['libvips42'], apk: ['vips'] },
  webp: { apt: ['libwebp7'], apk: ['libwebp'] },
  systemd: { apt: ['libsystemd0'], apk: [] },
  sodium: { apt: ['libsodium23'], apk: ['libsodium'] },
  gmp: { apt: ['libgmp10'], apk: ['gmp'] },
  ffi: { apt: ['libffi8'], apk: ['libffi'] },
  udev: { apt: ['libudev1'], apk: ['eudev-libs'] },
  pam: { apt: ['libpam0g'], apk: ['linux-pam'] },
  seccomp: { apt: ['libseccomp2'], apk: ['libseccomp'] },
  'usb-1.0': { apt: ['libusb-1.0-0'], apk: ['libusb'] },
  portaudio: { apt: ['libportaudio2'], apk: ['portaudio'] },
  opus: { apt: ['libopus0'], apk: ['opus'] },
  asound: { apt: ['libasound2'], apk: ['alsa-lib'] },
  freetype: { apt: ['libfreetype6'], apk: ['freetype'] },
  fontconfig: { apt: ['libfontconfig1'], apk: ['fontconfig'] },
  mnl: { apt: ['libmnl0'], apk: ['libmnl'] },
  virt: { apt: ['libvirt0'], apk: ['libvirt-libs'] },
};

/** pkg-config names that differ from the linker's. */
export const pkgConfigNames: Readonly<Record<string, string>> = {
  zlib: 'z',
  libzmq: 'zmq',
  libczmq: 'czmq',
  libssl: 'ssl',
  libcrypto: 'crypto',
  openssl: 'ssl',
  libcurl: 'curl',
  'libxml-2.0': 'xml2',
  libxslt: 'xslt',
  libpq: 'pq',
  libpcap: 'pcap',
  libwebp: 'webp',
  libsystemd: 'systemd',
  libsodium: 'sodium',
  libffi: 'ffi',
  libudev: 'udev',
  libseccomp: 'seccomp',
  'libusb-1.0': 'usb-1.0',
  'portaudio-2.0': 'portaudio',
  alsa: 'asound',
  freetype2: 'freetype',
  libmnl: 'mnl',
  libvirt: 'virt',
  liblz4: 'lz4',
  libzstd: 'zstd',
  liblzma: 'lzma',
  rdkafka: 'rdkafka',
};
