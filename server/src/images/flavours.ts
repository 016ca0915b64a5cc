import type { RuntimeFlavour } from './image';

/** Every answer to "on what should the converted image be built", the default first. */
export const runtimeFlavours: readonly RuntimeFlavour[] = [
  'auto',
  'distroless',
  'slim',
  'scratch',
  'alpine',
  'chainguard',
];
