/** Injected into the browser bundle: dockerfile-ast asks Node's `Buffer` for the UTF-8 bytes of a character, nothing else. */
export const Buffer = {
  from(text: string): Uint8Array {
    return new TextEncoder().encode(text);
  },
};
