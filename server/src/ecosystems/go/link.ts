import type { BaseImage, Libc } from '../../images/image';
import { known, unknown, type Fact } from '../../text/fact';
import { cgoUse, type CgoUse } from './cgo';
import type { GoCall } from './calls';
import type { Reachable } from './reach';
import type { Project } from '../../project/project';

/** How a program is linked, and what has to change so that it runs on a smaller image. */
export interface Linking {
  readonly libc: Libc;
  readonly cxx: boolean;
  /** Shared libraries' runtime packages, for the package manager of the builder. */
  readonly libraries: readonly string[];
  /** CGO_ENABLED=0 has to be written: Go would link glibc in by default. */
  readonly disableCgo: boolean;
  readonly reason: string;
}

/** Decides between static and dynamic, as the Go tool would with this environment and these sources. */
export function linkingOf(
  call: GoCall,
  image: BaseImage | undefined,
  project: Project,
  reachable: Reachable,
): Fact<Linking> {
  const { go, command } = call;
  const at = call.carrier.command.span;
  const unfit = notALinuxProgram(call);
  if (unfit !== undefined) return unknown(unfit, at);
  const setting = command.env.get('CGO_ENABLED');
  if (setting && !setting.known) return unknown(`whether cgo is on is not known: ${setting.because}`, at);
  const mode = go.flags.get('buildmode');
  const pie = mode?.known && mode.value === 'pie';
  if (setting?.value === '0') {
    return pie
      ? dynamic(image, at, 'a position-independent program loads the C library')
      : plainly('CGO_ENABLED=0');
  }
  const flags = go.flags.get('ldflags');
  const asksStatic = flags?.known === true && /-extldflags[= ]*["']*[^"']*-static\b/.test(flags.value);
  if (asksStatic && flags?.known && /linkmode[= ]*external/.test(flags.value))
    return plainly('linked with -static');
  if (['race', 'msan', 'asan'].some((flag) => go.flags.has(flag))) {
    return dynamic(image, at, 'the race detector and sanitizers need the C library');
  }
  const use = cgoUse(project, reachable);
  if (!use.known)
    return unknown(`whether the program needs cgo is not known: ${use.because}`, use.source ?? at);
  const { needed, reasons, unknownLibraries } = use.value;
  if (needed === 'yes' || needed === 'maybe') {
    const reason = reasons[0]?.message ?? 'the program uses cgo';
    if (asksStatic && image?.libc === 'musl') return plainly(`${reason}; linked statically against musl`);
    if (unknownLibraries.length > 0) {
      return unknown(
        `${reason}, linked to ${unknownLibraries.join(', ')}: which package has it is not known`,
        at,
      );
    }
    return dynamic(image, at, reason, use.value);
  }
  if (setting?.value === '1') return dynamic(image, at, 'CGO_ENABLED=1 is set', use.value);
  if (pie) return dynamic(image, at, 'a position-independent program loads the C library');
  return plainly('no package needs cgo', true);
}

function plainly(reason: string, disableCgo = false): Fact<Linking> {
  return known({ libc: 'none', cxx: false, libraries: [], disableCgo, reason: `a static binary: ${reason}` });
}

function notALinuxProgram({ go, command }: GoCall): string | undefined {
  const goos = command.env.get('GOOS');
  if (goos?.known && goos.value !== '' && goos.value !== 'linux') {
    return `the program is built for ${goos.value}, not for Linux`;
  }
  const mode = go.flags.get('buildmode');
  if (mode?.known && !['exe', 'pie', 'default', ''].includes(mode.value)) {
    return `-buildmode=${mode.value} makes no program`;
  }
  return undefined;
}

function dynamic(
  image: BaseImage | undefined,
  at: GoCall['carrier']['command']['span'],
  reason: string,
  use?: CgoUse,
): Fact<Linking> {
  const libc = image?.libc;
  if (libc === undefined || libc === 'none') {
    return unknown(`${reason}, and which C library the builder has is not known`, at);
  }
  const libraries = (image?.packageManager === 'apk' ? use?.apk : use?.apt) ?? [];
  return known({
    libc,
    cxx: use?.cxx ?? false,
    libraries,
    disableCgo: false,
    reason: `linked to ${libc}: ${reason}`,
  });
}
