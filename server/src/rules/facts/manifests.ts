import { basename } from '../../text/path';

/** Files of a build context that rules read: manifests and lock files of interpreted languages, settings that may hold secrets. */
export function isManifest(path: string): boolean {
  return /^(package(-lock)?\.json|\.npmrc|\.env(\.local)?|composer\.json|Gemfile|pyproject\.toml|requirements[\w.-]*\.(txt|in))$/.test(
    basename(path),
  );
}

/** A JSON text as an object; undefined when it is none. */
export function jsonObject(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return objectOf(value);
  } catch {
    return undefined;
  }
}

/** A value as an object; undefined for everything else. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}
