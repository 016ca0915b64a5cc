import type { RunCommand, Stage, Step } from './model';

/** Where a path of a stage's file system comes from. Absolute, normalised paths throughout. */
export type PathOrigin =
  /** Copied from the build context; `path` is relative to its root. */
  | { readonly kind: 'context'; readonly path: string; readonly step: Step }
  | { readonly kind: 'stage'; readonly stage: Stage; readonly path: string; readonly step: Step }
  /** Copied from an image by `COPY --from=image`, or by ADD of an archive or address. */
  | { readonly kind: 'foreign'; readonly step: Step }
  | { readonly kind: 'command'; readonly command: RunCommand; readonly step: Step }
  /** Part of the base image, or may be: it lies where base images have files. */
  | { readonly kind: 'base' }
  /** Certain: nothing in the stage creates it. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly because: string };
