const node = (globalThis as { Buffer?: unknown }).Buffer;

/**
 * Stands in for Node's `Buffer` in the server's bundle, where there is no Node: dockerfile-ast asks it for the UTF-8 bytes of
 * a character, nothing else.
 */
export const Buffer = node ?? {
  from(text: string): Uint8Array {
    return new TextEncoder().encode(text);
  },
};
