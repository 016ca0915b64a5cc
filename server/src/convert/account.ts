import type { RuntimeImage } from '../images/image';
import type { RuntimeLine } from './plan';

/** A user whom the image that ships has to know by name, with a home. */
export interface Account {
  readonly name: string;
  /** Undefined for one that the system picks. */
  readonly uid: number | undefined;
}

/**
 * Makes the users whom the start command names, and the one it runs as, in a system that does not have them. Without an entry HOME is `/`, and programs such as ssh and git
 * refuse to run. The log of last logins would grow to megabytes by a high number, so that it is left alone.
 */
export function accountLines(
  named: readonly Account[],
  user: { readonly account: Account; readonly isMissing: boolean },
  { rung, facts }: RuntimeImage,
): RuntimeLine[] {
  if (rung !== 'slim') return [];
  const isNamed = named.some(({ name }) => name === user.account.name);
  const accounts = user.isMissing && !isNamed ? [...named, user.account] : named;
  if (facts.packageManager === undefined || facts.packageManager === 'none') return [];
  return accounts.map(({ name, uid }) => {
    const text =
      facts.packageManager === 'apk'
        ? `RUN adduser -D${uid === undefined ? '' : ` -u ${uid}`} ${name}`
        : `RUN useradd --no-log-init${uid === undefined ? '' : ` --uid ${uid}`} --create-home ${name}`;
    const who = uid === undefined ? `${name} is made anew` : `user ${uid} gets a name and a home`;
    return { kind: 'new', text, reason: `${who}, which shells and tools look for` };
  });
}
