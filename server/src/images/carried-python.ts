import { known, unknown, type Fact } from '../text/fact';
import type { BaseImage, CarriedParts, Interpreter, RuntimeNeeds } from './image';
import { compareVersions } from './version';

/** Where the official images have Python, with what pip installs. Source: docker-library/python. */
const home = '/usr/local';

/** True for the official images, and for those that uv builds on them. Source: astral-sh/uv, build-docker.yml. */
export function hasOfficialPython({ reference, language }: BaseImage): boolean {
  return language === 'python' && /^(python|(astral-sh|astral)\/uv)$/.test(reference.repository);
}

/**
 * Python as the builder has it, with the libraries of the operating system that it and its packages are linked to. They are
 * gathered beside Python's own, because the runtime image has neither their folders nor a list of libraries to find them by.
 * It has those of C, C++ and OpenSSL 3 itself, no older than the builder's.
 */
export function carriedPython(
  { version, folders = [], usesPackageManager = false }: Interpreter,
  { builder }: RuntimeNeeds,
): Fact<CarriedParts> {
  if (!builder || !hasOfficialPython(builder)) {
    return unknown('where the builder has Python is not known');
  }
  const searched = [home, ...folders].join(' ');
  const lines = [
    // Also where a SHELL of the author's stops at the first failure in a pipe: ldd fails on scripts.
    `RUN { find ${searched} -type f \\( -name '*.so*' -o -perm -u+x \\) -exec ldd {} + 2>/dev/null || :; } \\`,
    `    | awk '/=> \\/(usr\\/)?lib/ && $3 !~ /\\/lib(c|m|dl|rt|pthread|util|resolv|gcc_s|stdc\\+\\+|gomp)\\.so|\\/lib(ssl|crypto)\\.so\\.3/ { print $3 }' \\`,
    `    | sort -u | xargs -r cp -Lt ${home}/lib \\`,
  ];
  const unused = ['include', 'lib/python3*/ensurepip', 'lib/python3*/idlelib'];
  const pip = ['bin/pip*', 'lib/python3*/site-packages/pip', 'lib/python3*/site-packages/pip-*'];
  const uv = ['bin/uv', 'bin/uvx', 'lib/python3*/site-packages/uv', 'lib/python3*/site-packages/uv-*'];
  lines.push(`    && cd ${home} \\`, `    && rm -rf ${unused.join(' ')}`);
  if (!usesPackageManager)
    lines.splice(-1, 1, `${lines.at(-1) ?? ''} \\`, `        ${pip.join(' ')} \\`, `        ${uv.join(' ')}`);
  const dropped = usesPackageManager ? 'headers and IDLE' : 'pip, uv, headers and IDLE';
  const what = version === undefined ? 'Python' : `Python ${version}`;
  const isOld = version !== undefined && /^3\.\d+/.test(version) && compareVersions(version, '3.13') < 0;
  return known({
    prepares: [
      {
        text: lines.join('\n'),
        reason: `puts the libraries that ${what} and its packages are linked to beside it, but for those of C, C++ and OpenSSL, which the runtime image has; leaves out ${dropped}`,
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
