import { Options } from './options';
import { pathOf, writesFile, type Classifier } from './call';

/** Programs and builtins that change nothing in the image's file system, whatever their arguments are. */
const QUIET = new Set(
  [
    'cd pushd popd set unset export declare typeset local readonly alias unalias shopt umask ulimit trap wait shift return',
    'break continue exit read let getopts hash times jobs command type which whereis builtin exec',
    'true false : test [ [[ sleep yes seq expr factor',
    'echo printf cat tac ls dir pwd date uname hostname whoami id groups logname tty nproc arch getconf uptime free env printenv',
    'basename dirname readlink realpath stat file du df lsblk mount mountpoint',
    'grep egrep fgrep zgrep rg cut tr head tail wc nl rev fold column paste join comm diff cmp cksum sum od hexdump strings',
    'md5sum sha1sum sha224sum sha256sum sha384sum sha512sum shasum b2sum jq',
    // mktemp makes a file whose name nobody can know.
    'mktemp',
    'ps pgrep pkill kill killall top lsof sync clear tput stty locale getent lscpu lsb_release',
    'ldd nm objdump readelf zcat bzcat xzcat less more tree ping nc nslookup dig host netstat ss ip ifconfig',
    'pkg-config pkgconf pg_config mysql_config mariadb_config xml2-config xslt-config curl-config gpgconf scanelf shellcheck hadolint pylint flake8 mypy eslint',
    'apt-cache apt-mark apt-config dpkg-query dpkg-architecture apk-info rpmquery repoquery',
  ].flatMap((line) => line.split(' ')),
);

/** Programs that print unless told to write: what they write with which option. */
const PRINTERS: Readonly<Record<string, { readonly short: string; readonly long: readonly string[] }>> = {
  sort: { short: 'o', long: ['output'] },
  xmllint: { short: 'o', long: ['output'] },
  base64: { short: '', long: [] },
  envsubst: { short: '', long: [] },
};

/** Interpreters that tell their version on `-v` or `-V`. */
const SPEAKS_VERSION = /^(node|ruby|php|perl|python[\d.]*|java|lua|nginx|ffmpeg|R)$/;

/** Commands without effect on the image, and `PROGRAM --version`. */
export const quietEffects: Classifier = ({ name, args, cwd }) => {
  if (QUIET.has(name)) return [];
  const [only] = args;
  if (args.length === 1 && only?.value.known) {
    const asked = only.value.value;
    if (/^(--version|--help|-version)$/.test(asked) || (SPEAKS_VERSION.test(name) && /^-[vV]$/.test(asked)))
      return [];
  }
  if (!Object.hasOwn(PRINTERS, name)) return undefined;
  const spec = PRINTERS[name];
  const output = spec && new Options(args, spec).value(...spec.short, ...spec.long);
  return output ? [writesFile(pathOf(output, cwd))] : [];
};
