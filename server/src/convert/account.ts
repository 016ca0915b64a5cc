import type { RuntimeImage } from '../images/image';
import type { RuntimeLine } from './plan';

/** A user whom the image that ships has to know by name, with a home. */
export interface Account {
  readonly name: string;
  readonly uid: number;
}

/**
 * Makes the user in a system that has none of that number. Without an entry HOME is `/`, and programs such as ssh and
 * git refuse to run. The log of last logins would grow to megabytes by a high number, so that it is left alone.
 */
export function accountLines(account: Account | undefined, { facts }: RuntimeImage): RuntimeLine[] {
  if (!account || facts.packageManager === undefined || facts.packageManager === 'none') return [];
  const { name, uid } = account;
  const text =
    facts.packageManager === 'apk'
      ? `RUN adduser -D -u ${uid} ${name}`
      : `RUN useradd --no-log-init --uid ${uid} --create-home ${name}`;
  return [
    { kind: 'new', text, reason: `user ${uid} gets a name and a home, which shells and tools look for` },
  ];
}
