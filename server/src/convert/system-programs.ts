import { basename } from '../text/path';

/** Programs whose package has another name. */
const packageOfProgram: Readonly<Record<string, string>> = {
  ssh: 'openssh-client',
  scp: 'openssh-client',
  'ssh-keygen': 'openssh-client',
  convert: 'imagemagick',
  magick: 'imagemagick',
  identify: 'imagemagick',
  ffprobe: 'ffmpeg',
  dot: 'graphviz',
  tesseract: 'tesseract-ocr',
  ps: 'procps',
  top: 'procps',
  free: 'procps',
  uptime: 'procps',
  pgrep: 'procps',
  pkill: 'procps',
  ping: 'iputils-ping',
  netstat: 'net-tools',
  ifconfig: 'net-tools',
  ip: 'iproute2',
  killall: 'psmisc',
  gs: 'ghostscript',
  mogrify: 'imagemagick',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  psql: 'postgresql-client',
  pg_dump: 'postgresql-client',
  pg_isready: 'postgresql-client',
  nc: 'netcat-openbsd',
  gpg: 'gnupg',
};

/** Programs that a Debian or Alpine base itself has; they need the slim rung, but no package. */
const coreutils = new Set(
  '[ ls cat cp mv rm mkdir rmdir chmod chown ln touch date sleep env echo printf test head tail cut sort uniq wc tr tee id whoami uname hostname df du stat true false kill find grep egrep fgrep sed awk tar gzip gunzip xargs basename dirname realpath readlink mktemp expr seq nproc dd stty cmp printenv tty sync nohup timeout nice chgrp install sha256sum md5sum base64 which getent last lsblk mount umount'.split(
    ' ',
  ),
);

/** Packages of the full Debian images (buildpack-deps:scm) that Dockerfiles rely on without installing them. */
export const inFullImages = new Set([
  'curl',
  'wget',
  'git',
  'gnupg',
  'openssh-client',
  'procps',
  'mercurial',
  'subversion',
]);

/** The package that a program is named after or known to come from. */
export function packageOf(program: string): string {
  return packageOfProgram[program] ?? basename(program);
}

export function isOfEveryBase(program: string): boolean {
  return coreutils.has(program);
}
