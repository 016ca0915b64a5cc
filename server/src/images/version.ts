/** Orders dotted versions by number; a shorter one comes before its own patches. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether `version` is `line` or one of its patches: `1.22.3` is within `1.22`, and not within `1.2`. */
export function isWithin(version: string, line: string): boolean {
  return version === line || version.startsWith(`${line}.`);
}
