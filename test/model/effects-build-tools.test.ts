import { describe, expect, it } from 'vitest';
import { effects } from './effects-sketch';

type Case = readonly [text: string, ...effects: string[]];

function check(cases: readonly Case[]): void {
  it.each(cases.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
    expect(effects(text)).toEqual(expected);
  });
}

describe('build tools', () => {
  check([
    ['go build -o /app/x .', 'builds go', 'unknown'],
    ['CGO_ENABLED=0 go build', 'builds go', 'unknown'],
    ['/usr/local/go/bin/go build', 'builds go', 'unknown'],
    ['go install ./...', 'dependencies go', 'builds go', 'unknown'],
    ['go mod download', 'dependencies go'],
    [
      'go mod tidy',
      'dependencies go',
      'writes /app/go.mod/** (download)',
      'writes /app/go.sum/** (download)',
    ],
    ['go mod verify'],
    ['go vet ./...', 'builds go'],
    ['go test ./...', 'builds go', 'unknown'],
    ['go generate ./...', 'builds go', 'unknown'],
    ['go env -w GOPROXY=x'],
    ['go $UNSET', 'unknown'],
    [
      'cargo build --release',
      'dependencies rust',
      'builds rust',
      'writes /app/target/** (compiler)',
      'unknown',
    ],
    ['cargo fetch', 'dependencies rust'],
    ['mvn package', 'builds java', 'unknown'],
    ['./mvnw -B package', 'builds java', 'unknown'],
    ['mvn dependency:go-offline', 'dependencies java', 'unknown'],
    ['./gradlew bootJar --no-daemon', 'builds java', 'unknown'],
    ['gradle dependencies', 'dependencies java', 'unknown'],
    ['npm ci', 'dependencies node', 'writes /app/node_modules/** (download)', 'unknown'],
    ['npm install -g yarn', 'dependencies node', 'unknown'],
    ['npm run build', 'builds node', 'unknown'],
    ['npm cache clean --force'],
    ['yarn', 'dependencies node', 'writes /app/node_modules/** (download)', 'unknown'],
    ['yarn build', 'builds node', 'unknown'],
    ['pnpm i', 'dependencies node', 'writes /app/node_modules/** (download)', 'unknown'],
    ['pip install -r requirements.txt', 'dependencies python', 'unknown'],
    ['pip3.11 install x', 'dependencies python', 'unknown'],
    ['/opt/venv/bin/pip install x', 'dependencies python', 'unknown'],
    ['python3 -m pip install x', 'dependencies python', 'unknown'],
    ['python -m venv /opt/venv', 'writes /opt/venv/**'],
    ['python -m compileall .', 'builds python', 'writes /app/** (compiler)'],
    ['poetry install', 'dependencies python', 'unknown'],
    ['uv sync --frozen', 'dependencies python', 'unknown'],
    ['uv pip install x', 'dependencies python', 'unknown'],
    ['dotnet restore', 'dependencies dotnet', 'writes /app/obj/** (download)', 'unknown'],
    ['dotnet publish -c Release', 'dependencies dotnet', 'builds dotnet', 'unknown'],
    [
      'composer install',
      'dependencies php',
      'writes /app/vendor/** (download)',
      'writes /app/composer.lock/** (download)',
      'unknown',
    ],
    ['bundle install', 'dependencies ruby', 'unknown'],
    ['make', 'builds make', 'unknown'],
    ['./configure --prefix=/usr', 'builds c', 'unknown'],
    ['cmake ..', 'builds c', 'unknown'],
    ['gcc -O2 -o /x a.c', 'builds c', 'writes /x (compiler)'],
    ['gcc a.c', 'builds c', 'writes /app/a.out (compiler)'],
    ['g++ -c a.cc', 'builds c', 'writes /app/** (compiler)'],
    ['x86_64-linux-gnu-gcc-12 -o x a.c', 'builds c', 'writes /app/x (compiler)'],
    ['cc -I /inc -o $UNSET a.c', 'builds c', 'writes ? (compiler)'],
    ['gcc --version'],
    ['cargo --version'],
  ]);

  it('are not seen in programs of the project', () => {
    for (const text of ['./go build', './npm ci', './pip install x', './make']) {
      expect(effects(text)).toEqual(['unknown']);
    }
  });
});
