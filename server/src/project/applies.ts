/**
 * True for what a project file says of the stage that ships: it names that stage, or none.
 * @param target what the file builds up to, by name or index.
 */
export function appliesTo(
  { target }: { readonly target?: string | undefined },
  { name, index }: { readonly name: string | undefined; readonly index: number },
): boolean {
  return target === undefined || target.toLowerCase() === name?.toLowerCase() || target === String(index);
}
