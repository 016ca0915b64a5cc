/** What a package needs of the operating system while it runs, beside what its wheels bring. */
interface SystemNeed {
  /** OS packages, by package manager. */
  readonly apt: readonly string[];
  readonly apk: readonly string[];
  /** `linked`: the loader finds them; `opened`: by name, with the system's list of libraries; `started`: programs. */
  readonly how: 'linked' | 'opened' | 'started';
}

const linked = (apt: string, apk: string): SystemNeed => need('linked', apt, apk);
const opened = (apt: string, apk: string): SystemNeed => need('opened', apt, apk);
const started = (apt: string, apk: string): SystemNeed => need('started', apt, apk);

function need(how: SystemNeed['how'], apt: string, apk: string): SystemNeed {
  const split = (text: string) => text.split(' ').filter((name) => name !== '');
  return { how, apt: split(apt), apk: split(apk) };
}

/** Sources: the packages' own installation pages, and what their wheels on PyPI hold. */
const needs: Readonly<Record<string, SystemNeed>> = {
  // Built from source against the library of the system
  psycopg2: linked('libpq5', 'libpq'),
  'psycopg-c': linked('libpq5', 'libpq'),
  mysqlclient: linked('libmariadb3', 'mariadb-connector-c'),
  pycurl: linked('libcurl4', 'libcurl'),
  pyodbc: opened('unixodbc', 'unixodbc'),
  pysqlite3: linked('libsqlite3-0', 'sqlite-libs'),
  xmlsec: linked('libxmlsec1 libxmlsec1-openssl', 'xmlsec'),
  pyaudio: linked('libportaudio2', 'portaudio'),
  pycairo: linked('libcairo2', 'cairo'),
  'opencv-python': linked('libgl1 libglib2.0-0', 'mesa-gl glib'),
  'opencv-contrib-python': linked('libgl1 libglib2.0-0', 'mesa-gl glib'),
  'opencv-python-headless': linked('libglib2.0-0', 'glib'),
  uwsgi: linked('libxml2', 'libxml2'),
  gssapi: linked('libgssapi-krb5-2', 'krb5-libs'),
  lightgbm: linked('libgomp1', 'libgomp'),
  'llama-cpp-python': linked('libgomp1', 'libgomp libstdc++'),
  paddlepaddle: linked('libgomp1', 'libgomp'),
  mediapipe: linked('libgl1 libglib2.0-0', 'mesa-gl glib'),
  ultralytics: linked('libgl1 libglib2.0-0', 'mesa-gl glib'),
  pygraphviz: started('graphviz', 'graphviz'),
  'python-snappy': linked('libsnappy1v5', 'snappy'),
  // Opened by name while running
  psycopg: opened('libpq5', 'libpq'),
  'python-magic': opened('libmagic1', 'libmagic'),
  wand: opened('imagemagick', 'imagemagick imagemagick-libs'),
  cairocffi: opened('libcairo2', 'cairo'),
  cairosvg: opened('libcairo2', 'cairo'),
  weasyprint: opened(
    'libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0',
    'pango harfbuzz-subset fontconfig',
  ),
  pyzbar: opened('libzbar0', 'zbar'),
  pylibdmtx: opened('libdmtx0b', 'libdmtx'),
  pyenchant: opened('libenchant-2-2', 'enchant2'),
  sounddevice: opened('libportaudio2', 'portaudio'),
  pyusb: opened('libusb-1.0-0', 'libusb'),
  pyvips: opened('libvips42', 'vips'),
  'camelot-py': opened('ghostscript', 'ghostscript'),
  scapy: opened('libpcap0.8', 'libpcap'),
  tesserocr: opened('tesseract-ocr', 'tesseract-ocr'),
  'python-gnupg': started('gnupg', 'gnupg'),
  textract: started('poppler-utils', 'poppler-utils'),
  // Programs that they start
  gitpython: started('git', 'git'),
  pytesseract: started('tesseract-ocr', 'tesseract-ocr'),
  pdf2image: started('poppler-utils', 'poppler-utils'),
  pdfkit: started('wkhtmltopdf', 'wkhtmltopdf'),
  imgkit: started('wkhtmltopdf', 'wkhtmltopdf'),
  pydub: started('ffmpeg', 'ffmpeg'),
  'ffmpeg-python': started('ffmpeg', 'ffmpeg'),
  'openai-whisper': started('ffmpeg', 'ffmpeg'),
  'yt-dlp': started('ffmpeg', 'ffmpeg'),
  graphviz: started('graphviz', 'graphviz'),
  pydot: started('graphviz', 'graphviz'),
  pypandoc: started('pandoc', 'pandoc'),
  ocrmypdf: started(
    'tesseract-ocr ghostscript unpaper pngquant',
    'tesseract-ocr ghostscript unpaper pngquant',
  ),
};

/** Start programs of the system as their business: an image without a shell is not for them. */
const shellUsers = new Set(
  [
    'ansible ansible-core fabric invoke pexpect sh plumbum supervisor circus honcho jupyter jupyterlab notebook jupyterhub',
    'apache-airflow dagster prefect luigi pyspark jpype1 dvc mlflow scrapyd buildbot vllm deepspeed pyinstaller azure-cli salt',
  ].flatMap((line) => line.split(' ')),
);

/** Need a browser, a desktop, or what no package of the distribution has. */
const beyondTables: Readonly<Record<string, string>> = {
  playwright: 'a browser',
  'pytest-playwright': 'a browser',
  selenium: 'a browser',
  'undetected-chromedriver': 'a browser',
  pyppeteer: 'a browser',
  'cx-oracle': "Oracle's client",
  'ibm-db': "IBM's client",
  pyside6: 'a desktop',
  pyqt5: 'a desktop',
  pyqt6: 'a desktop',
};

/** Put files outside the folder of packages, below the interpreter's prefix. */
const withData = /^(jupyter.*|notebook|ipykernel|ipywidgets|nbclassic|widgetsnbextension|bokeh|voila)$/;

export interface PackageNeeds {
  /** OS packages with libraries and programs that a full image has without being asked. */
  readonly inFullImage: readonly string[];
  /** Why the packages need an image with a shell or with libraries that are found by name; undefined when none does. */
  readonly system: string | undefined;
  /** What no table knows, as a phrase: `playwright needs a browser`. */
  readonly beyond: string | undefined;
  /** A package puts files outside the folder of packages. */
  readonly hasData: boolean;
}

/** Debian's packages that come with the full images. Source: docker-library/buildpack-deps. */
const inFullImage =
  /^(git|imagemagick|libmagic1|libpq5?|libmariadb3|mariadb-connector-c|libcurl4?|libsqlite3-0|sqlite-libs|libcairo2|libpango\S*|libglib2\.0-0|libgomp1?|libgssapi-krb5-2|libxml2)$/;

/** What the packages of a project need of the system. */
export function needsOfPackages(names: ReadonlySet<string>, manager: 'apt' | 'apk'): PackageNeeds {
  const own = [...names].filter(
    (name) => Object.hasOwn(needs, name) && !(name === 'psycopg' && bringsLibpq(names)),
  );
  const opener = own.find((name) => needs[name]?.how === 'opened');
  const shell = [...names].find((name) => shellUsers.has(name));
  const beyond = [...names].find((name) => Object.hasOwn(beyondTables, name));
  return {
    inFullImage: [...new Set(own.flatMap((name) => needs[name]?.[manager] ?? []))].filter((name) =>
      inFullImage.test(name),
    ),
    system:
      shell !== undefined
        ? `${shell} starts programs of the system`
        : opener !== undefined
          ? `${opener} opens libraries of the system by name`
          : undefined,
    beyond: beyond === undefined ? undefined : `${beyond} needs ${beyondTables[beyond] ?? ''}`,
    hasData: [...names].some((name) => withData.test(name)),
  };
}

/** Psycopg 3 with its library built in, or linked to it. */
function bringsLibpq(names: ReadonlySet<string>): boolean {
  return names.has('psycopg-binary') || names.has('psycopg-c');
}

/**
 * Libraries that programs are linked to, so that whoever copies what is linked has them. Plug-ins and what is opened by
 * name are not among them.
 */
export function isLinkedLibrary(name: string): boolean {
  return /^(libpq5|libpq|libmariadb3|libmariadb-?dev-?compat|mariadb-connector-c|libmysqlclient\d+|libgl1|libgl1-mesa-glx|libglib2\.0-0(t64)?|libgomp1|libgomp|libstdc\+\+6?|libgcc(-s1)?|libsm6|libxext6|libxrender1|libx11-6|libxcb1|libxml2|libxslt1\.1|libxslt|libffi\d*|libssl\d\S*|libjpeg62-turbo|libjpeg-turbo|libpng16-16\S*|libtiff\d\S*|libwebp\d\S*|zlib1g|libopenblas0\S*|libatlas3-base|libblas3|liblapack3|libgfortran5|libgeos-c1v5|libsqlite3-0|libcurl4\S*|libyaml-0-2|libbz2-1\.0|liblzma5|libsnappy1v5|liblz4-1|libzstd1|libevent-2\S*|libev4\S*|libuv1\S*|librdkafka1|libhdf5-\S+|libxmlsec1|libxmlsec1-openssl|libgssapi-krb5-2|libasound2|libpcre3|libpcre2-8-0|libexpat1|libportaudio2|libcairo2)$/.test(
    name,
  );
}
