/** pkg-config modules whose libraries have other names. */
const modules: Readonly<Record<string, readonly string[]>> = {
  libcurl: ['curl'],
  openssl: ['ssl', 'crypto'],
  libssl: ['ssl'],
  libcrypto: ['crypto'],
  sqlite3: ['sqlite3'],
  libpq: ['pq'],
  zlib: ['z'],
  'libxml-2.0': ['xml2'],
  libuv: ['uv'],
  libevent: ['event'],
  libzmq: ['zmq'],
  'yaml-0.1': ['yaml'],
  jansson: ['jansson'],
  'json-c': ['json-c'],
  libcjson: ['cjson'],
  hiredis: ['hiredis'],
  libmicrohttpd: ['microhttpd'],
  libsodium: ['sodium'],
  'libusb-1.0': ['usb-1.0'],
  'dbus-1': ['dbus-1'],
  alsa: ['asound'],
  fontconfig: ['fontconfig'],
  freetype2: ['freetype'],
  libpng: ['png'],
  ncurses: ['ncurses'],
  ncursesw: ['ncursesw'],
  readline: ['readline'],
  fmt: ['fmt'],
  spdlog: ['spdlog'],
  jsoncpp: ['jsoncpp'],
  'yaml-cpp': ['yaml-cpp'],
  protobuf: ['protobuf'],
  'grpc++': ['grpc++'],
  libpqxx: ['pqxx'],
  mariadb: ['mariadb'],
  mysqlclient: ['mysqlclient'],
  libmosquitto: ['mosquitto'],
  rdkafka: ['rdkafka'],
  uuid: ['uuid'],
  threads: [],
};

/** Libraries of a pkg-config module; undefined when the module is not known. */
export function librariesOfModule(module: string): readonly string[] | undefined {
  return Object.hasOwn(modules, module) ? modules[module] : undefined;
}

/** Targets and variables of CMake's find modules, in lower case without `_library` and `_libraries`. */
const found: Readonly<Record<string, readonly string[]>> = {
  'threads::threads': [],
  cmake_thread_libs_init: [],
  cmake_dl_libs: [],
  'openssl::ssl': ['ssl'],
  'openssl::crypto': ['crypto'],
  openssl: ['ssl', 'crypto'],
  openssl_ssl: ['ssl'],
  openssl_crypto: ['crypto'],
  'curl::libcurl': ['curl'],
  curl: ['curl'],
  'zlib::zlib': ['z'],
  zlib: ['z'],
  'sqlite::sqlite3': ['sqlite3'],
  sqlite3: ['sqlite3'],
  'postgresql::postgresql': ['pq'],
  postgresql: ['pq'],
  'openmp::openmp_cxx': ['gomp'],
  'openmp::openmp_c': ['gomp'],
  'fmt::fmt': ['fmt'],
  'fmt::fmt-header-only': [],
  'spdlog::spdlog': ['spdlog', 'fmt'],
  'spdlog::spdlog_header_only': ['fmt'],
  'nlohmann_json::nlohmann_json': [],
  'protobuf::libprotobuf': ['protobuf'],
  protobuf: ['protobuf'],
  'grpc::grpc++': ['grpc++', 'protobuf'],
  'yaml-cpp::yaml-cpp': ['yaml-cpp'],
  'jsoncpp::jsoncpp': ['jsoncpp'],
  jsoncpp_lib: ['jsoncpp'],
  'tbb::tbb': ['tbb'],
  'libxml2::libxml2': ['xml2'],
  libxml2: ['xml2'],
  'boost::boost': [],
  'boost::headers': [],
  'crow::crow': [],
  'asio::asio': [],
  'eigen3::eigen': [],
  'png::png': ['png'],
  'libuv::uv': ['uv'],
  'pugixml::pugixml': ['pugixml'],
};

/**
 * Linker names of what CMake's `target_link_libraries` is given from find modules; undefined for names that are no find
 * module's, which may be libraries themselves.
 */
export function librariesOfTarget(item: string): readonly string[] | undefined {
  const key = item.toLowerCase();
  const plain = key.replace(/_(library|libraries|lib|libs)$/, '');
  for (const name of [key, plain]) if (Object.hasOwn(found, name)) return found[name];
  const [, part] = /^boost::(\w+)$/.exec(key) ?? /^boost_(\w+)_library$/.exec(key) ?? [];
  return part === undefined ? undefined : [`boost_${part}`];
}
