import { bringsLibraries, copiedPrograms } from './facts/copied-programs';
import type { DynamicBinary } from './facts/dynamic-binary';
import { dynamicBinaryAt } from './facts/linkage';
import { fromToken, rootOf, spellsOutImage } from './facts/shipped';
import type { Fix, Rule } from './rule';
import type { Stage } from '../model/model';

export const dynamicBinaryInStaticImage: Rule = {
  id: 'dynamic-binary-in-static-image',
  severity: 'error',
  serves: ['portability', 'security'],
  summary: 'A dynamically linked program is copied into an image that has no C library.',
  fixable: 'review',
  check({ finalStage, project }) {
    const { image } = finalStage;
    if (image?.libc !== 'none' || bringsLibraries(finalStage, project)) return [];
    const name = image.reference.raw;
    return copiedPrograms(finalStage).flatMap(({ word, stage, path }) => {
      const binary = dynamicBinaryAt(stage, path, project);
      if (!binary) return [];
      const fixes = [binary.fix, largerImage(finalStage, binary)].filter((fix) => fix !== undefined);
      return [
        {
          at: word.span,
          message: `This program loads ${binary.libc} when it starts (${binary.because}), and ${name} has no C library: the container stops at once with "no such file or directory".`,
          related: [{ at: binary.built, message: 'It is compiled here.' }],
          fixes,
        },
      ];
    });
  },
};

/** Distroless has the same image with glibc, and one with the libraries of C++ and Rust besides. */
function largerImage(stage: Stage, { libc, language }: DynamicBinary): Fix | undefined {
  const root = rootOf(stage);
  if (libc !== 'glibc' || root.base.kind !== 'image' || !spellsOutImage(root)) return undefined;
  const { raw, repository, digest } = root.base.reference;
  const match = /^distroless\/static(-debian\d+)?$/.exec(repository);
  if (!match || digest !== undefined) return undefined;
  const image = raw.replace('distroless/static', `distroless/${language === 'Go' ? 'base' : 'cc'}`);
  return {
    title: `Ship on ${image}, which has glibc`,
    safety: 'review',
    edits: () => [{ span: fromToken(root), newText: image, reason: 'The program loads glibc' }],
  };
}
