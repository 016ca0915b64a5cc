import type { CarriedParts } from './image';

/** Where the builder puts them, and where the runtime image has them: a folder of their own, empty in every base image. */
const GATHERED = '/shared-libraries';
const FOLDER = '/usr/local/lib';

/**
 * What glibc itself brings: it belongs to the loader of the image that runs, and is never mixed with another's. Source: the
 * file lists of Debian's libc6.
 */
const ofGlibc =
  'ld-linux|ld64|lib(c|m|mvec|dl|rt|pthread|util|resolv|anl|nsl|thread_db|BrokenLocale|nss_[a-z]+)\\.so';

/**
 * The shared libraries that programs are linked to, copied from the builder under the names that the loader looks for. Asked
 * of the loader itself, which knows them whatever made them: a package, or the build.
 * @param programs absolute paths in the builder
 */
export function gatheredLibraries(programs: readonly string[]): CarriedParts {
  const named = programs.map((path) => (/^[\w./+@-]+$/.test(path) ? path : `'${path}'`)).join(' ');
  const text = [
    `RUN ! ldd ${named} | grep 'not found' \\`,
    `    && mkdir -p ${GATHERED} \\`,
    `    && ldd ${named} \\`,
    `    | awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "/(${ofGlibc.replaceAll('\\.', '[.]')})" { print $3 }' \\`,
    `    | sort -u | xargs -r cp -Lt ${GATHERED}`,
  ].join('\n');
  return {
    prepares: [
      {
        text,
        reason:
          'gathers the shared libraries that the program is linked to, but for those of the C library, which the runtime image has',
      },
    ],
    copies: [{ from: GATHERED, to: FOLDER, reason: 'the shared libraries that the program is linked to' }],
    env: [{ name: 'LD_LIBRARY_PATH', value: FOLDER, reason: 'where the shared libraries lie' }],
  };
}

/**
 * Libraries, by the name that linkers know, that load plugins or read data files of their own while they run: the loader
 * names neither. Sources: the file lists of Debian's packages.
 */
const loadsMore =
  /^(mysqlclient\w*|mysqlcppconn\d*|mariadb\w*|odbc\w*|iodbc\w*|Magick\w*.*|GraphicsMagick.*|vips.*|gst\w*-.*|Qt\d?\w*|qt-mt|gtk-.*|gdk.*|webkit\w*-.*|GL\w*|EGL|OpenGL|OpenCL|vulkan|SDL\w*|asound|pulse.*|jack|portaudio|fontconfig|pango.*|cairo|rsvg.*|poppler.*|magic|proj|gdal|tesseract|opencv_.*|vlc|sane|nss3|nspr4|smime3|ncurses\w*|curses|tinfo\w*|readline|history|form\w*|menu\w*|panel\w*|lua[-\d.]*|luajit.*|python\d?.*|ruby.*|perl|tcl.*|tk.*|guile.*|jvm|mono.*|node|php.*|fuse\d?|krb5|gssapi.*|sasl2|ldap|virt|rados|hwloc|mpi.*|cuda.*|nvinfer|torch.*|tensorflow.*|onnxruntime|espeak.*|hunspell.*|aspell|enchant.*|X11|xcb.*|wayland.*|glib-.*|gio-.*|girepository.*|pcsclite|avdevice|openal|sensors)$/;

/** True for a library that needs more in the image that runs it than what it is linked to. */
export function loadsFilesOfItsOwn(library: string): boolean {
  return loadsMore.test(library);
}

const heavyPackages =
  /^(lib(graphics)?magick|graphicsmagick|libvips|libgst|qt\d|libqt|qtbase|qml|libgtk|libgdk|libwebkit|libmariadb|libmysql|default-libmysqlclient|libsdl|libopencv|libproj|libgdal|libtesseract|liblua|libluajit|python3?(\.\d+)?-dev|unixodbc-dev|tcl|tk)/;

/** True for a package whose libraries load plugins or data of their own, of which a linker names too little. */
export function isHeavyPackage(name: string): boolean {
  return heavyPackages.test(name);
}

/** True for a package with shared libraries and nothing beside them: `libpq5`, `libssl3t64`. */
export function isSharedLibraryPackage(name: string): boolean {
  const isLibrary = /^lib[a-z0-9.+-]*\d[a-z0-9.+-]*$/.test(name);
  return isLibrary && !/-(dev|bin|utils|tools|data|common)$/.test(name) && !heavyPackages.test(name);
}
