import { describe, expect, it } from 'vitest';
import { projectFromFiles } from '../../server/src/project/memory';
import { unknownProject, type Project } from '../../server/src/project/project';
import { createService } from '../../server/src/service';
import { expandWithDefaults, readSnippets } from './expand';

const service = createService({
  log: (message) => {
    throw new Error(message);
  },
});

const main = 'package main\n\nfunc main() {}\n';

/** A project that every snippet can build with its defaults. */
const goProject = projectFromFiles({
  'go.mod': 'module example.com/app\n\ngo 1.26\n',
  'go.sum': '',
  'main.go': main,
  'cmd/server/main.go': main,
  'cmd/worker/main.go': main,
  'templates/index.html': '<p>hi</p>\n',
  'static/site.css': 'p { }\n',
});

const projects: [string, Project][] = [
  ['a Go project', goProject],
  ['an unknown project', unknownProject],
];

describe.each(readSnippets().map(({ prefix, body }) => [prefix, expandWithDefaults(body)] as const))(
  '%s',
  (_prefix, text) => {
    describe.each([
      ['LF', text],
      ['CRLF', text.replaceAll('\n', '\r\n')],
    ])('with %s', (_ending, dockerfile) => {
      it.each(projects)('gives no finding in %s', (_name, project) => {
        const found = service.lint(dockerfile, project).map(({ rule, message }) => `${rule.id}: ${message}`);
        expect(found).toEqual([]);
      });

      it.each(projects)('has nothing to convert in %s', (_name, project) => {
        expect(service.convert(dockerfile, project).status).toBe('nothing-to-do');
      });
    });
  },
);

it('a single stage in the same project would be found and converted', () => {
  const text = 'FROM golang:1.26\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nCMD ["/app"]\n';
  expect(service.lint(text, goProject).map(({ rule }) => rule.id)).toContain('single-stage-build');
  expect(service.convert(text, goProject).status).toBe('converted');
});
