import type { ImageReference } from '../images/image';
import type { Span } from '../text/span';
import type { Finding, Rule } from './rule';

/** Builder stages too: what they make ships. Stages, `scratch` and names that are not known are nobody's images. */
export const untrustedRegistry: Rule = {
  id: 'untrusted-registry',
  aliases: ['DL3026'],
  severity: 'error',
  serves: ['security'],
  summary: 'An image from a registry that the project does not trust.',
  fixable: 'no',
  check({ model, trustedRegistries }) {
    if (trustedRegistries.length === 0) return [];
    return model.stages.flatMap(({ from, base, steps }): Finding[] => {
      const bases =
        base.kind === 'image' ? untrusted(base.reference, from.image?.span, trustedRegistries) : [];
      const copied = steps.flatMap(({ copy }) =>
        copy?.from.kind === 'image' && !mayBeContext(copy.from.reference)
          ? untrusted(copy.from.reference, copy.instruction.from?.valueSpan, trustedRegistries)
          : [],
      );
      return [...bases, ...copied];
    });
  },
};

function untrusted(reference: ImageReference, at: Span | undefined, trusted: readonly string[]): Finding[] {
  if (!at || isScratch(reference) || trusted.some((entry) => holds(entry, reference))) return [];
  return [
    {
      at,
      message: `"${reference.raw}" comes from ${reference.registry}, which is not among the registries that this project trusts (${trusted.join(', ')}): what ships is then as good as that source.`,
    },
  ];
}

/** `COPY --from=assets` may also name a build context that the build's caller defines. */
function mayBeContext({ raw }: ImageReference): boolean {
  return !/[/:@.]/.test(raw);
}

function isScratch({ raw }: ImageReference): boolean {
  return raw === 'scratch';
}

/** `gcr.io`, `gcr.io/distroless`, `*.example.com`; official images lie in `docker.io/library`. */
function holds(entry: string, { registry, repository }: ImageReference): boolean {
  const [host = '', ...path] = entry.toLowerCase().replace(/\/+$/, '').split('/');
  const own = registry.toLowerCase();
  if (host.startsWith('*.') ? !own.endsWith(host.slice(1)) : own !== host) return false;
  const full = own === 'docker.io' && !repository.includes('/') ? `library/${repository}` : repository;
  return `${full}/`.startsWith([...path, ''].join('/'));
}
