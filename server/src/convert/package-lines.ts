import type { Program } from '../ecosystems/ecosystem';
import type { RuntimeImage } from '../images/image';
import type { SystemNeeds } from './needs';
import { bundle } from './certificates';
import type { RuntimeLine } from './plan';

/**
 * Installs the OS packages that the program runs with, where the runtime image can.
 * @param builder name of the stage that has certificates; undefined where none does
 */
export function packageLines(
  needs: SystemNeeds,
  program: Program,
  runtime: RuntimeImage,
  builder?: string,
): RuntimeLine[] {
  if (runtime.rung !== 'slim') return [];
  // What is copied along with the interpreter need not be installed.
  const linked: SystemNeeds['linked'] = runtime.carries ? new Map() : needs.linked;
  const manager = runtime.facts.packageManager;
  const zones = program.systemUses?.some(({ what }) => what === 'time-zones') ?? false;
  // The full image trusts public certificates; the slim one has none until it is told to. Languages bring their own.
  const trust = runtime.facts.language === undefined ? ['ca-certificates'] : [];
  const packages = [...new Set([...trust, ...needs.packages.keys(), ...linked.keys()])].sort();
  if (needs.left.has('tzdata') || zones) packages.push('tzdata');
  if (packages.length === 0) return [];
  const reason =
    [...needs.packages.values(), ...linked.values()].map((item) => item.message).join('; ') ||
    'certificates for TLS';
  if (manager === 'apk')
    return [{ kind: 'new', text: `RUN apk add --no-cache ${packages.join(' ')}`, reason }];
  if (manager !== 'apt') return [];
  if (builder !== undefined && isArchived(runtime) && packages.join() === 'ca-certificates') {
    const text = `COPY --from=${builder} ${bundle} ${bundle}`;
    const why = 'certificates for TLS: the packages of this release are at archive.debian.org only';
    return [{ kind: 'new', text, reason: why }];
  }
  const list = packages.join(' ');
  const text = [
    'RUN apt-get update \\',
    `    && apt-get install -y --no-install-recommends ${list} \\`,
    '    && rm -rf /var/lib/apt/lists/*',
  ].join('\n');
  return [{ kind: 'new', text, reason }];
}

/** Releases of Debian whose packages are no longer where their images look. Source: archive.debian.org. */
function isArchived({ facts }: RuntimeImage): boolean {
  const { name, version } = facts.distribution ?? {};
  return name === 'debian' && /^\d+$/.test(version ?? '') && Number(version) <= 10;
}
