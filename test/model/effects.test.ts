import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../server/src/model/effects/effects';
import { unknown } from '../../server/src/text/fact';
import { normalisePath, withoutTrailingSlash } from '../../server/src/text/path';
import { commandsOf, effects } from './effects-sketch';

type Case = readonly [text: string, ...effects: string[]];

function check(cases: readonly Case[]): void {
  it.each(cases.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
    expect(effects(text)).toEqual(expected);
  });
}

describe('commands without effect', () => {
  check([
    ['cd /x'],
    ['set -ex'],
    ['export A=b'],
    ['A=b'],
    ['echo hi'],
    ['[ -f x ]'],
    ['test -n "$UNSET"'],
    ['command -v go'],
    ['/bin/true'],
    ['exit 1'],
    ['ls $UNSET'],
    ['go version'],
    ['node --version'],
    ['python3 -V'],
    ['./anything --version'],
    ['sed s/a/b/ f'],
    ['sed -n -e p f'],
    ["awk '{print $1}' f"],
    ["awk '$1 > 3 || /a|b/ {print $2}' f"],
    ["perl -ne 'print' f"],
    ['sort f'],
    ['find / -name x'],
    ['tar tf x.tar'],
    ['tar -tzf x.tgz'],
    ['unzip -l x.zip'],
    ['git rev-parse HEAD'],
    ['echo a > /dev/null'],
    ['echo a 2>&1'],
    ['echo a >&2'],
    ['cat < f'],
    ['cat <<< x'],
    ['openssl dgst f'],
    ['. /etc/os-release'],
    ['source venv/bin/activate'],
    ['xargs echo'],
    ["sh -c ''"],
  ]);
});

describe('commands that are not known', () => {
  check([
    ['./install.sh', 'unknown'],
    ['foo', 'unknown'],
    ['$UNSET x', 'unknown'],
    ['bash script.sh', 'unknown'],
    ['. ./functions.sh', 'unknown'],
    ['eval "$X"', 'unknown'],
    ['python x.py', 'unknown'],
    ['python -m http.server', 'unknown'],
    ["perl -e 'x'", 'unknown'],
    ['awk \'{print > "f"}\' x', 'unknown'],
    ['awk \'{print | "sh"}\' x', 'unknown'],
    ['awk \'BEGIN { system("x") }\'', 'unknown'],
    ['awk -f x.awk f', 'unknown'],
    ['sh -c "$UNSET"', 'unknown'],
    ['curl x | sh', 'unknown'],
    ['git frobnicate', 'unknown'],
    ['constructor x', 'unknown'],
    ['toString', 'unknown'],
    ['apt-get constructor', 'unknown'],
    ['npm constructor', 'builds node', 'unknown'],
    ['dpkg-reconfigure exotic', 'unknown'],
    ['/app/bin/test x', 'unknown'],
    ['xargs ./run', 'unknown'],
    ['find . -exec ./run {} +', 'unknown'],
  ]);

  it('are named in the reason', () => {
    const reasons = (text: string) =>
      commandsOf(text)
        .flatMap((command) => effectsOf(command))
        .map((effect) => (effect.kind === 'unknown' ? effect.because : ''));
    expect(reasons('./install.sh --all')).toEqual(['what "./install.sh" does is not known']);
    expect(reasons('bash -x build.sh')).toEqual(['what "bash build.sh" does is not known']);
    expect(reasons('make all')).toEqual(['', 'what "make all" writes is not known']);
  });
});

describe('wrappers and shells', () => {
  check([
    ['sudo mkdir /x', 'writes /x'],
    ['time env A=b mkdir /x', 'writes /x'],
    ['/usr/bin/mkdir /x', 'writes /x'],
    ['sh -c "mkdir /x && rm /y"', 'writes /x', 'removes /y'],
    ["bash -c 'apt-get install -y curl'", 'apt curl'],
    ["X=$(ls) sh -c 'mkdir /x'", 'writes /x'],
    ['echo $(mkdir /x)', 'writes /x'],
    ['cat list | xargs apt-get install -y git', 'apt git', 'unknown'],
    ['find . -name x | xargs rm -f', 'removes ?'],
    ['xargs -I{} cp {} /d/', 'writes /d/** (copy)'],
    ['find . -delete', 'removes ?'],
    ['find . -type f -exec chmod 644 {} \\; -exec echo {} +', 'writes ? (attributes)'],
  ]);
});

describe('files and folders', () => {
  check([
    ['mkdir a /b', 'writes /app/a', 'writes /b'],
    ['mkdir -p -m 755 a/../b/', 'writes /app/b'],
    ['mkdir "$DIR/a"', 'writes /opt/x/a'],
    ['mkdir $UNSET/a', 'writes ?'],
    ['mkdir ~/a', 'writes ?'],
    ['touch a', 'writes /app/a'],
    ['cp a b', 'writes /app/b (copy)', 'writes /app/b/a (copy)'],
    ['cp a /b/', 'writes /b/a (copy)'],
    ['cp a b /c', 'writes /c/a (copy)', 'writes /c/b (copy)'],
    ['cp x/a .', 'writes /app/a (copy)'],
    ['cp -r a /app', 'writes /app/a/** (copy)'],
    ['cp a /usr/local/bin', 'writes /usr/local/bin/a (copy)'],
    ['cp a /usr/local/bin/tool', 'writes /usr/local/bin/tool (copy)', 'writes /usr/local/bin/tool/a (copy)'],
    ['cp -r a /b', 'writes /b/** (copy)'],
    ['cp -r a /b/', 'writes /b/a/** (copy)'],
    ['cp -a a/. /b/', 'writes /b/** (copy)'],
    ['cp *.conf /b/', 'writes /b/** (copy)'],
    ['cp -t /b a', 'writes /b/a (copy)'],
    ['cp a $UNSET', 'writes ?/** (copy)'],
    ['cp a'],
    ['install -d /a /b', 'writes /a', 'writes /b'],
    ['install -m 755 -o root a /usr/bin/', 'writes /usr/bin/a (copy)'],
    ['mv a /b/', 'writes /b/a/** (copy)', 'removes /app/a'],
    ['mv a b', 'writes /app/b/** (copy)', 'removes /app/a'],
    ['ln -s /x /y', 'writes /y/**'],
    ['ln -sf ../x/y', 'writes /app/y/**'],
    ['rm -rf /a b', 'removes /a', 'removes /app/b'],
    ['rm -rf /var/lib/apt/lists/*', 'removes ?'],
    ['rmdir a', 'removes /app/a'],
    ['chmod +x a', 'writes /app/a (attributes)'],
    ['chmod -x a', 'writes /app/a (attributes)'],
    ['chmod -R 755 a', 'writes /app/a/** (attributes)'],
    ['chown -R u:g /a /b', 'writes /a/** (attributes)', 'writes /b/** (attributes)'],
    ['chown --reference=a b', 'writes /app/b (attributes)'],
    ["setcap 'cap_net_bind_service=+ep' /a", 'writes /a (attributes)'],
    ['strip /a', 'writes /a (compiler)'],
    ['upx -o b a', 'writes /app/b (compiler)'],
  ]);

  it('are not known below a working directory that is not known', () => {
    const nowhere = unknown('not known');
    expect(effects('touch a /b', {}, nowhere)).toEqual(['writes ?', 'writes /b']);
    expect(effects('tar xf a', {}, nowhere)).toEqual(['writes ?/**']);
  });
});

describe('text and redirections', () => {
  check([
    ['echo a > f', 'writes /app/f'],
    ['echo a >> /f', 'writes /f'],
    ['> /f', 'writes /f'],
    ['foo 2> log', 'unknown', 'writes /app/log'],
    ['foo &> log', 'unknown', 'writes /app/log'],
    ['echo a > $DIR/f', 'writes /opt/x/f'],
    ['echo a > $UNSET', 'writes ?'],
    ['curl x > f', 'writes /app/f (download)'],
    ['{ echo a; echo b; } > f', 'writes /app/f'],
    ['cat <<EOF > /f\nx\nEOF', 'writes /f'],
    ['echo a | tee -a /f /g', 'writes /f', 'writes /g'],
    ['curl x | tee /f', 'writes /f (download)'],
    ['echo a | tee /dev/stderr'],
    ['sed -i s/a/b/ f g', 'writes /app/f', 'writes /app/g'],
    ['sed -i -e s/a/b/ -e s/c/d/ f', 'writes /app/f'],
    ['sed -i.bak s/a/b/ f', 'writes /app/f'],
    ['sed -ri s/a/b/ f', 'writes /app/f'],
    ["sed --in-place 's/a/b/' f", 'writes /app/f'],
    ["perl -pi -e 's/a/b/' f", 'writes /app/f'],
    ['dd if=/dev/zero of=f', 'writes /app/f'],
    ['patch -p1 -d /x', 'writes /x/**'],
    ['sort -o f g', 'writes /app/f'],
  ]);
});

describe('downloads and archives', () => {
  check([
    ['curl -o f https://x/y', 'writes /app/f (download)'],
    ['curl -sSLo /f https://x/y', 'writes /f (download)'],
    ['curl -fsSL --output=/f https://x/y', 'writes /f (download)'],
    ['curl -LO https://x/y.tgz?raw=1', 'writes /app/y.tgz (download)'],
    ['curl -LO "https://x/v$UNSET/y.tgz"', 'writes /app/y.tgz (download)'],
    ['curl -LO "https://x/y-$UNSET.tgz"', 'writes /app/** (download)'],
    ['curl --output-dir /d -O https://x/y', 'writes /d/y (download)'],
    ['curl -OJ https://x/y', 'writes /app/** (download)'],
    ['curl -H "A: b" https://x/y'],
    ['curl -o - https://x/y'],
    ['curl -o /dev/null https://x/y'],
    ['wget https://x/y', 'writes /app/y (download)'],
    ['wget -q https://x/y -O /f', 'writes /f (download)'],
    ['wget -nv -O f https://x/y', 'writes /app/f (download)'],
    ['wget -qO- https://x/y'],
    ['wget -P /d https://x/y', 'writes /d/y (download)'],
    ['wget --spider https://x/y'],
    ['wget -r https://x/y', 'writes /app/** (download)'],
    ['tar xzf a.tgz', 'writes /app/**'],
    ['tar -xzf a.tgz -C /d', 'writes /d/**'],
    ['tar -C /d -xf a.tar', 'writes /d/**'],
    ['tar xfC a.tar /d', 'writes /d/**'],
    ['tar --extract --file=a --directory=/d --strip-components=1', 'writes /d/**'],
    ['curl x | tar xz -C /d', 'writes /d/** (download)'],
    ['wget -qO- x | gunzip | tar x', 'writes /app/** (download)'],
    ['tar xf a -C $UNSET', 'writes ?/**'],
    ['tar czf /b.tgz a', 'writes /b.tgz'],
    ['tar cf - a'],
    ['unzip a.zip', 'writes /app/**'],
    ['unzip -qo a.zip -d /d', 'writes /d/**'],
    ['gunzip a.gz', 'writes /app/a', 'removes /app/a.gz'],
    ['gzip -k a', 'writes /app/a.gz'],
    ['gunzip -c a.gz > b', 'writes /app/b'],
    ['xz -d a.xz', 'writes /app/a', 'removes /app/a.xz'],
  ]);
});

describe('git', () => {
  check([
    ['git clone https://x/y.git', 'writes /app/y/** (download)'],
    ['git clone --depth 1 -b main https://x/y /d', 'writes /d/** (download)'],
    ['git clone --branch=$V git@x:a/y.git', 'writes /app/y/** (download)'],
    ['git clone https://$UNSET@x/a/y.git', 'writes /app/y/** (download)'],
    ['git clone $UNSET', 'writes /app/** (download)'],
    ['git -C /x pull', 'writes /x/** (download)'],
    ['git checkout $V', 'writes /app/**'],
    ['git fetch --tags', 'writes /app/.git/** (download)'],
    ['git config --global user.name x', 'writes /root/.gitconfig'],
    ['git config --system a b', 'writes /etc/gitconfig'],
    ['git config --get a'],
    ['git init /x', 'writes /x/**'],
  ]);
});

describe('users', () => {
  check([
    ['useradd app', 'user app'],
    ['useradd -r -u 1001 -g root app', 'user app 1001'],
    ['useradd --uid=1001 -m app', 'user app 1001', 'writes /home/app/**'],
    ['useradd -m -d /srv/app -s /bin/sh app', 'user app', 'writes /srv/app/**'],
    ['useradd -mM app', 'user app'],
    ['adduser -D -u 1000 -G grp -h /x app', 'user app 1000', 'writes /x/**'],
    ['adduser -S -H app', 'user app'],
    ['adduser --disabled-password --gecos "" --uid $UNSET app', 'user app', 'writes /home/app/**'],
    ['adduser --system --group --no-create-home app', 'user app'],
    ['adduser app grp'],
    ['adduser --group grp'],
    ['adduser $UNSET', 'unknown'],
    ['groupadd -g 1000 grp'],
    ['addgroup -S grp'],
    ['usermod -aG a b'],
  ]);
});

describe('the system', () => {
  check([
    ['ldconfig', 'writes /etc/ld.so.cache/**', 'writes /var/cache/ldconfig/**'],
    ['update-ca-certificates', 'writes /etc/ssl/certs/**'],
    ['locale-gen en_US.UTF-8', 'writes /usr/lib/locale/**', 'writes /etc/locale.gen/**'],
    ['dpkg-reconfigure -f noninteractive tzdata', 'writes /etc/localtime/**', 'writes /etc/timezone/**'],
    [
      'update-alternatives --install /usr/bin/python python /usr/bin/python3 1',
      'writes /etc/alternatives/**',
      'writes /var/lib/dpkg/alternatives/**',
      'writes /usr/bin/python/**',
    ],
    ['gpg --dearmor -o /k.gpg f', 'writes /k.gpg', 'writes /root/.gnupg/**'],
    ['gpg --homedir /g --recv-keys x', 'writes /g/**'],
    ['openssl req -x509 -keyout k.pem -out c.pem', 'writes /app/k.pem', 'writes /app/c.pem'],
    ['ssh-keygen -t rsa -f /k', 'writes /k/**'],
  ]);
});

describe('an ecosystem', () => {
  it('is asked first, and redirections are added to its answer', () => {
    const classify = () => [{ kind: 'builds', language: 'x' } as const];
    expect(effects('go build > log', { classify })).toEqual(['builds x', 'writes /app/log']);
  });

  it('leaves what it does not know to the general tables', () => {
    expect(effects('mkdir /x', { classify: () => undefined })).toEqual(['writes /x']);
  });
});

describe('any command at all', () => {
  const programs =
    'apt-get apk dnf zypper pacman dpkg rpm cp mv ln rm chmod install sed awk perl tee dd patch tar unzip gzip curl wget git useradd adduser gpg openssl update-alternatives go npm pip python gcc find xargs sh sudo env time'.split(
      ' ',
    );
  const words =
    'install add clone build -o -O -C -x -xzf --output= --output -t -R -i -c -e -m -exec -I {} ; + -- - a b/ . .. / $UNSET $EMPTY "$V" * ~ $(a) > | &&'.split(
      ' ',
    );

  it('gives absolute, normalised paths and no exception', () => {
    const line = fc.tuple(fc.constantFrom(...programs), fc.array(fc.constantFrom(...programs, ...words)));
    fc.assert(
      fc.property(line, ([program, rest]) => {
        for (const command of commandsOf([program, ...rest].join(' '))) {
          for (const effect of effectsOf(command)) {
            if ((effect.kind !== 'writes' && effect.kind !== 'removes') || !effect.path.known) continue;
            expect(effect.path.value).toBe(withoutTrailingSlash(normalisePath(effect.path.value)));
            expect(effect.path.value.startsWith('/')).toBe(true);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });
});
