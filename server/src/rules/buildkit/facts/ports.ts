import type { Span } from '../../../text/span';
import type { BuildModel } from '../../../model/model';
import type { Instruction } from '../../../dockerfile/ast';
import { expand } from '../../../model/scope';

/** One entry of EXPOSE, taken apart: `[ip:][host:]container[/protocol]`. */
export interface Port {
  readonly instruction: Instruction;
  /** After expansion. */
  readonly text: string;
  readonly at: Span;
  /** The word is written out: positions in `text` hold in the document. */
  readonly literal: boolean;
  readonly ip: string;
  readonly host: string;
  /** With its protocol. */
  readonly container: string;
  /** As written; empty when there is none. */
  readonly protocol: string;
}

/** The entries of all EXPOSE that BuildKit can read; it refuses protocols other than tcp, udp and sctp. */
export function exposedPorts({ stages, dockerfile: { escape } }: BuildModel): readonly Port[] {
  return stages.flatMap(({ steps, image }) =>
    steps.flatMap(({ instruction, before: { env, args } }) => {
      if (instruction.kind !== 'expose') return [];
      return instruction.words.flatMap((word) => {
        const value = expand(word, escape, { env, args, baseEnvKnown: image !== undefined });
        if (!value.known) return [];
        const literal = word.raw === value.value && word.span.end - word.span.start === word.raw.length;
        // A variable may hold several ports.
        return value.value
          .split(/\s+/)
          .map((text) => ({ instruction, at: word.span, literal, ...takeApart(text) }))
          .filter(
            ({ container, protocol }) => /^[^/]+/.test(container) && /^(tcp|udp|sctp|)$/i.test(protocol),
          );
      });
    }),
  );
}

function takeApart(text: string): Pick<Port, 'text' | 'ip' | 'host' | 'container' | 'protocol'> {
  const parts = text.split(':');
  const container = parts.at(-1) ?? '';
  const slash = container.indexOf('/');
  return {
    text,
    ip: parts.slice(0, -2).join(':'),
    host: parts.at(-2) ?? '',
    container,
    protocol: slash === -1 ? '' : container.slice(slash + 1),
  };
}
