/** A path as COPY and WORKDIR take it; white space and variables need protection. */
export function quotePath(path: string): string {
  return /[\s"$\\]/.test(path) ? `"${path.replace(/(["\\$])/g, '\\$1')}"` : path;
}
