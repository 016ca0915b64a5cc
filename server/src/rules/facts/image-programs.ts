import type { BaseImage } from '../../images/image';
import { basename, dirname } from '../../text/path';

/** Shells and tools that people expect on every system, with what they install most. */
const familiar = new Set(
  (
    'sh bash ash dash zsh ksh busybox apt apt-get apk dpkg dnf yum microdnf tdnf rpm zypper ' +
    'cat ls cp mv rm mkdir chmod chown echo env printenv sleep tail head true false test id touch ln sed awk grep ' +
    'find xargs tar gzip unzip which sort tee date hostname ps kill nc netstat ping curl wget git make gcc ' +
    'su sudo gosu su-exec useradd adduser addgroup groupadd tini dumb-init supervisord cron crond ' +
    'node nodejs npm npx yarn pnpm corepack pm2 bun deno python python3 pip pip3 poetry uv pipenv gunicorn uvicorn ' +
    'java jar javac mvn gradle ruby gem bundle irb php composer perl dotnet go cargo'
  ).split(' '),
);

/** Folders that hold programs and nothing else. */
const programFolders = new Set([
  '/bin',
  '/sbin',
  '/usr/bin',
  '/usr/sbin',
  '/usr/local/bin',
  '/usr/local/sbin',
]);

/**
 * Whether a base image has a program at a path. Undefined when nothing certain is known: all but a few images.
 * Sources: build definitions of GoogleContainerTools/distroless, docker-library, dotnet-docker.
 */
export function baseHasProgram(image: BaseImage, path: string): boolean | undefined {
  const folder = dirname(path);
  const name = basename(path);
  const certain = programFolders.has(folder);
  switch (image.family) {
    case 'scratch':
      return false;
    case 'distroless':
      return isGoogles(image) ? distrolessHas(image, path) : undefined;
    case 'chiseled':
      if (/^dotnet$/.test(name)) return undefined;
      return certain && familiar.has(name) ? false : undefined;
    case 'chainguard':
      return certain &&
        /^(static|glibc-dynamic)$/.test(basename(image.reference.repository)) &&
        familiar.has(name)
        ? false
        : undefined;
    default:
      return certain && smallSystemLacks(image, name) ? false : undefined;
  }
}

function isGoogles({ reference }: BaseImage): boolean {
  return reference.repository.startsWith('distroless/');
}

function distrolessHas(image: BaseImage, path: string): boolean | undefined {
  const name = basename(path);
  if (path.startsWith('/busybox/')) return image.debug ? undefined : false;
  const old = image.distribution === undefined || Number(image.distribution.version) < 12;
  // Up to Debian 11 the images with OpenSSL had its command, and those for Python a shell and libc-bin.
  if (old && (name === 'openssl' || name === 'c_rehash' || image.language === 'python')) return undefined;
  const own = ownPrograms[image.language ?? ''];
  if (own?.test(path)) return true;
  if (programFolders.has(dirname(path)) && (own === undefined ? !image.language : familiar.has(name)))
    return false;
  return path === '/nodejs/bin/npm' || path === '/nodejs/bin/npx' ? false : undefined;
}

/** Where distroless images of a language have its interpreter: Node's is not on PATH. */
const ownPrograms: Readonly<Record<string, RegExp>> = {
  node: /^\/nodejs\/bin\/node$/,
  python: /^\/usr\/bin\/py/,
  java: /^\/usr\/bin\/(java|keytool)$/,
};

/** curl, wget and bash are missed most in health checks and start commands of small images that have a shell. */
function smallSystemLacks({ reference, distribution, slim, family }: BaseImage, name: string): boolean {
  if (reference.registry === 'mcr.microsoft.com') {
    const isRuntime = /^dotnet\/(runtime-deps|runtime|aspnet)$/.test(reference.repository);
    return isRuntime && distribution?.name === 'debian' && /^(curl|wget)$/.test(name);
  }
  if (reference.registry !== 'docker.io' || distribution === undefined) return false;
  const { repository } = reference;
  if (distribution.name === 'alpine')
    return /^(alpine|node|python|golang)$/.test(repository) && /^(curl|bash)$/.test(name);
  const isSmall = /^(debian|ubuntu)$/.test(repository) || (slim && /^(node|python)$/.test(repository));
  return isSmall && family === 'official' && /^(curl|wget)$/.test(name);
}

/** Packages that put a program on a system besides the one of its name. */
export function mayProvide(packageName: string, program: string): boolean {
  if (packageName.includes(program)) return true;
  return /^(alpine-sdk|abuild|buildpack|ubuntu-standard|ubuntu-server|task-)/.test(packageName);
}
