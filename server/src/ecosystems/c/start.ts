import type { Stage } from '../../model/model';

/** `CMD gcc main.c && ./a.out`: compiled when the container starts. */
export function compilesAtStart({ end }: Stage): boolean {
  return [end.entrypoint, end.cmd].some((start) => {
    const names = start?.script?.commands.map(({ words }) => words[0]?.literal) ?? start?.argv.slice(0, 1);
    return names?.some((name) => /^(gcc|g\+\+|cc|clang|clang\+\+|make|cmake)$/.test(name ?? '')) ?? false;
  });
}

/** Names of the commands in a start command that a shell runs: `./server $(nproc)`. */
export function wordsOfStart({ end }: Stage): string[] {
  return [end.entrypoint, end.cmd].flatMap((start) =>
    (start?.script?.commands ?? []).flatMap(({ words }) => {
      const first = words.find(({ literal }) => literal !== 'exec')?.literal;
      return first === undefined ? [] : [first];
    }),
  );
}
