import { describe, expect, it } from 'vitest';
import {
  gatheredLibraries,
  isHeavyPackage,
  isSharedLibraryPackage,
  loadsFilesOfItsOwn,
} from '../../server/src/images/gathered-libraries';

describe('libraries that need more than what they are linked to', () => {
  it.each(['mariadb', 'mysqlclient', 'odbc', 'MagickCore-6.Q16', 'opencv_core', 'gstreamer-1.0', 'Qt5Core'])(
    '%s does',
    (library) => expect(loadsFilesOfItsOwn(library)).toBe(true),
  );
  it.each(['pq', 'curl', 'sqlite3', 'zmq', 'GeoIP', 'luminance', 'sodium', 'ev'])('%s does not', (library) =>
    expect(loadsFilesOfItsOwn(library)).toBe(false),
  );
  it.each(['libmariadb-dev', 'qt6-base-dev', 'libopencv-dev', 'libluajit-5.1-dev'])('%s brings one', (name) =>
    expect(isHeavyPackage(name)).toBe(true),
  );
});

describe('packages of shared libraries alone', () => {
  it.each(['libpq5', 'libssl3t64', 'libev4'])('%s', (name) =>
    expect(isSharedLibraryPackage(name)).toBe(true),
  );
  it.each(['libpq-dev', 'libcap2-bin', 'libmariadb3', 'curl', 'git'])('not %s', (name) =>
    expect(isSharedLibraryPackage(name)).toBe(false),
  );
});

describe('gathering', () => {
  it('asks the loader for every program', () => {
    const { prepares } = gatheredLibraries(['/app/a', '/app/b']);
    expect(prepares[0]?.text).toContain('ldd /app/a /app/b');
  });
  it('quotes what a shell would split', () => {
    expect(gatheredLibraries(['/app/my server']).prepares[0]?.text).toContain("ldd '/app/my server'");
  });
  it('stops the build where a library is not found', () => {
    expect(gatheredLibraries(['/app/a']).prepares[0]?.text).toMatch(
      /^RUN ! ldd \/app\/a \| grep 'not found'/,
    );
  });
});
