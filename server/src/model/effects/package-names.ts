import type { Effect } from '../model';

export type PackageManager = Extract<Effect, { kind: 'packages' }>['manager'];

export type ReadName =
  | { readonly kind: 'package'; readonly name: string }
  /** A local file or an address, not a name in the repositories. */
  | { readonly kind: 'file' }
  /** `apt-get install NAME-` removes. */
  | { readonly kind: 'removed' }
  /** A pattern, or no name at all. */
  | { readonly kind: 'unclear' };

/** The bare name in what is written after `install`: `curl` of `curl=7.88*`, `curl:amd64`, `curl~=8`, `curl/bookworm`. */
export function packageName(manager: PackageManager, written: string): ReadName {
  if (/^(\.{0,2}\/|[a-z]+:\/\/)/.test(written) || /\.(deb|rpm|apk|pkg\.tar\.\w+)$/.test(written))
    return { kind: 'file' };
  switch (manager) {
    case 'apt': {
      const name = written.replace(/[=/].*$/, '').replace(/:[a-z0-9]+$/, '');
      if (/^[a-z0-9][a-z0-9+.-]*[^+-]-$/i.test(name)) return { kind: 'removed' };
      return checked(name, /^[a-z0-9][a-z0-9+.-]*\^?$/i);
    }
    case 'apk':
      return checked(written.replace(/[=<>~@].*$/, ''), /^[\w.][\w.+:-]*$/);
    case 'zypper':
    case 'pacman':
      return checked(written.replace(/[=<>].*$/, '').replace(/^[^/]+\//, ''), /^@?[\w.+-]+$/);
    default:
      return checked(withoutRpmVersion(written), /^@?[\w.+ -]+$/);
  }
}

function checked(name: string, valid: RegExp): ReadName {
  return valid.test(name) ? { kind: 'package', name } : { kind: 'unclear' };
}

/** `name-1.2.3-4.el9.x86_64`: versions have a dot, so that the `8` of `gcc-toolset-8` stays. */
function withoutRpmVersion(written: string): string {
  return written
    .replace(/\.(x86_64|aarch64|noarch|i[36]86|ppc64le|s390x)$/, '')
    .replace(/-(\d+:)?\d+[\w+~]*\.[\w.+~*]*(-\d[\w.*]*)?$/, '');
}
