/** A JSON text as an object; undefined when it is none. */
export function jsonObject(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined;
  try {
    return objectOf(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

/** A value as an object; undefined for everything else. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

/** The entries of an object whose values are texts. */
export function textsOf(value: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, each] of Object.entries(objectOf(value) ?? {})) {
    if (typeof each === 'string') found.set(name, each);
  }
  return found;
}
