import { describe, expect, it } from 'vitest';
import { expandWithDefaults, readSnippets } from './expand';

const snippets = readSnippets().map((snippet) => [snippet.prefix, snippet] as const);
const byPrefix = new Map(snippets);

/** Logical lines: continuations joined, comments and blank lines left out. */
function instructionsOf(text: string): { keyword: string; rest: string }[] {
  return text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, keyword = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
      return { keyword, rest };
    });
}

function bodyOf(prefix: string): string {
  const snippet = byPrefix.get(prefix);
  if (snippet === undefined) throw new Error(`no snippet ${prefix}`);
  return expandWithDefaults(snippet.body);
}

describe('the set of snippets', () => {
  it('covers the Go builds that the documentation promises', () => {
    const promised = ['', '-assets', '-cache', '-cgo', '-cross', '-multi', '-private'].map(
      (end) => `go-distroless${end}`,
    );
    expect([...byPrefix.keys()].sort()).toEqual([...promised, 'go-scratch-certs']);
  });

  it('every prefix is used once', () => {
    expect(byPrefix.size).toBe(snippets.length);
  });
});

describe.each(snippets)('%s', (_prefix, snippet) => {
  const text = expandWithDefaults(snippet.body);
  const instructions = instructionsOf(text);
  const lastFrom = instructions.findLastIndex(({ keyword }) => keyword === 'FROM');
  const runtime = instructions.slice(lastFrom);

  it('has a description and leaves the cursor at its end', () => {
    expect(snippet.description).toMatch(/^[A-Z].*\.$/);
    expect(snippet.body.at(-1)).toBe('$0');
  });

  it('numbers its tab stops in the order in which they appear', () => {
    const first = [...snippet.body.join('\n').matchAll(/(?<!\\)\$\{?(\d+)/g)].map(([, stop]) => Number(stop));
    const introduced = first.filter((stop, at) => stop !== 0 && first.indexOf(stop) === at);
    expect(introduced).toEqual(introduced.map((_, at) => at + 1));
  });

  it('starts with a builder stage on golang and ends with one minimal runtime stage', () => {
    expect(instructions.filter(({ keyword }) => keyword === 'FROM')).toHaveLength(2);
    expect(instructions[0]?.rest).toMatch(
      /^(--platform=\$BUILDPLATFORM )?golang:\d+\.\d+(-trixie)? AS build$/,
    );
    expect(runtime[0]?.rest).toMatch(/^(scratch|gcr\.io\/distroless\/(static|base)-debian13:nonroot)$/);
  });

  it('runs nothing in the runtime stage and starts in exec form', () => {
    expect(runtime.map(({ keyword }) => keyword)).not.toContain('RUN');
    const start = JSON.parse(runtime.at(-1)?.rest ?? '') as string[];
    expect(runtime.at(-1)?.keyword).toBe('ENTRYPOINT');
    expect(start[0]).toMatch(/^\//);
  });

  it('starts a file that the runtime stage receives', () => {
    const [program] = JSON.parse(runtime.at(-1)?.rest ?? '') as [string];
    const workdir = runtime.find(({ keyword }) => keyword === 'WORKDIR')?.rest ?? '';
    const received = runtime
      .filter(({ keyword }) => keyword === 'COPY')
      .flatMap(({ rest }) => {
        const words = rest.split(' ').filter((word) => !word.startsWith('--'));
        const destination = (words.at(-1) ?? '').replace(/^\.\//, `${workdir}/`);
        return words.slice(0, -1).map((source) => destination.replace(/\/$/, `/${source.split('/').at(-1)}`));
      });
    expect(received).toContain(program);
  });

  it('names the user by number unless the tag does it', () => {
    const user = runtime.find(({ keyword }) => keyword === 'USER')?.rest;
    if (runtime[0]?.rest.endsWith(':nonroot')) expect(user).toBeUndefined();
    else expect(user).toMatch(/^\d+:\d+$/);
  });

  it('keeps secrets out of layers and needs nothing that the golang image lacks', () => {
    expect(instructions.map(({ keyword }) => keyword)).not.toContain('ADD');
    expect(text).not.toMatch(/apt-get|apk add|ARG \w*(TOKEN|SECRET|PASSWORD)/);
  });
});

describe('what distinguishes the variants', () => {
  it('the plain binaries are built without cgo, the one with cgo on the same Debian as its runtime', () => {
    for (const prefix of byPrefix.keys()) {
      expect(bodyOf(prefix)).toContain(prefix === 'go-distroless-cgo' ? 'CGO_ENABLED=1' : 'CGO_ENABLED=0');
    }
    expect(bodyOf('go-distroless-cgo')).toMatch(/golang:\S+-trixie[^]*base-debian13/);
  });

  it('a mount, a secret or a platform asks for the current Dockerfile syntax', () => {
    for (const prefix of ['go-distroless-cache', 'go-distroless-cross', 'go-distroless-private']) {
      expect(bodyOf(prefix)).toMatch(/^# syntax=docker\/dockerfile:1\n/);
    }
  });

  it('the cross build declares the platform arguments in the stage that uses them', () => {
    expect(bodyOf('go-distroless-cross')).toMatch(
      /ARG TARGETOS\nARG TARGETARCH\nRUN .*GOOS=\$TARGETOS GOARCH=\$TARGETARCH/,
    );
  });
});

describe('expanding a snippet', () => {
  it('keeps defaults, takes first choices, repeats and unescapes', () => {
    expect(expandWithDefaults(['${1|a,b|} ${2:c} $2 \\$HOME \\\\', '$0'])).toBe('a c c $HOME \\\n');
  });

  it.each(['$HOME', '$1', '${UNKNOWN}'])('refuses %s', (body) => {
    expect(() => expandWithDefaults([body])).toThrow('cannot expand');
  });
});
