import type { RunCommand, Stage } from '../model/model';
import { within } from '../model/paths';
import type { Span } from '../text/span';

/** The bundle that Debian, Alpine and distroless images trust, and that SSL_CERT_FILE of distroless names. */
export const bundle = '/etc/ssl/certs/ca-certificates.crt';

/** Where certificate authorities are put to be taken into the bundle. */
const anchorFolders = [
  '/usr/local/share/ca-certificates',
  '/usr/share/ca-certificates',
  '/etc/ssl/certs',
  '/etc/pki/ca-trust/source/anchors',
];

/** Tools that write the bundle anew, and where they put it. */
const bundleOf: Readonly<Record<string, string>> = {
  'update-ca-certificates': bundle,
  'update-ca-trust': '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
};

/** A bundle with authorities of the author's own: no runtime image has them. */
export interface OwnCertificates {
  /** Where the stage has it. */
  readonly path: string;
  readonly at: Span;
}

/** Undefined when the stage trusts what every image trusts. */
export function ownCertificates(stage: Stage): OwnCertificates | undefined {
  let added = false;
  let found: OwnCertificates | undefined;
  for (const { copy, commands, instruction } of stage.steps) {
    if (copy?.destination.known && isAnchor(copy.destination.value)) {
      added = true;
      const file = copy.destination.value;
      if (file === bundle) found = { path: bundle, at: instruction.span };
    }
    for (const command of commands ?? []) {
      const tool = nameOf(command);
      const made = bundleOf[tool];
      if (made !== undefined) {
        if (added) found = { path: made, at: command.command.span };
        continue;
      }
      for (const effect of command.effects) {
        if (effect.kind !== 'writes' || !effect.path.known || effect.from === 'attributes') continue;
        if (!isAnchor(effect.path.value) || tool === 'mkdir') continue;
        added = true;
        if (effect.path.value === bundle) found = { path: bundle, at: command.command.span };
      }
    }
  }
  return found;
}

/** True for a place where only tools of the operating system look. */
export function isAnchor(path: string): boolean {
  return anchorFolders.some((folder) => within(path.replace(/(.)\/$/, '$1'), folder));
}

function nameOf({ argv }: RunCommand): string {
  const [name] = argv;
  return name?.known ? (name.value.split('/').at(-1) ?? '') : '';
}
