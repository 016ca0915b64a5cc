import { describe, expect, it } from 'vitest';
import { catalogueInfo } from '../../server/src/images/catalogue';
import { find, systemOf } from './support';

const digest = `sha256:${'ab'.repeat(32)}`;

describe('the system that a tag stands on', () => {
  it.each([
    // Go: the tag names its release
    ['golang:1.22-bookworm', 'debian 12 | glibc 2.36 | apt'],
    ['golang:1.21.5-bullseye', 'debian 11 | glibc 2.31 | apt'],
    ['golang:1.12-stretch', 'debian 9 | glibc 2.24 | apt'],
    ['golang:bookworm', 'debian 12 | glibc 2.36 | apt'],
    ['golang:1.22-alpine3.19', 'alpine 3.19 | musl | apk'],
    ['golang:alpine3.20', 'alpine 3.20 | musl | apk'],
    // Go: it stood on the release that was the default when that patch was built last
    ['golang:1.16.6', 'debian 10 | glibc 2.28 | apt'],
    ['golang:1.16', 'debian 11 | glibc 2.31 | apt'],
    ['golang:1.19.9', 'debian 11 | glibc 2.31 | apt'],
    ['golang:1.19.10', 'debian 12 | glibc 2.36 | apt'],
    ['golang:1.19', 'debian 12 | glibc 2.36 | apt'],
    ['golang:1.20.4', 'debian 11 | glibc 2.31 | apt'],
    ['golang:1.20', 'debian 12 | glibc 2.36 | apt'],
    ['golang:1.22.3', 'debian 12 | glibc 2.36 | apt'],
    ['golang:1.24.5', 'debian 12 | glibc 2.36 | apt'],
    ['golang:1.24.6', 'debian 13 | glibc 2.41 | apt'],
    ['golang:1.24', 'debian 13 | glibc 2.41 | apt'],
    ['golang:1.25', 'debian 13 | glibc 2.41 | apt'],
    ['golang:1.27.9', 'debian 13 | glibc 2.41 | apt'],
    ['golang:1', 'debian 13 | glibc 2.41 | apt'],
    ['golang', 'debian 13 | glibc 2.41 | apt'],
    ['golang:latest', 'debian 13 | glibc 2.41 | apt'],
    ['golang:alpine', 'alpine 3.24 | musl | apk'],
    ['golang:1-alpine', 'alpine 3.24 | musl | apk'],
    ['golang:1.22-alpine', 'alpine 3.21 | musl | apk'],
    ['golang:1.21.4-alpine', 'alpine 3.18 | musl | apk'],
    ['golang:1.21.5-alpine', 'alpine 3.19 | musl | apk'],
    // Go: nobody can know
    ['golang:1.99', '? | glibc | apt'],
    ['golang:2', '? | glibc | apt'],
    ['golang:1.5', '? | glibc | apt'],
    ['golang:1.99-alpine', '? | musl | apk'],
    ['golang:1.23rc1', '? | glibc | apt'],
    ['golang:1.8.1-alpine', '? | musl | apk'],
    // by other names
    ['docker.io/library/golang:1.22', 'debian 12 | glibc 2.36 | apt'],
    ['mirror.gcr.io/library/golang:1.22', 'debian 12 | glibc 2.36 | apt'],
    ['public.ecr.aws/docker/library/golang:1.22', 'debian 12 | glibc 2.36 | apt'],
    ['registry.hub.docker.com/library/golang:1.22', 'debian 12 | glibc 2.36 | apt'],
    ['arm64v8/golang:1.22', 'debian 12 | glibc 2.36 | apt'],
    [`golang:1.22@${digest}`, 'debian 12 | glibc 2.36 | apt'],
    // other languages
    ['node:20-slim', 'debian 12 | glibc 2.36 | apt'],
    ['node:26', 'debian 13 | glibc 2.41 | apt'],
    ['node:24.99.0', 'debian 12 | glibc 2.36 | apt'],
    ['node:lts', 'debian 12 | glibc 2.36 | apt'],
    ['node:lts-alpine3.19', 'alpine 3.19 | musl | apk'],
    ['node:16', 'debian 10 | glibc 2.28 | apt'],
    ['python:3.11-slim-bookworm', 'debian 12 | glibc 2.36 | apt'],
    ['python:3.11', 'debian 13 | glibc 2.41 | apt'],
    ['python:3.11.4-slim', 'debian 12 | glibc 2.36 | apt'],
    ['python:3.8-alpine', 'alpine 3.20 | musl | apk'],
    ['rust:1.80-slim', 'debian 12 | glibc 2.36 | apt'],
    ['rust:1', 'debian 13 | glibc 2.41 | apt'],
    ['php:7.4-apache', 'debian 11 | glibc 2.31 | apt'],
    ['ruby:3.4-alpine', 'alpine 3.24 | musl | apk'],
    ['gcc:13', 'debian 12 | glibc 2.36 | apt'],
    ['nginx:stable-alpine-slim', 'alpine 3.24 | musl | apk'],
    ['eclipse-temurin:17-jre', 'ubuntu 26.04 | glibc 2.43 | apt'],
    ['eclipse-temurin:20-jdk', 'ubuntu 22.04 | glibc 2.35 | apt'],
    ['eclipse-temurin:17-jre-alpine-3.20', 'alpine 3.20 | musl | apk'],
    ['eclipse-temurin:17-ubi9-minimal', '? | glibc | ?'],
    ['openjdk:17', '? | glibc | ?'],
    ['openjdk:17-slim', 'debian 11 | glibc 2.31 | apt'],
    ['openjdk:17-oracle', '? | glibc | ?'],
    ['adoptopenjdk/openjdk11:alpine-jre', '? | musl | apk'],
    ['azul/zulu-openjdk-alpine:11.0.5', '? | musl | apk'],
    ['registry.access.redhat.com/ubi8/openjdk-17', 'rhel 8 | glibc 2.28 | microdnf'],
    ['public.ecr.aws/amazoncorretto/amazoncorretto:21-al2', 'amazonlinux 2 | glibc 2.26 | yum'],
    ['maven:3.9-eclipse-temurin-21-noble', 'ubuntu 24.04 | glibc 2.39 | apt'],
    ['maven:3.8-openjdk-17', '? | glibc | ?'],
    ['maven:3-amazoncorretto-17', '? | glibc | ?'],
    ['maven:3-amazoncorretto-17-alpine', '? | musl | apk'],
    ['mcr.microsoft.com/dotnet/aspnet:9.0-azurelinux3.0-distroless', '? | glibc | none'],
    ['amazoncorretto:21-al2', 'amazonlinux 2 | glibc 2.26 | yum'],
    // distributions
    ['debian', 'debian 13 | glibc 2.41 | apt'],
    ['debian:11-slim', 'debian 11 | glibc 2.31 | apt'],
    ['debian:12.5', 'debian 12 | glibc 2.36 | apt'],
    ['debian:buster', 'debian 10 | glibc 2.28 | apt'],
    ['debian:bookworm-20240110-slim', 'debian 12 | glibc 2.36 | apt'],
    ['debian:bookworm-backports', 'debian 12 | glibc 2.36 | apt'],
    ['debian:stable-slim', 'debian 13 | glibc 2.41 | apt'],
    ['debian:testing', 'debian 14 | glibc | apt'],
    ['debian:sid', 'debian sid | glibc | apt'],
    ['debian:4', '? | glibc | apt'],
    ['ubuntu:18.04', 'ubuntu 18.04 | glibc 2.27 | apt'],
    ['ubuntu:20.04', 'ubuntu 20.04 | glibc 2.31 | apt'],
    ['ubuntu:focal', 'ubuntu 20.04 | glibc 2.31 | apt'],
    ['ubuntu:noble-20240127', 'ubuntu 24.04 | glibc 2.39 | apt'],
    ['ubuntu', 'ubuntu 26.04 | glibc 2.43 | apt'],
    ['ubuntu:rolling', 'ubuntu 26.04 | glibc 2.43 | apt'],
    ['ubuntu:devel', 'ubuntu 26.10 | glibc | apt'],
    ['alpine', 'alpine 3.24 | musl | apk'],
    ['alpine:3.19.1', 'alpine 3.19 | musl | apk'],
    ['alpine:3.1', '? | musl | apk'],
    ['alpine:edge', 'alpine edge | musl | apk'],
    ['alpine:20240329', '? | musl | apk'],
    ['buildpack-deps:bookworm-scm', 'debian 12 | glibc 2.36 | apt'],
    ['buildpack-deps:22.04', 'ubuntu 22.04 | glibc 2.35 | apt'],
    ['fedora:41', 'fedora 41 | glibc 2.40 | dnf'],
    ['almalinux:9-minimal', 'almalinux 9 | glibc 2.34 | microdnf'],
    ['amazonlinux:2', 'amazonlinux 2 | glibc 2.26 | yum'],
    ['public.ecr.aws/amazonlinux/amazonlinux:2023', 'amazonlinux 2023 | glibc 2.34 | dnf'],
    ['redhat/ubi9-minimal:9.4', 'rhel 9 | glibc 2.34 | microdnf'],
    ['registry.access.redhat.com/ubi8', 'rhel 8 | glibc 2.28 | dnf'],
    ['registry.access.redhat.com/ubi8/ubi:8.10', 'rhel 8 | glibc 2.28 | dnf'],
    ['busybox:musl', '? | ? | none'],
    ['busybox:1.37-glibc', '? | glibc | none'],
    // .NET, hardened and minimal images
    ['mcr.microsoft.com/dotnet/aspnet:8.0', 'debian 12 | glibc 2.36 | apt'],
    ['mcr.microsoft.com/dotnet/sdk:10.0', 'ubuntu 24.04 | glibc 2.39 | apt'],
    ['mcr.microsoft.com/dotnet/runtime:8.0-jammy-chiseled', 'ubuntu 22.04 | glibc 2.35 | none'],
    ['mcr.microsoft.com/dotnet/runtime-deps:9.0-alpine3.20', 'alpine 3.20 | musl | apk'],
    ['mcr.microsoft.com/dotnet/aspnet:6.0', '? | glibc | apt'],
    ['cgr.dev/chainguard/static', '? | none | none'],
    ['cgr.dev/chainguard/glibc-dynamic:latest', '? | glibc 2.43 | none'],
    ['cgr.dev/chainguard/go:latest-dev', '? | glibc 2.43 | apk'],
    ['dhi.io/golang:1.26-debian13-dev', 'debian 13 | glibc 2.41 | apt'],
    ['dhi.io/golang:1.26', 'debian 13 | glibc 2.41 | none'],
    ['dhi.io/golang:1.27-alpine3.24-dev', 'alpine 3.24 | musl | apk'],
    ['dhi.io/node:24-alpine3.22', 'alpine 3.22 | musl | none'],
    ['scratch', '? | none | none'],
  ])('%s: %s', (raw, system) => {
    expect(systemOf(find(raw)!)).toBe(system);
  });

  it('knows a release by its codename too', () => {
    expect(find('golang:1.22')?.distribution).toEqual({
      name: 'debian',
      version: '12',
      codename: 'bookworm',
    });
    expect(find('alpine:3.19')?.distribution).toEqual({
      name: 'alpine',
      version: '3.19',
      codename: undefined,
    });
  });
});

describe('images that the catalogue does not judge', () => {
  it.each([
    'ghcr.io/acme/app:1',
    'bitnami/golang:1.22',
    'circleci/golang:1.15',
    'acme/golang:1.22',
    'quay.io/library/golang:1.22',
    'localhost:5000/golang',
    'gcr.io/golang',
    'cgr.dev/acme/go:latest',
    'cgr.dev/chainguard/nosuch',
    'golang:1.22-windowsservercore-ltsc2022',
    'golang:1.22-nanoserver',
    'mcr.microsoft.com/dotnet/aspnet:8.0-nanoserver-ltsc2022',
    'mcr.microsoft.com/windows/servercore:ltsc2022',
    'golang:1.8-onbuild',
    'node:8-onbuild',
    'dhi.io/golang:1-sfw-dev',
    'scratch:latest',
    'docker.io/library/scratch',
    'constructor',

    'build',
  ])('%s', (raw) => {
    expect(find(raw)).toBeUndefined();
  });
});

describe('other facts of a tag', () => {
  it('gives Go images their role, version, work directory and variables', () => {
    expect(find('golang:1.22.3')).toMatchObject({
      family: 'official',
      role: 'toolchain',
      language: 'go',
      languageVersion: '1.22.3',
      workdir: '/go',
      shell: '/bin/sh',
      user: { name: 'root', uid: 0 },
      entrypoint: [],
      cmd: ['bash'],
      debug: false,
      slim: false,
      env: {
        GOPATH: '/go',
        GOTOOLCHAIN: 'local',
        PATH: '/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      },
    });
    expect(find('golang:1.22-alpine')).toMatchObject({ workdir: '/go', slim: true, cmd: ['/bin/sh'] });
  });

  it('leaves the toolchain variable out where Go does not have it yet', () => {
    expect(find('golang:1.20')?.env).not.toHaveProperty('GOTOOLCHAIN');
    expect(find('golang:1.20')?.env).toHaveProperty('GOPATH', '/go');
    expect(find('golang:1')?.env).toHaveProperty('GOTOOLCHAIN', 'local');
  });

  it.each([
    ['golang:latest', undefined],
    ['golang:1-alpine', '1'],
    ['golang:1.23rc1', '1.23'],
    ['node:lts-slim', undefined],
    ['python:3.11-slim-bookworm', '3.11'],
    ['eclipse-temurin:17-jre', '17'],
    ['openjdk:8u212-jdk', '8'],
    ['maven:3.9-eclipse-temurin-21', '21'],
    ['maven:3-jdk-11-slim', '11'],
    ['maven:3.9.6', undefined],
    ['gradle:8.5-jdk17-alpine', '17'],
    ['java:8', '8'],
    ['java:openjdk-8-jre-alpine', '8'],
    ['adoptopenjdk:11-jre-hotspot', '11'],
    ['adoptopenjdk/openjdk11:jdk-11.0.2.9-slim', '11'],
    ['adoptopenjdk/openjdk11:latest', '11'],
    ['azul/zulu-openjdk:17.0.2-jre', '17.0.2'],
    ['bellsoft/liberica-openjdk-alpine:21-cds', '21'],
    ['public.ecr.aws/amazoncorretto/amazoncorretto:21', '21'],
    ['registry.access.redhat.com/ubi8/openjdk-17', '17'],
    ['registry.redhat.io/ubi9/openjdk-21-runtime:1.20', '21'],
    ['sbtscala/scala-sbt:eclipse-temurin-17.0.15_6_1.11.3_3.7.1', '17'],
    ['sbtscala/scala-sbt:eclipse-temurin-jammy-22_36_1.10.0_3.4.2', '22'],
    ['sbtscala/scala-sbt:amazoncorretto-al2023-21.0.6_1.10.0_3.4.2', '21'],
    ['sbtscala/scala-sbt:17.0.2_1.6.2_3.1.3', '17.0.2'],
    ['hseeberger/scala-sbt:8u222_1.3.5_2.13.1', '8'],
    ['php:8.3-fpm', '8.3'],
    ['debian:12', undefined],
    ['nginx:1.27', undefined],
    ['gcr.io/distroless/java21-debian13', '21'],
    ['gcr.io/distroless/nodejs24', '24'],
    ['gcr.io/distroless/python3-debian12', '3.11'],
    ['gcr.io/distroless/python3', '3.13'],
    ['gcr.io/distroless/base-debian13', undefined],
  ])('%s has language version %s', (raw, version) => {
    expect(find(raw)?.languageVersion).toBe(version);
  });

  it.each([
    ['node:20', 'toolchain', false],
    ['node:20-slim', 'toolchain', true],
    ['debian:12', 'os', false],
    ['debian:bookworm-slim', 'os', true],
    ['alpine', 'os', true],
    ['ubuntu:24.04', 'os', false],
    ['eclipse-temurin:17', 'toolchain', false],
    ['eclipse-temurin:17-jre', 'runtime', false],
    ['eclipse-temurin:17-jre-alpine', 'runtime', true],
    ['openjdk:8-jre', 'runtime', false],
    ['azul/zulu-openjdk:17-jre-headless', 'runtime', false],
    ['registry.access.redhat.com/ubi9/openjdk-17', 'toolchain', false],
    ['registry.access.redhat.com/ubi9/openjdk-17-runtime', 'runtime', false],
    ['php:8.3-fpm-alpine', 'runtime', true],
    ['redhat/ubi9-minimal', 'os', true],
    ['scratch', 'minimal', true],
    ['mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled', 'runtime', true],
    ['cgr.dev/chainguard/static', 'minimal', false],
  ])('%s is a %s image, slim: %s', (raw, role, slim) => {
    expect(find(raw)).toMatchObject({ role, slim });
  });

  it.each([
    ['node:20', ['docker-entrypoint.sh'], ['node']],
    ['node:8', undefined, ['node']],
    ['python:3.12', [], ['python3']],
    ['nginx', ['/docker-entrypoint.sh'], ['nginx', '-g', 'daemon off;']],
    ['debian', [], ['bash']],
    ['eclipse-temurin:17-jre', ['/__cacert_entrypoint.sh'], []],
    ['eclipse-temurin:17-centos7', undefined, undefined],
    ['fedora', undefined, undefined],
    ['mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled', ['/usr/bin/dotnet'], ['--info']],
    ['cgr.dev/chainguard/go', ['/usr/bin/go'], ['help']],
    ['cgr.dev/chainguard/go:latest-dev', undefined, undefined],
    ['dhi.io/php:8.3', undefined, []],
  ])('%s starts with %j %j', (raw, entrypoint, cmd) => {
    expect(find(raw)).toMatchObject({ entrypoint, cmd });
  });

  it.each([
    ['mcr.microsoft.com/dotnet/aspnet:10.0', { name: 'root', uid: 0 }],
    ['mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled', { name: 'app', uid: 1654 }],
    ['mcr.microsoft.com/dotnet/aspnet:6.0-jammy-chiseled', undefined],
    ['cgr.dev/chainguard/static', { name: 'nonroot', uid: 65532 }],
    ['cgr.dev/chainguard/static:latest-dev', undefined],
    ['dhi.io/node:24', { name: 'node', uid: 1000 }],
    ['dhi.io/node:24-alpine3.24-dev', { name: 'root', uid: 0 }],
    ['nginxinc/nginx-unprivileged:1.30', { name: 'nginx', uid: 101 }],
    ['fedora:44', undefined],
    ['scratch', { name: undefined, uid: 0 }],
  ])('%s runs as %j', (raw, user) => {
    expect(find(raw)?.user).toEqual(user);
  });

  it('knows which images have a shell', () => {
    expect(find('mcr.microsoft.com/dotnet/runtime:10.0-noble-chiseled')?.shell).toBeNull();
    expect(find('cgr.dev/chainguard/static')?.shell).toBeNull();
    expect(find('cgr.dev/chainguard/static:latest-dev')?.shell).toBe('/bin/sh');
    expect(find('cgr.dev/chainguard/node')?.shell).toBe('/bin/sh');
    expect(find('dhi.io/elixir:1')?.shell).toBeUndefined();
    expect(find('scratch')?.shell).toBeNull();
  });

  it('judges support as of the day of the catalogue, by what ends first', () => {
    expect(find('golang:1.22')).toMatchObject({ status: 'end-of-life', endOfLife: '2025-02-11' });
    expect(find('golang:1.9')).toMatchObject({ status: 'end-of-life' });
    expect(find('golang:1.27-bookworm')).toMatchObject({ status: 'current', endOfLife: '2028-06-30' });
    expect(find('golang:latest')?.status).toBe('current');
    expect(find('golang:1')?.status).toBe('current');
    expect(find('debian:buster')).toMatchObject({ status: 'end-of-life', endOfLife: '2024-06-30' });
    expect(find('ubuntu:24.04')).toMatchObject({ status: 'current', endOfLife: '2029-05-31' });
    expect(find('openjdk:17')?.status).toBe('deprecated');
    expect(find('python:3.9-slim-trixie')).toMatchObject({ status: 'end-of-life', endOfLife: '2025-10-31' });
  });

  it('estimates sizes only where a source has one', () => {
    expect(find('golang:1.22.3')?.diskBytes).toBe(760_000_000);
    expect(find('golang:1.22-alpine')?.diskBytes).toBeUndefined();
    expect(find('debian:12-slim')?.diskBytes).toBe(77_000_000);
    expect(find('python:3.12-slim')?.diskBytes).toBeUndefined();
    expect(find('gcr.io/distroless/static')?.diskBytes).toBe(3_000_000);
    expect(find('golang')?.compressedBytes).toBe(304_800_000);
    expect(find('acme/app')?.diskBytes).toBeUndefined();
  });
});

describe('a reference by digest alone', () => {
  it('gets what holds for every tag of its repository', () => {
    expect(find(`golang@${digest}`)).toMatchObject({
      language: 'go',
      role: 'toolchain',
      workdir: '/go',
      shell: '/bin/sh',
      user: { name: 'root', uid: 0 },
      libc: undefined,
      glibc: undefined,
      distribution: undefined,
      packageManager: undefined,
      cmd: undefined,
    });
    expect(find(`debian@${digest}`)).toMatchObject({
      libc: 'glibc',
      packageManager: 'apt',
      glibc: undefined,
    });
    expect(find(`alpine@${digest}`)).toMatchObject({
      libc: 'musl',
      packageManager: 'apk',
      distribution: undefined,
    });
    expect(find(`redhat/ubi9@${digest}`)?.distribution?.version).toBe('9');
    expect(find(`cgr.dev/chainguard/static@${digest}`)).toMatchObject({ shell: undefined, user: undefined });
    expect(find(`dhi.io/golang@${digest}`)).toMatchObject({ shell: undefined, user: undefined });
    expect(find(`busybox@${digest}`)?.libc).toBeUndefined();
  });
});

it('says which catalogue this is', () => {
  expect(catalogueInfo()).toEqual({ version: 1, asOf: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) });
});
