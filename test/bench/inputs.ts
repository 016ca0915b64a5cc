import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A Go Dockerfile in one stage, as people write them, padded with further steps to so many lines. */
export function longDockerfile(lines: number): string {
  const head = [
    '# Builds and runs the service.',
    'FROM golang:1.26',
    'ARG VERSION=dev',
    'ENV APP_ENV=production \\',
    '    LOG_LEVEL=info',
    'WORKDIR /src',
    'COPY go.mod go.sum ./',
    'RUN go mod download',
    'COPY . .',
  ];
  const tail = [
    'RUN go build -o /usr/local/bin/service ./cmd/service',
    'EXPOSE 8080',
    'CMD ["/usr/local/bin/service"]',
  ];
  const step = (n: number): string[] => [
    `# step ${n}`,
    `RUN apt-get update && apt-get install -y --no-install-recommends \\`,
    `      ca-certificates \\`,
    `      tool-${n} \\`,
    `    && rm -rf /var/lib/apt/lists/*`,
    `ENV STEP_${n}="\${APP_ENV}-${n}"`,
    `LABEL step.${n}="done"`,
    `RUN mkdir -p /var/lib/step-${n} && cd /var/lib/step-${n} && echo "\${VERSION}" > version`,
  ];
  const room = lines - head.length - tail.length;
  const body: string[] = [];
  for (let n = 1; body.length + step(n).length <= room; n++) body.push(...step(n));
  // A step is never cut: the rest is comments.
  while (body.length < room) body.push('# more to come');
  return [...head, ...body, ...tail, ''].join('\n');
}

/** A Go project on disk; the folder is removed by `remove`. */
export async function goProject(files: number): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jettison-bench-'));
  const put = async (name: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  };
  await put('go.mod', 'module example.com/service\n\ngo 1.26\n');
  await put('go.sum', '');
  await put('cmd/service/main.go', mainProgram);
  await put('Dockerfile', longDockerfile(30));
  for (let n = 4; n < files; n++) {
    const group = `p${n % 100}`;
    // One in three is not Go: assets, documents, data.
    if (n % 3 === 0) await put(`assets/${group}/a${n}.json`, `{"n":${n}}\n`);
    else await put(`internal/${group}/f${n}.go`, packageFile(group, n));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

const mainProgram = `package main

import (
	"fmt"
	"net/http"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "hello") })
	http.ListenAndServe(":8080", nil)
}
`;

function packageFile(name: string, n: number): string {
  const functions = Array.from(
    { length: 10 },
    (_, i) => `// F${n}x${i} returns its argument.\nfunc F${n}x${i}(x int) int { return x + ${i} }\n`,
  );
  return `package ${name}\n\nimport "strings"\n\nvar _ = strings.ToUpper("file ${n}")\n\n${functions.join('\n')}`;
}

/** Dockerfiles of varied length, each in its own folder. */
export async function dockerfiles(count: number): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jettison-bench-'));
  for (let n = 0; n < count; n++) {
    const own = path.join(folder, `d${n}`);
    await mkdir(own);
    await writeFile(path.join(own, 'Dockerfile'), longDockerfile(10 + ((n * 7) % 90)));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
