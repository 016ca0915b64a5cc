/**
 * The two notions of white space in BuildKit's parser (frontend/dockerfile/parser). Both look at UTF-16 units:
 * no character outside the basic plane is a space.
 */

/** What BuildKit trims: Go's `unicode.IsSpace`. Unlike JavaScript's `\s` it has U+0085 and lacks U+FEFF. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x85) return false;
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  if (code >= 0x2000 && code <= 0x200a) return true;
  return [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(code);
}

/** What ends a keyword and separates the words of FROM, COPY, EXPOSE and VOLUME: `[\t\v\f\r ]`. */
export function isSeparator(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0b || code === 0x0c || code === 0x0d;
}

/** Index of the first character of `[start, end)` that is no space, or `end`. */
export function skipSpaces(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Index after the last character of `[start, end)` that is no space, or `start`. */
export function trimSpacesEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
