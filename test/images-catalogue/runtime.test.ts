import { describe, expect, it } from 'vitest';
import type { RuntimeFlavour, RuntimeNeeds } from '../../server/src/images/image';
import { chooseRuntime, ladder } from '../../server/src/images/runtime';
import { find } from './support';

interface Needs extends Partial<Omit<RuntimeNeeds, 'builder' | 'builderGlibc'>> {
  builder?: string;
}

/** The glibc that the builder links with is that of its image. */
function needs({ builder, ...rest }: Needs): RuntimeNeeds {
  const image = builder === undefined ? undefined : find(builder);
  return {
    libc: 'none',
    builderGlibc: image?.glibc,
    cxxRuntime: false,
    openssl: false,
    shell: false,
    packages: [],
    builder: image,
    ...rest,
  };
}

const STATIC = 'gcr.io/distroless/static-debian13:nonroot';
const BASE = 'gcr.io/distroless/base-debian13:nonroot';
const NO_SSL = 'gcr.io/distroless/base-nossl-debian13:nonroot';
const CC = 'gcr.io/distroless/cc-debian13:nonroot';

describe('the ladder of runtimes', () => {
  it.each<[string, RuntimeFlavour, Needs, string[]]>([
    ['a static program', 'auto', { builder: 'golang:1.22' }, [STATIC, 'debian:bookworm-slim']],
    ['a static program from Alpine', 'auto', { builder: 'golang:1.22-alpine' }, [STATIC, 'alpine:3.21']],
    ['a static program from anywhere', 'auto', {}, [STATIC, 'debian:trixie-slim']],
    ['a static program', 'distroless', { builder: 'golang:1.22' }, [STATIC]],
    ['a static program', 'slim', { builder: 'golang:1.22' }, ['debian:bookworm-slim']],
    ['a static program', 'scratch', { builder: 'golang:1.22' }, ['scratch']],
    ['a static program', 'alpine', { builder: 'golang:1.22' }, ['alpine:3.24']],
    ['a static program from Alpine', 'alpine', { builder: 'golang:1.22-alpine3.19' }, ['alpine:3.19']],
    ['a static program', 'chainguard', { builder: 'golang:1.22' }, ['cgr.dev/chainguard/static:latest']],

    ['cgo', 'auto', { libc: 'glibc', builder: 'golang:1.22' }, [NO_SSL, CC, 'debian:bookworm-slim']],
    ['cgo', 'auto', { libc: 'glibc', builder: 'golang:1.27' }, [NO_SSL, CC, 'debian:trixie-slim']],
    ['cgo', 'auto', { libc: 'glibc', builder: 'ubuntu:22.04' }, [NO_SSL, CC, 'ubuntu:22.04']],
    ['cgo', 'auto', { libc: 'glibc', builder: 'fedora:41' }, [NO_SSL, CC, 'fedora:41']],
    [
      'cgo',
      'chainguard',
      { libc: 'glibc', builder: 'golang:1.22' },
      ['cgr.dev/chainguard/glibc-dynamic:latest'],
    ],
    [
      'cgo on a glibc newer than any distroless',
      'auto',
      { libc: 'glibc', builder: 'ubuntu:26.04' },
      ['ubuntu:26.04'],
    ],
    ['cgo on an unknown Debian', 'auto', { libc: 'glibc', builder: 'golang:1.99' }, []],
    ['cgo on an unknown image', 'auto', { libc: 'glibc' }, []],
    [
      'C++',
      'auto',
      { libc: 'glibc', cxxRuntime: true, builder: 'golang:1.22' },
      [CC, 'debian:bookworm-slim'],
    ],
    [
      'OpenSSL 3',
      'auto',
      { libc: 'glibc', openssl: true, builder: 'debian:12' },
      [BASE, CC, 'debian:bookworm-slim'],
    ],
    [
      'OpenSSL 3',
      'auto',
      { libc: 'glibc', openssl: true, builder: 'ubuntu:22.04' },
      [BASE, CC, 'ubuntu:22.04'],
    ],
    [
      'OpenSSL 1.1',
      'auto',
      { libc: 'glibc', openssl: true, builder: 'golang:1.18' },
      ['debian:bullseye-slim'],
    ],
    ['OpenSSL 1.1', 'auto', { libc: 'glibc', openssl: true, builder: 'ubuntu:20.04' }, ['ubuntu:20.04']],
    ['OpenSSL of some kind', 'distroless', { libc: 'glibc', openssl: true, builder: 'fedora:41' }, []],
    ['OpenSSL', 'chainguard', { libc: 'glibc', openssl: true, builder: 'golang:1.22' }, []],
    ['cgo', 'scratch', { libc: 'glibc', builder: 'golang:1.22' }, []],
    ['cgo', 'alpine', { libc: 'glibc', builder: 'golang:1.22' }, []],

    ['musl', 'auto', { libc: 'musl', builder: 'golang:1.22-alpine3.19' }, ['alpine:3.19']],
    ['musl', 'auto', { libc: 'musl', builder: 'golang:1.99-alpine' }, ['alpine:3.24']],
    ['musl', 'auto', { libc: 'musl', builder: 'alpine:edge' }, ['alpine:edge']],
    ['musl', 'distroless', { libc: 'musl', builder: 'golang:1.22-alpine' }, []],
    ['musl', 'scratch', { libc: 'musl', builder: 'golang:1.22-alpine' }, []],
    ['musl', 'chainguard', { libc: 'musl', builder: 'golang:1.22-alpine' }, []],
    ['glibc from Alpine', 'slim', { libc: 'glibc', builder: 'golang:1.22-alpine' }, []],

    ['a shell', 'auto', { shell: true, builder: 'golang:1.22' }, ['debian:bookworm-slim']],
    ['a shell', 'auto', { shell: true, builder: 'debian:12' }, ['debian:bookworm-slim']],
    ['a shell', 'auto', { shell: true, builder: 'debian:bookworm-slim' }, ['debian:bookworm-slim']],
    ['a shell', 'auto', { shell: true, builder: 'buildpack-deps:focal' }, ['ubuntu:20.04']],
    ['a shell', 'auto', { shell: true, builder: 'alpine:3.19.1' }, ['alpine:3.19']],
    ['a shell', 'auto', { shell: true, builder: 'golang:1.99' }, ['debian:trixie-slim']],
    ['a shell', 'distroless', { shell: true, builder: 'golang:1.22' }, []],
    ['a shell', 'scratch', { shell: true }, []],
    ['a shell', 'chainguard', { shell: true }, []],
    ['packages', 'auto', { packages: ['git'], builder: 'golang:1.22' }, ['debian:bookworm-slim']],
    ['packages', 'auto', { packages: ['git'], builder: 'golang:1.22-alpine3.19' }, ['alpine:3.19']],
    ['packages', 'auto', { packages: ['git'], builder: 'redhat/ubi9' }, ['redhat/ubi9']],
    ['packages of an unknown release', 'auto', { packages: ['git'], builder: 'golang:1.99' }, []],
    ['packages of an unknown image', 'auto', { packages: ['git'] }, []],
    ["Debian's packages", 'alpine', { packages: ['git'], builder: 'golang:1.22' }, []],
    [
      "Alpine's packages",
      'alpine',
      { packages: ['git'], builder: 'golang:1.22-alpine3.19' },
      ['alpine:3.19'],
    ],
    [
      "Wolfi's packages",
      'auto',
      { packages: ['git'], builder: 'cgr.dev/chainguard/wolfi-base' },
      ['cgr.dev/chainguard/wolfi-base'],
    ],
    ["Wolfi's packages", 'alpine', { packages: ['git'], builder: 'cgr.dev/chainguard/wolfi-base' }, []],
  ])('%s, %s, %o: %j', (_, flavour, wanted, images) => {
    const rungs = ladder(needs(wanted), flavour);
    expect(rungs.map(({ image }) => image)).toEqual(images);
    const choice = chooseRuntime(needs(wanted), flavour);
    expect(choice).toEqual(
      rungs[0] ? { known: true, value: rungs[0] } : { known: false, because: expect.any(String) },
    );
    for (const { image, because, facts } of rungs) {
      expect(because).toMatch(/^[A-Z].*\.$/);
      expect(facts.reference.raw).toBe(image);
    }
  });
});

describe('why there is no runtime', () => {
  it.each<[RuntimeFlavour, Needs, RegExp]>([
    ['distroless', { libc: 'glibc' }, /glibc version is not known/],
    [
      'distroless',
      { libc: 'glibc', builder: 'ubuntu:26.04' },
      /^the builder's glibc 2\.43 is newer than the 2\.41 of distroless images$/,
    ],
    ['distroless', { libc: 'musl', builder: 'golang:1-alpine' }, /musl/],
    ['distroless', { shell: true }, /a shell/],
    ['distroless', { packages: ['git', 'ffmpeg'] }, /git, ffmpeg/],
    ['distroless', { libc: 'glibc', openssl: true, builder: 'golang:1.18' }, /OpenSSL 1\.1 \(debian 11\)/],
    ['scratch', { libc: 'glibc', builder: 'golang:1.22' }, /no C library/],
    ['scratch', { shell: true }, /a shell/],
    ['alpine', { libc: 'glibc', builder: 'golang:1.22' }, /musl/],
    ['chainguard', { libc: 'glibc', openssl: true, builder: 'golang:1.22' }, /OpenSSL/],
    ['slim', { libc: 'glibc', builder: 'golang:1.99' }, /golang:1\.99/],
    ['auto', { packages: ['git'], builder: 'golang:1.99' }, /distroless images; .*golang:1\.99/],
  ])('%s, %o', (flavour, wanted, because) => {
    expect(chooseRuntime(needs(wanted), flavour)).toEqual({
      known: false,
      because: expect.stringMatching(because),
    });
  });

  it('a slim image older than what the program was linked with', () => {
    const wanted = { ...needs({ libc: 'glibc', builder: 'ubuntu:20.04' }), builderGlibc: [2, 36] as const };
    expect(chooseRuntime(wanted, 'slim')).toMatchObject({
      known: false,
      because: expect.stringContaining('2.36'),
    });
    expect(chooseRuntime(wanted, 'auto')).toMatchObject({ known: true, value: { image: NO_SSL } });
  });
});

it('says what a rung is', () => {
  const rungs = (wanted: Needs, flavour: RuntimeFlavour) =>
    ladder(needs(wanted), flavour).map(({ rung }) => rung);
  expect(rungs({ builder: 'golang:1.22' }, 'auto')).toEqual(['static', 'slim']);
  expect(rungs({ libc: 'glibc', builder: 'golang:1.22' }, 'auto')).toEqual(['base', 'cc', 'slim']);
  expect(rungs({}, 'scratch')).toEqual(['scratch']);
  expect(rungs({}, 'alpine')).toEqual(['slim']);
  expect(rungs({ libc: 'glibc', builder: 'golang:1.22' }, 'chainguard')).toEqual(['cc']);
});
