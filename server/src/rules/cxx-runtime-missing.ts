import type { BaseImage } from '../images/image';
import type { Stage } from '../model/model';
import { bringsLibraries, copiedPrograms } from './facts/copied-programs';
import { dynamicBinaryAt } from './facts/linkage';
import { fromToken, rootOf, shippedSteps, spellsOutImage } from './facts/shipped';
import type { Fix, Rule } from './rule';

export const cxxRuntimeMissing: Rule = {
  id: 'cxx-runtime-missing',
  severity: 'error',
  serves: ['portability'],
  summary: 'A C++ or Rust program is copied into an image without libstdc++ and libgcc.',
  fixable: 'review',
  check({ finalStage, project }) {
    const { image } = finalStage;
    if (!image || !lacksRuntime(image, finalStage) || bringsLibraries(finalStage, project)) return [];
    return copiedPrograms(finalStage).flatMap(({ word, stage, path }) => {
      const binary = dynamicBinaryAt(stage, path, project);
      // Where the C library is another, that is the fault.
      if (!binary?.runtime || binary.libc !== image.libc) return [];
      const fix = ccImage(finalStage);
      const library = `${binary.runtime}.so`;
      const advice =
        image.family === 'alpine'
          ? `Install ${binary.runtime === 'libstdc++' ? 'libstdc++' : 'libgcc'}`
          : 'Ship on distroless cc, which has it';
      return [
        {
          at: word.span,
          message: `This ${binary.runtime === 'libstdc++' ? 'C++' : binary.language} program loads ${library} when it starts, and ${image.reference.raw} does not have it: "error while loading shared libraries". ${advice}, or link it statically.`,
          related: [{ at: binary.built, message: 'It is compiled here.' }],
          ...(fix ? { fixes: [fix] } : {}),
        },
      ];
    });
  },
};

/** Distroless base has glibc alone; Alpine has musl alone, and most packages bring the rest. */
function lacksRuntime({ family, reference: { repository, registry } }: BaseImage, stage: Stage): boolean {
  if (family === 'distroless') return /^distroless\/base(-nossl)?(-debian\d+)?$/.test(repository);
  if (repository !== 'alpine' || registry !== 'docker.io') return false;
  const harmless = /^(ca-certificates|tzdata|curl|tini|dumb-init|su-exec)$/;
  return shippedSteps(stage).every(({ commands }) =>
    (commands ?? []).every(({ effects }) =>
      effects.every(
        (effect) =>
          effect.kind !== 'unknown' &&
          (effect.kind !== 'packages' || effect.packages.every(({ name }) => harmless.test(name))),
      ),
    ),
  );
}

function ccImage(stage: Stage): Fix | undefined {
  const root = rootOf(stage);
  if (root.base.kind !== 'image' || !spellsOutImage(root)) return undefined;
  const { raw, repository, digest } = root.base.reference;
  if (!repository.startsWith('distroless/') || digest !== undefined) return undefined;
  const image = raw.replace(/distroless\/base(-nossl)?/, 'distroless/cc');
  return {
    title: `Ship on ${image}, which has libstdc++ and libgcc`,
    safety: 'review',
    edits: () => [{ span: fromToken(root), newText: image, reason: 'The program loads libstdc++ or libgcc' }],
  };
}
