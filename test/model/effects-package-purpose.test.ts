import { describe, expect, it } from 'vitest';
import type { PackageManager } from '../../server/src/model/effects/package-names';
import { packagePurpose } from '../../server/src/model/effects/package-purpose';
import {
  ALPINE_LISTS,
  DEBIAN_LISTS,
  EVERYWHERE_LISTS,
  RPM_LISTS,
  type PackagePurpose,
} from '../../server/src/model/effects/package-purpose-table';

describe('packagePurpose', () => {
  it.each<[PackageManager, PackagePurpose | undefined, string]>([
    [
      'apt',
      'build',
      'gcc g++ build-essential make cmake pkg-config golang golang-go golang-1.21-go protobuf-compiler upx-ucl',
    ],
    [
      'apt',
      'build',
      'libpq-dev libssl-dev libc6-dev libsqlite3-dev libstdc++-12-dev libc6-dev-arm64-cross linux-headers-amd64',
    ],
    [
      'apt',
      'build',
      'gcc-12 gcc-aarch64-linux-gnu g++-arm-linux-gnueabihf clang-15 crossbuild-essential-arm64 python3-dev',
    ],
    [
      'apt',
      'runtime',
      'ffmpeg imagemagick tesseract-ocr tesseract-ocr-deu graphviz chromium poppler-utils nginx',
    ],
    [
      'apt',
      'runtime',
      'libpq5 libvips42 libssl3 libssl3t64 libsqlite3-0 libc6 libstdc++6 fonts-dejavu openjdk-17-jre-headless',
    ],
    [
      'apt',
      'both',
      'git curl wget unzip jq bash vim net-tools procps gnupg xz-utils openssh-client openjdk-17-jdk',
    ],
    ['apt', 'covered', 'ca-certificates tzdata netbase'],
    ['apt', undefined, 'no-such-package libfoo gccrs-not constructor'],
    [
      'apk',
      'build',
      'build-base gcc musl-dev go linux-headers make protoc protobuf-dev postgresql-dev clang15',
    ],
    [
      'apk',
      'runtime',
      'ffmpeg vips libc6-compat libstdc++ libgcc sqlite-libs icu-libs font-noto tesseract-ocr-data-deu openjdk17-jre',
    ],
    ['apk', 'both', 'git curl bash su-exec tini shadow openssh-client openjdk17'],
    ['apk', 'covered', 'ca-certificates tzdata mailcap'],
    ['apt', 'both', 'python3.11 python3-yaml php-pear'],
    ['apt', 'build', 'python3.11-dev php8.3-dev'],
    ['apt', 'runtime', 'php8.3-cli zlib1g libwww-perl postgresql-13'],
    ['apk', undefined, 'no-such-package libpq5'],
    ['dnf', 'build', 'gcc-c++ golang glibc-devel make gcc-toolset-12'],
    ['dnf', 'runtime', 'ImageMagick libicu openssl-libs java-17-openjdk-headless'],
    ['yum', 'both', 'git procps-ng java-17-openjdk-devel'],
    ['microdnf', 'covered', 'tzdata ca-certificates'],
    ['zypper', 'build', 'gcc make'],
    ['pacman', 'both', 'git'],
    ['pacman', undefined, 'base-devel-of-something'],
  ])('%s knows as %s: %s', (manager, purpose, names) => {
    for (const name of names.split(' '))
      expect([name, packagePurpose(manager, name)]).toEqual([name, purpose]);
  });

  it('gives the same package one meaning in all distributions that share its name', () => {
    expect(packagePurpose('apk', 'make')).toBe(packagePurpose('apt', 'make'));
  });
});

describe('the tables', () => {
  const lists = { EVERYWHERE_LISTS, DEBIAN_LISTS, ALPINE_LISTS, RPM_LISTS };

  it.each(Object.entries(lists))('name each package once: %s', (_, list) => {
    const names = Object.values(list).flatMap((lines) => lines.flatMap((line) => line.split(' ')));
    const repeated = names.filter((name, i) => names.indexOf(name) !== i);
    expect(repeated).toEqual([]);
    expect(names.filter((name) => !/^[A-Za-z0-9][\w.+-]*$/.test(name))).toEqual([]);
  });
});
