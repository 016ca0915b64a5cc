import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../server/src/model/effects/effects';
import { commandsOf, effects } from './effects-sketch';

type Case = readonly [text: string, ...effects: string[]];

function check(cases: readonly Case[]): void {
  it.each(cases.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
    expect(effects(text)).toEqual(expected);
  });
}

describe('apt', () => {
  check([
    ['apt-get install -y git curl', 'apt git curl'],
    ['apt install git', 'apt git'],
    ['aptitude -y install git', 'apt git'],
    ['apt-get -qq -y --no-install-recommends install git', 'apt git'],
    ['apt-get install --no-install-recommends -y git -qq', 'apt git'],
    ['DEBIAN_FRONTEND=noninteractive apt-get install -y git', 'apt git'],
    ['apt-get -o Dpkg::Options::="--force-confold" install -y git', 'apt git'],
    ['apt-get install -y -t bookworm-backports git', 'apt git'],
    ['apt-get install -y -tbookworm-backports git', 'apt git'],
    ['apt-get install --target-release=sid git', 'apt git'],
    ['apt-get install git=1:2.3-1', 'apt git'],
    ['apt-get install git=2.*', 'apt git'],
    ['apt-get install nginx=$UNSET', 'apt nginx'],
    ['apt-get install "nginx=${UNSET}-1"', 'apt nginx'],
    ['apt-get install libc6:i386 git/sid', 'apt libc6 git'],
    ['apt-get install g++ libstdc++6', 'apt g++ libstdc++6'],
    ['apt-get install git vim-', 'apt git', 'removes ?'],
    ['apt-get install $LIST', 'apt gcc make'],
    ['apt-get install "$LIST"', 'apt', 'unknown'],
    ['apt-get install git $EMPTY', 'apt git'],
    ['apt-get install git $UNSET', 'apt git', 'unknown'],
    ['apt-get install $(cat list)', 'apt', 'unknown'],
    ['apt-get install ./x.deb', 'apt', 'unknown'],
    ["apt-get install 'python3.*'", 'apt', 'unknown'],
    ['apt-get install -d git'],
    ['apt-get update'],
    ['apt-get clean'],
    ['apt-get'],
    ['apt-get $UNSET git', 'unknown'],
    ['apt-get -y upgrade', 'apt'],
    ['apt-get purge -y git', 'removes ?'],
    ['apt-get autoremove -y'],
    ['apt-get build-dep git', 'unknown'],
    ['apt-get source git', 'writes /app/** (download)'],
    ['apt-mark hold git'],
    ['dpkg -i x.deb', 'unknown'],
    ['dpkg -l git'],
    ['dpkg --add-architecture i386'],
    ['dpkg -x a.deb /d', 'writes /d/**'],
  ]);
});

describe('apk', () => {
  check([
    ['apk add git', 'apk git'],
    ['apk --no-cache add git', 'apk git'],
    ['apk add --no-cache --virtual .build-deps gcc musl-dev', 'apk gcc musl-dev'],
    ['apk add --no-cache --virtual=.build-deps gcc', 'apk gcc'],
    ['apk add -t .deps gcc', 'apk gcc'],
    ['apk add -U --no-cache git', 'apk git'],
    ['apk add git=2.4-r0 \'curl~=8\' "jq>1" vim@edge tar~1', 'apk git curl jq vim tar'],
    ['apk add --repository https://x/edge -X https://y git', 'apk git'],
    ['apk add --root /r git', 'apk git', 'writes /r/**'],
    ['apk add nginx=~$UNSET', 'apk nginx'],
    ['apk add ./x.apk', 'apk', 'unknown'],
    ['apk del .build-deps', 'removes ?'],
    ['apk update'],
    ['apk upgrade --no-cache', 'apk'],
    ['apk info'],
  ]);
});

describe('dnf, yum, zypper and pacman', () => {
  check([
    ['dnf install -y git', 'dnf git'],
    ['yum -y install git', 'yum git'],
    ['microdnf install git', 'microdnf git'],
    ['dnf -y --setopt=install_weak_deps=False --setopt tsflags=nodocs install git', 'dnf git'],
    ['dnf --enablerepo crb install git', 'dnf git'],
    [
      'yum install git-2.43.0-1.el9.x86_64 gcc-toolset-12 java-17-openjdk',
      'yum git gcc-toolset-12 java-17-openjdk',
    ],
    ['yum install glibc.i686', 'yum glibc'],
    ['yum groupinstall "Development Tools"', 'yum @Development Tools'],
    ['dnf --installroot=/mnt install git', 'dnf git', 'writes /mnt/**'],
    ['yum install https://x/y.rpm', 'yum', 'unknown'],
    ['yum clean all'],
    ['yum makecache'],
    ['dnf config-manager --set-enabled crb'],
    ['yum update -y', 'yum'],
    ['dnf remove git', 'removes ?'],
    ['rpm -i x.rpm', 'unknown'],
    ['rpm -qa'],
    ['zypper -n install git', 'zypper git'],
    ['zypper --non-interactive in --no-recommends git', 'zypper git'],
    ['zypper clean'],
    ['pacman -S --noconfirm git', 'pacman git'],
    ['pacman -Syu --noconfirm git', 'pacman git'],
    ['pacman -Sc'],
    ['pacman -Rns git', 'removes ?'],
    ['pacman -U x.pkg.tar.zst', 'unknown'],
  ]);
});

it('a package is marked where it is written', () => {
  const text = 'apt-get install -y git curl=7.*';
  const [effect] = commandsOf(text).flatMap((command) => effectsOf(command));
  const marked =
    effect?.kind === 'packages' ? effect.packages.map(({ at }) => text.slice(at.start, at.end)) : [];
  expect(marked).toEqual(['git', 'curl=7.*']);
});
