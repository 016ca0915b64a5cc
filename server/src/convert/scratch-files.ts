import type { Program } from '../ecosystems/ecosystem';
import { hasCertificates } from '../images/carried';
import type { Stage } from '../model/model';
import type { Account } from './account';
import type { Reason } from './conversion';
import type { AddedInstruction, RuntimeLine } from './plan';

export interface ScratchFiles {
  readonly added: readonly AddedInstruction[];
  readonly lines: readonly RuntimeLine[];
  /** Folders that the runtime user has to own, each with why. */
  readonly created: ReadonlyMap<string, string>;
  readonly refusal: Reason | undefined;
}

export const nothingForScratch: ScratchFiles = {
  added: [],
  lines: [],
  created: new Map(),
  refusal: undefined,
};

/** Part of every official golang image. Source: docker-library/golang; the Go distribution, lib/time. */
const zones = '/usr/local/go/lib/time/zoneinfo.zip';
const bundle = '/etc/ssl/certs/ca-certificates.crt';

/** What programs expect of any system and an empty image lacks: certificates, /tmp, time zones, the entry of their user. */
export function scratchFiles(
  program: Program,
  stage: Stage,
  builder: string,
  staging: string,
  account: Account,
): ScratchFiles {
  const lines: RuntimeLine[] = [];
  const created = new Map<string, string>();
  const copy = (from: string, to: string, reason: string) =>
    lines.push({ kind: 'new', text: `COPY --from=${builder} ${from} ${to}`, reason });
  if (program.builderImage && hasCertificates(program.builderImage)) {
    const reason = 'scratch has no certificates, and without them no TLS connection can be trusted';
    copy(bundle, bundle, reason);
  }
  const zoneUse = (program.systemUses ?? []).find(({ what }) => what === 'time-zones');
  const why = zoneUse?.reason ?? (stage.end.env.has('TZ') ? 'ENV TZ names a time zone' : undefined);
  if (why !== undefined) {
    const { repository, registry } = program.builderImage?.reference ?? {};
    if (repository !== 'golang' || registry !== 'docker.io') {
      const message = `${why}, and an empty image has no time zones: take the distroless image instead`;
      return { ...nothingForScratch, refusal: { message, at: undefined } };
    }
    copy(zones, zones, why);
    lines.push({ kind: 'new', text: `ENV ZONEINFO=${zones}`, reason: 'where Go looks for time zones first' });
  }
  const accountUse = (program.systemUses ?? []).find(({ what }) => what === 'account');
  const commands = [`mkdir -p -m 1777 ${staging}/tmp`];
  const reasons = ['scratch has no /tmp'];
  if (accountUse) {
    const home = account.uid === 0 ? '/root' : `/home/${account.name}`;
    const entry = `${account.name}:x:${account.uid}:${account.uid}:${account.name}:${home}:/sbin/nologin`;
    commands.push(`mkdir ${staging}/etc`, `echo '${entry}' > ${staging}/etc/passwd`);
    reasons.push(`no entry for its user either: ${accountUse.reason}`);
    created.set(home, accountUse.reason);
  }
  const reason = reasons.join(', and ');
  copy(`${staging}/`, '/', reason);
  return { added: [{ text: `RUN ${commands.join(' && ')}`, reason }], lines, created, refusal: undefined };
}
