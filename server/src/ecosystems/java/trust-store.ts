import type { Stage } from '../../model/model';
import { effectiveCommand } from '../../shell/effective-command';
import { basename } from '../../text/path';
import type { Span } from '../../text/span';

/** Where JDKs lie. Sources: adoptium/containers, docker-library/openjdk, Debian's openjdk packages, Amazon Corretto. */
const ofJdk =
  /^\/(opt\/java\/openjdk|usr\/local\/openjdk-\w+|usr\/java\/[\w.-]+|usr\/lib\/jvm\/[\w.-]+|opt\/openjdk-?\w*|etc\/ssl\/certs\/java)\/./;

/** A change to the JDK itself, such as a certificate in its trust store, which no other Java has; undefined for none. */
export function trustStoreChange({ steps }: Stage): { message: string; at: Span } | undefined {
  for (const { commands, copy, instruction } of steps) {
    if (copy?.destination.known && ofJdk.test(copy.destination.value)) {
      return {
        message: `${copy.destination.value} becomes part of the JDK, and another Java lacks it`,
        at: instruction.span,
      };
    }
    for (const { command, argv, effects } of commands ?? []) {
      const name = basename(effectiveCommand(command).name ?? '');
      const imports = argv.some((word) => word.known && /^-import(cert|keystore|pass)?$/.test(word.value));
      const intoJdk = argv.some(
        (word) =>
          word.known &&
          (word.value === '-cacerts' || ofJdk.test(word.value) || /(^|\/)cacerts$/.test(word.value)),
      );
      if (name === 'keytool' && imports && intoJdk) {
        return {
          message: 'keytool adds a certificate to the trust store of the JDK, and another Java lacks it',
          at: command.span,
        };
      }
      const written = effects.find(
        (effect) =>
          effect.kind === 'writes' &&
          effect.from !== 'attributes' &&
          effect.path.known &&
          ofJdk.test(effect.path.value),
      );
      if (written)
        return { message: `${name} changes the JDK itself, and another Java lacks that`, at: command.span };
    }
  }
  return undefined;
}
