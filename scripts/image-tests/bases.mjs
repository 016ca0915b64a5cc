/** Base images: those that a Dockerfile names, and how they come onto this machine. */
import { capture } from '../try-it/capture.mjs';

const TIMEOUT = 30 * 60_000;

/** Images that a Dockerfile takes from a registry, variables with a default filled in, each once. */
export function basesOf(dockerfile) {
  const variables = new Map();
  const stages = new Set(['scratch']);
  const images = new Set();
  const fill = (text) =>
    text.replace(
      /\$\{?(\w+)(?::?-([^}]*))?\}?/g,
      (_, name, fallback) => variables.get(name) ?? fallback ?? '',
    );
  for (const line of dockerfile.split(/\r?\n/)) {
    const [, name, value] = /^\s*ARG\s+(\w+)=["']?([^"'\s]*)/i.exec(line) ?? [];
    if (name !== undefined && images.size === 0) variables.set(name, value);
    const [, image, stage] = /^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i.exec(line) ?? [];
    if (image !== undefined) {
      if (!stages.has(image.toLowerCase())) images.add(fill(image));
      if (stage !== undefined) stages.add(stage.toLowerCase());
    }
    const [, from] = /^\s*COPY\s+.*--from=(\S+)/i.exec(line) ?? [];
    if (from !== undefined && /[/:]/.test(from)) images.add(fill(from));
  }
  return [...images];
}

/**
 * Hands out base images: what is there is taken, else the command that JETTISON_BASES names is asked to make it (its
 * arguments are the references), else it is pulled. What failed once is not tried again.
 */
export function baseImages(engine, command) {
  const known = new Map();
  const state = { assembled: false };

  async function provide(reference) {
    if (await engine.hasImage(reference)) return true;
    if (command !== undefined) {
      const [program, ...args] = command.split(' ').filter(Boolean);
      const { code } = await capture(program, [...args, reference], { timeout: TIMEOUT });
      if (code === 0 && (await engine.hasImage(reference))) {
        state.assembled = true;
        return true;
      }
    }
    return engine.pull(reference);
  }

  return {
    state,
    /** The first of the images that cannot be had; undefined when all are there. */
    async missing(references) {
      for (const reference of references) {
        if (!known.has(reference)) known.set(reference, await provide(reference));
        if (!known.get(reference)) return reference;
      }
      return undefined;
    },
  };
}
