import { lookUp } from '../images/catalogue';
import type { BaseImage } from '../images/image';
import type { Stage } from '../model/model';
import { originOf } from '../model/paths';
import type { Project } from '../project/project';
import { joinPath } from '../text/path';
import { bringsLibraries, copiedPrograms } from './facts/copied-programs';
import type { DynamicBinary } from './facts/dynamic-binary';
import { dynamicBinaryAt } from './facts/linkage';
import { shippedSteps } from './facts/shipped';
import type { Finding, Rule } from './rule';

export const libcMismatch: Rule = {
  id: 'libc-mismatch',
  severity: 'warning',
  serves: ['portability', 'reproducibility'],
  summary: 'A program built against one C library is copied into an image that has another, or an older one.',
  fixable: 'review',
  check({ finalStage, project }) {
    const { image } = finalStage;
    if ((image?.libc !== 'glibc' && image?.libc !== 'musl') || bringsLibraries(finalStage, project))
      return [];
    const compiled = copiedPrograms(finalStage).flatMap(({ word, stage, path }) => {
      const binary = dynamicBinaryAt(stage, path, project);
      const message = binary && judge(binary, image);
      if (!binary || message === undefined) return [];
      return [
        {
          at: word.span,
          message,
          related: [{ at: binary.built, message: 'It is compiled here.' }],
          fixes: binary.fix ? [binary.fix] : [],
        },
      ];
    });
    return [...compiled, ...copiedInterpreters(finalStage, image, project)];
  },
};

function judge({ libc, because, stage, language }: DynamicBinary, image: BaseImage): string | undefined {
  const name = image.reference.raw;
  const builder = stage.image;
  if (libc !== image.libc) {
    return `This program is linked against ${libc} (${because}), and ${name} has ${image.libc ?? 'another C library'}: the container stops at once with "no such file or directory". Build on an image with the same C library, or link statically.`;
  }
  if (libc !== 'glibc' || !builder?.glibc || !image.glibc || !isNewer(builder.glibc, image.glibc))
    return undefined;
  // Since 2.34 every program asks for symbols of that version; from then on only those that use a newer function do.
  const certain = isNewer([2, 34], image.glibc) && !isNewer([2, 34], builder.glibc);
  if (!certain && language === 'Go') return undefined;
  const built = `${builder.reference.raw} has glibc ${builder.glibc.join('.')}, ${name} the older ${image.glibc.join('.')}`;
  const fate = certain
    ? 'the program does not start'
    : 'a program that uses a function newer than that does not start';
  return `${built}: ${fate} ("version \`GLIBC_...' not found"). Build on the release that the final stage is based on, or ship on a newer one.`;
}

function isNewer(
  [majorA, minorA]: readonly [number, number],
  [majorB, minorB]: readonly [number, number],
): boolean {
  return majorA > majorB || (majorA === majorB && minorA > minorB);
}

/** Where official images keep an interpreter that is linked dynamically. */
const interpreters: Readonly<Record<string, RegExp>> = {
  node: /^\/usr\/local(\/bin(\/node)?)?$/,
  python: /^\/usr\/local(\/bin(\/python[\d.]*)?)?$/,
  ruby: /^\/usr\/local(\/bin(\/ruby)?)?$/,
  php: /^\/usr\/local(\/bin(\/php)?)?$/,
  bun: /^\/usr\/local(\/bin(\/bun)?)?$/,
  javascript: /^\/usr\/local(\/bin(\/bun)?)?$/,
  java: /^\/opt\/java\/openjdk$/,
};

/** `COPY --from=node:22-alpine /usr/local/bin/node /usr/local/bin/` onto Debian. */
function copiedInterpreters(stage: Stage, image: BaseImage, project: Project): readonly Finding[] {
  return shippedSteps(stage).flatMap(({ copy }) => {
    if (copy?.from.kind !== 'stage' && copy?.from.kind !== 'image') return [];
    const { from } = copy;
    const source = from.kind === 'stage' ? from.stage.image : lookUp(from.reference);
    const pattern = interpreters[source?.language ?? ''];
    if (!source?.libc || source.libc === 'none' || source.libc === image.libc || !pattern) return [];
    const other = source;
    return copy.sources.flatMap((each, index) => {
      const word = copy.instruction.sources[index];
      if (!word || !each.known) return [];
      const path = joinPath('/', each.value).replace(/(.)\/$/, '$1');
      if (
        !pattern.test(path) ||
        (from.kind === 'stage' && originOf(from.stage, path, project).kind !== 'base')
      )
        return [];
      const message = `What is copied from ${other.reference.raw} is linked against ${other.libc ?? ''}, and ${image.reference.raw} has ${image.libc ?? ''}: it cannot start there. Copy it from a variant that is built on the same C library.`;
      return [{ at: word.span, message }];
    });
  });
}
