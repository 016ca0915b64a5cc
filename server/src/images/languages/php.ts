import { known, unknown } from '../../text/fact';
import { carriedPhp } from '../carried-php';
import type { LanguageRuntimes } from './language';

export const phpRuntimes: LanguageRuntimes = {
  // Alpine's images have the name with another number; their servers are started as root.
  user: { name: 'www-data', uid: 33 },
  names: /^(\/usr\/local\/bin\/)?php$/,
  distroless: () => unknown('there is no distroless image with PHP'),
  distrolessPath: () => 'php',
  carried: carriedPhp,
  carriedOntoSlim: true,
  // Compilers are part of every image of PHP but those of Alpine: there is no slim one.
  slim: (_, { builder }) =>
    builder?.family === 'official'
      ? known(builder.reference.raw)
      : unknown('no smaller image with PHP is known'),
};
