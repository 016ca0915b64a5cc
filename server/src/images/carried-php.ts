import { known, unknown, type Fact } from '../text/fact';
import type { CarriedParts, Interpreter, RuntimeNeeds } from './image';

/** Where the official images have PHP and its extensions. Source: docker-library/php. */
const program = '/usr/local/bin/php';
const libraries = '/usr/local/lib';

/** PHP of the command line as the builder has it, with its extensions and the libraries that they are linked to. */
export function carriedPhp({ edition, version }: Interpreter, { builder }: RuntimeNeeds): Fact<CarriedParts> {
  if (builder?.reference.repository !== 'php' || builder.family !== 'official')
    return unknown('where the builder has PHP is not known');
  if (edition !== 'command') return unknown('the web server of the image starts PHP');
  const text = [
    `RUN find ${program} ${libraries}/php/extensions -type f -exec ldd {} + 2>/dev/null \\`,
    `    | awk '/=> \\/(usr\\/)?lib/ { print $3 }' | sort -u \\`,
    `    | grep -vE '/lib(c|m|dl|rt|pthread|util|resolv)\\.so' | xargs -r cp -Lt ${libraries}`,
  ].join('\n');
  const what = version === undefined ? 'PHP' : `PHP ${version}`;
  return known({
    prepares: [
      {
        text,
        reason: `puts the libraries that ${what} and its extensions are linked to beside them, but for the C library, which the runtime image has`,
      },
    ],
    copies: [
      { from: program, to: program, reason: `${what} itself, as the builder has it` },
      { from: libraries, to: libraries, reason: 'its extensions, and the libraries that they are linked to' },
      {
        from: '/usr/local/etc',
        to: '/usr/local/etc',
        reason: 'its settings, and which extensions are loaded',
      },
    ],
    env: [
      { name: 'PHP_INI_DIR', value: '/usr/local/etc/php', reason: 'as in the image of the builder' },
      { name: 'LD_LIBRARY_PATH', value: libraries, reason: 'where the libraries lie' },
    ],
  });
}
