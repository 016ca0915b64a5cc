import { known, unknown, type Fact } from '../text/fact';
import type { CarriedInterpreter, Interpreter, RuntimeNeeds } from './image';
import { compareVersions } from './version';

/** Where the official images have Python, with what pip installs. Source: docker-library/python. */
const home = '/usr/local';

/**
 * Python as the builder has it, with the libraries of the operating system that it and its packages are linked to. They are
 * gathered beside Python's own, because the runtime image has neither their folders nor a list of libraries to find them by.
 */
export function carriedPython(
  { version, folders = [], usesPackageManager = false }: Interpreter,
  { builder }: RuntimeNeeds,
): Fact<CarriedInterpreter> {
  if (builder?.reference.repository !== 'python' || builder.family !== 'official') {
    return unknown('where the builder has Python is not known');
  }
  const searched = [home, ...folders].join(' ');
  const lines = [
    `RUN find ${searched} -type f \\( -name '*.so*' -o -perm -u+x \\) -exec ldd {} + 2>/dev/null \\`,
    `    | awk '/=> \\/(usr\\/)?lib/ { print $3 }' | sort -u \\`,
    `    | grep -vE '/lib(c|m|dl|rt|pthread|util|resolv)\\.so' | xargs -r cp -Lt ${home}/lib`,
  ];
  const unused = ['include', 'lib/python3*/ensurepip', 'lib/python3*/idlelib'];
  const pip = ['bin/pip*', 'lib/python3*/site-packages/pip', 'lib/python3*/site-packages/pip-*'];
  lines[2] += ' \\';
  lines.push(`    && cd ${home} \\`, `    && rm -rf ${unused.join(' ')}`);
  if (!usesPackageManager) lines.splice(-1, 1, `${lines.at(-1) ?? ''} \\`, `        ${pip.join(' ')}`);
  const dropped = usesPackageManager ? 'headers and IDLE' : 'pip, headers and IDLE';
  const what = version === undefined ? 'Python' : `Python ${version}`;
  const isOld = version !== undefined && /^3\.\d+/.test(version) && compareVersions(version, '3.13') < 0;
  return known({
    prepares: [
      {
        text: lines.join('\n'),
        reason: `puts the libraries that ${what} and its packages are linked to beside it, but for the C library, which the runtime image has; leaves out ${dropped}`,
      },
    ],
    copies: [
      {
        from: home,
        to: home,
        reason: `${what} itself, as the builder has it, and what was installed for it`,
      },
    ],
    env: [
      // Source: docker-library/python, which sets it for these versions.
      ...(isOld ? [{ name: 'LANG', value: 'C.UTF-8', reason: 'as in the image of the builder' }] : []),
      { name: 'LD_LIBRARY_PATH', value: `${home}/lib`, reason: 'where the libraries lie' },
    ],
  });
}
