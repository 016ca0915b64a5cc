import { describe, expect, it } from 'vitest';
import { formatReference, parseImageReference } from '../../server/src/images/reference';

const sha256 = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('parseImageReference', () => {
  it.each([
    // raw, registry, repository, tag, digest, short form
    ['golang', 'docker.io', 'golang', undefined, undefined, 'golang'],
    ['golang:1.22', 'docker.io', 'golang', '1.22', undefined, 'golang:1.22'],
    ['scratch', 'docker.io', 'scratch', undefined, undefined, 'scratch'],
    ['library/golang:1', 'docker.io', 'golang', '1', undefined, 'golang:1'],
    ['docker.io/golang:1', 'docker.io', 'golang', '1', undefined, 'golang:1'],
    ['docker.io/library/golang:1', 'docker.io', 'golang', '1', undefined, 'golang:1'],
    ['index.docker.io/library/golang', 'docker.io', 'golang', undefined, undefined, 'golang'],
    ['bitnami/golang:1.22', 'docker.io', 'bitnami/golang', '1.22', undefined, 'bitnami/golang:1.22'],
    ['library/team/app', 'docker.io', 'library/team/app', undefined, undefined, 'library/team/app'],
    ['localhost/app', 'localhost', 'app', undefined, undefined, 'localhost/app'],
    ['localhost:5000/app:v1', 'localhost:5000', 'app', 'v1', undefined, 'localhost:5000/app:v1'],
    ['registry:5000/team/app', 'registry:5000', 'team/app', undefined, undefined, 'registry:5000/team/app'],
    ['[::1]:5000/app', '[::1]:5000', 'app', undefined, undefined, '[::1]:5000/app'],
    ['Registry/app', 'Registry', 'app', undefined, undefined, 'Registry/app'],
    [
      'gcr.io/distroless/static-debian13:nonroot',
      'gcr.io',
      'distroless/static-debian13',
      'nonroot',
      undefined,
      undefined,
    ],
    ['a__b/c-d.e_f:T_1.2-x', 'docker.io', 'a__b/c-d.e_f', 'T_1.2-x', undefined, undefined],
    [`golang@${sha256}`, 'docker.io', 'golang', undefined, sha256, undefined],
    [`golang:1.22@${sha256}`, 'docker.io', 'golang', '1.22', sha256, undefined],
    [`ghcr.io/a/b:c@${sha256}`, 'ghcr.io', 'a/b', 'c', sha256, undefined],
  ])('takes %s apart', (raw, registry, repository, tag, digest, short) => {
    const reference = parseImageReference(raw);
    expect(reference).toEqual({ raw, registry, repository, tag, digest });
    expect(formatReference(reference!)).toBe(short ?? raw);
  });

  it.each([
    '',
    ' ',
    'golang:',
    ':1.22',
    'golang@',
    '@sha256:00',
    'golang:1.22 ',
    'Golang:1.22',
    'team/Golang',
    'golang:-1',
    'golang:.1',
    `golang:${'1'.repeat(129)}`,
    'a'.repeat(256),
    '0123456789abcdef'.repeat(4),
    'golang@sha256:1234',
    `golang@sha256:${'g'.repeat(64)}`,
    `golang@SHA256`,
    `golang@sha256:${'A'.repeat(64)}`,
    'golang:${GO_VERSION}',
    '$BASE',
    'a//b',
    '/a',
    'a/',
    'a/.b',
    'a-/b',
    'a___b',
    'https://gcr.io/a',
    'gcr.io:port/a',
    'gcr.io/',
    'go lang',
    'golang\n',
    '\u0000',
    'gölang',
  ])('rejects %j', (raw) => {
    expect(parseImageReference(raw)).toBeUndefined();
  });

  it('reads hostile text in linear time', () => {
    const long = 'a-'.repeat(200_000);
    for (const raw of [
      long,
      `x/${long}`,
      `a:${long}`,
      `a@${long}`,
      `${'a.'.repeat(200_000)}/b`,
      '/'.repeat(200_000),
    ]) {
      expect(parseImageReference(raw)).toBeUndefined();
    }
  });
});
