/**
 * Work about an object that never changes, done when it is first asked for and remembered as long as the object lives:
 * facts of a stage, which several rules want for each of its instructions.
 */
export function oncePer<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const done = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const before = done.get(key);
    if (before) return before.value;
    const value = work(key);
    done.set(key, { value });
    return value;
  };
}

/** The same about two objects; of the second the last one alone is remembered for each first. */
export function oncePerPair<A extends object, B extends object, V>(
  work: (first: A, second: B) => V,
): (first: A, second: B) => V {
  const done = new WeakMap<A, { readonly second: B; readonly value: V }>();
  return (first, second) => {
    const before = done.get(first);
    if (before?.second === second) return before.value;
    const value = work(first, second);
    done.set(first, { second, value });
    return value;
  };
}
