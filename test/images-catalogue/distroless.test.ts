import { describe, expect, it } from 'vitest';
import { deprecatedDistroless } from '../../server/src/images/catalogue';
import { parseImageReference } from '../../server/src/images/reference';
import { find, systemOf } from './support';

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const digest = `sha256:${'ab'.repeat(32)}`;

function judge(name: string) {
  return deprecatedDistroless(parseImageReference(name)!);
}

describe('a distroless image', () => {
  it.each([
    ['static-debian13', 'debian 13 | none | none'],
    ['static', 'debian 13 | none | none'],
    ['base-debian12', 'debian 12 | glibc 2.36 | none'],
    ['base-nossl-debian13', 'debian 13 | glibc 2.41 | none'],
    ['cc', 'debian 13 | glibc 2.41 | none'],
    ['cc-debian11', 'debian 11 | glibc 2.31 | none'],
    ['base-debian10', 'debian 10 | glibc 2.28 | none'],
    ['java21', 'debian 13 | glibc 2.41 | none'],
    ['nodejs24-debian13', 'debian 13 | glibc 2.41 | none'],
    ['python3-debian12', 'debian 12 | glibc 2.36 | none'],
    ['nodejs', '? | glibc | none'],
    ['java11', '? | glibc | none'],
    ['static-debian14', 'debian 14 | none | none'],
  ])('%s stands on %s', (name, system) => {
    expect(systemOf(find(`gcr.io/distroless/${name}`)!)).toBe(system);
  });

  it.each([
    ['', 'root', 0, '/', false],
    [':latest', 'root', 0, '/', false],
    [':nonroot', 'nonroot', 65532, '/home/nonroot', false],
    [':debug', 'root', 0, '/', true],
    [':debug-nonroot', 'nonroot', 65532, '/home/nonroot', true],
    [':latest-amd64', 'root', 0, '/', false],
    [':nonroot-arm64', 'nonroot', 65532, '/home/nonroot', false],
    [':debug-nonroot-s390x', 'nonroot', 65532, '/home/nonroot', true],
  ])('runs with the tag %j as %s', (tag, name, uid, workdir, debug) => {
    const image = find(`gcr.io/distroless/base-debian13${tag}`);
    expect(image).toMatchObject({ user: { name, uid }, workdir, debug, shell: null, slim: true });
    expect(image?.entrypoint).toEqual(debug ? ['/busybox/sh'] : []);
    expect(image?.env).toEqual({
      PATH: debug ? `${PATH}:/busybox` : PATH,
      SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt',
    });
  });

  it.each([
    ['nodejs22-debian13', ['/nodejs/bin/node']],
    ['nodejs22-debian13:debug', ['/nodejs/bin/node']],
    ['java17:nonroot', ['/usr/bin/java', '-jar']],
    ['python3-debian13', ['/usr/bin/python3.13']],
    ['python3-debian12:debug', ['/usr/bin/python3.11']],
    ['java-base-debian13', []],
    ['java-base-debian13:debug', ['/busybox/sh']],
    ['python2.7', undefined],
    ['nodejs16-debian11', undefined],
  ])('%s starts %j', (name, entrypoint) => {
    expect(find(`gcr.io/distroless/${name}`)?.entrypoint).toEqual(entrypoint);
  });

  it.each([':0123abcd', `@${digest}`])('keeps quiet on what the tag decides with %s', (suffix) => {
    expect(find(`gcr.io/distroless/static-debian13${suffix}`)).toMatchObject({
      libc: 'none',
      shell: null,
      packageManager: 'none',
      user: undefined,
      workdir: undefined,
      entrypoint: undefined,
    });
  });

  it.each(['nosuch', 'static13', 'basement', 'base-debian', 'static-debian13-x', 'cc/x'])(
    '%s is unknown',
    (name) => {
      expect(find(`gcr.io/distroless/${name}`)).toBeUndefined();
      expect(judge(`gcr.io/distroless/${name}`)).toBeUndefined();
    },
  );
});

describe('a deprecated distroless image', () => {
  it.each([
    ['static-debian12', 'static-debian13:latest', 'September 2026'],
    ['static-debian12:nonroot', 'static-debian13:nonroot', 'September 2026'],
    ['base-debian12:debug-nonroot', 'base-debian13:debug-nonroot', 'September 2026'],
    ['base-nossl-debian12', 'base-nossl-debian13:latest', 'September 2026'],
    ['cc-debian12:nonroot-arm64', 'cc-debian13:nonroot-arm64', 'September 2026'],
    ['static-debian11:nonroot', 'static-debian13:nonroot', '2024-09-03'],
    ['base-debian11', 'base-debian13:latest', 'OpenSSL 1.1'],
    ['cc-debian10', 'cc-debian13:latest', 'OpenSSL 1.1'],
    ['java17-debian12:nonroot', 'java17-debian13:nonroot', '2026-02-27'],
    ['java21-debian12', 'java21-debian13:latest', '2026-02-27'],
    ['java17-debian11', 'java17-debian13:latest', '2024-09-03'],
    ['java-base-debian12', 'java-base-debian13:latest', '2026-02-27'],
    ['nodejs22-debian12:debug', 'nodejs22-debian13:debug', '2026-02-27'],
    ['nodejs24-debian12', 'nodejs24-debian13:latest', '2026-02-27'],
  ])('%s is replaced by %s', (name, successor, reason) => {
    const judgement = judge(`gcr.io/distroless/${name}`);
    expect(judgement?.successor).toBe(`gcr.io/distroless/${successor}`);
    expect(judgement?.because).toContain(reason);
    expect(find(`gcr.io/distroless/${name}`)?.successor).toBe(judgement?.successor);
    expect(judge(judgement!.successor!)).toBeUndefined();
  });

  it.each([
    ['nodejs', '22, 24 and 26'],
    ['nodejs:18', '22, 24 and 26'],
    ['nodejs18-debian12', '22, 24 and 26'],
    ['nodejs20-debian12:nonroot', '22, 24 and 26'],
    ['nodejs20-debian13', '2026-05-01'],
    ['nodejs20', '22, 24 and 26'],
    ['nodejs16-debian11', '22, 24 and 26'],
    ['nodejs-debian11', '22, 24 and 26'],
    ['java', '17, 21 and 25'],
    ['java:11', '17, 21 and 25'],
    ['java8', '17, 21 and 25'],
    ['java11', '17, 21 and 25'],
    ['java11-debian11', '17, 21 and 25'],
    ['python2.7', '3.13'],
    ['python2.7-debian10', '3.13'],
    ['python3-debian12', '2026-05-12'],
    ['python3-debian11', '3.13'],
    ['go', 'static-debian13'],
    ['dotnet', 'chiseled'],
  ])('%s has no replacement of the same language version', (name, reason) => {
    const judgement = judge(`gcr.io/distroless/${name}`);
    expect(judgement).toMatchObject({ successor: undefined });
    expect(judgement?.because).toContain(reason);
    expect(find(`gcr.io/distroless/${name}`)?.status).toBe('end-of-life');
  });

  it.each(['static-debian12:0123abcd', `static-debian12@${digest}`])('%s gets no tag made up', (name) => {
    expect(judge(`gcr.io/distroless/${name}`)).toMatchObject({ successor: undefined });
  });

  it.each([
    'gcr.io/distroless/static',
    'gcr.io/distroless/static-debian13:debug',
    'gcr.io/distroless/base-debian13:nonroot',
    'gcr.io/distroless/cc',
    'gcr.io/distroless/java25',
    'gcr.io/distroless/nodejs26-debian13',
    'gcr.io/distroless/python3-debian13',
    // newer than the catalogue: not for it to judge
    'gcr.io/distroless/static-debian14',
    'gcr.io/distroless/nodejs28-debian13',
    'gcr.io/distroless/java29',
    'golang:1.22',
    'scratch',
    'example.com/distroless/static-debian11',
    'distroless/static-debian11',
  ])('is not %s', (raw) => {
    expect(judge(raw)).toBeUndefined();
  });
});
