/** `npm run new-rule <id>`: the rule's file, its test and its page, and its place in the list of rules. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ExplainedError, runScript, say } from './reporting.mjs';
import { camelCase, kebabCase, repository } from './rule-files.mjs';
import { runNode } from './tools.mjs';

const FORBIDDEN = ['index', 'rule'];

await runScript(async () => {
  const [id, ...rest] = process.argv.slice(2);
  if (id === undefined || rest.length > 0) {
    throw new ExplainedError(
      'usage: npm run new-rule <id>, where the id names the flagged pattern: copies-whole-context',
    );
  }
  const isBuildKits = /^([A-Z][a-z0-9]*)+$/.test(id);
  if (!(isBuildKits || /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) || FORBIDDEN.includes(id)) {
    throw new ExplainedError(
      `"${id}" is not a rule id: lower-case words joined by hyphens, or the name of one of BuildKit's checks`,
    );
  }
  const source = isBuildKits ? buildkitCheck(id) : rule(id);
  const files = {
    [`server/src/rules/${isBuildKits ? `buildkit/${kebabCase(id)}` : id}.ts`]: source,
    [`test/rules/${id}.md`]: test(id),
    [`docs/rules/${id}.md`]: page(id),
  };
  const existing = Object.keys(files).filter((file) => existsSync(path.join(repository, file)));
  if (existing.length > 0) throw new ExplainedError(`${existing.join(', ')} exists already`);
  await ensureDependencies();
  for (const [file, text] of Object.entries(files)) {
    await writeFile(path.join(repository, file), text, { flag: 'wx' });
    say(`wrote ${file}`);
  }
  const { code, output } = await runNode('scripts/generate.mjs', []);
  process.stdout.write(output);
  if (code !== 0) throw new ExplainedError('the rule was written; `npm run generate` failed');
  say('Next: describe the pattern in the test, see it fail, write the rule, write the page.');
});

/** A working rule to change: it flags MAINTAINER, which makes its shape clear and its test pass. */
function rule(id) {
  return `import type { Rule } from './rule';

/** What is flagged, and what deliberately is not. */
export const ${camelCase(id)}: Rule = {
  id: '${id}',
  severity: 'warning',
  serves: ['maintenance'],
  summary: 'One sentence that says what is wrong with the image that ships.',
  fixable: 'no',
  check({ finalStage }) {
    return finalStage.steps.flatMap(({ instruction }) => {
      if (instruction.kind !== 'maintainer') return [];
      return [{ at: instruction.keywordSpan, message: 'What it means for the image that ships.' }];
    });
  },
};
`;
}

/** The same for a check of BuildKit's, which looks at all stages. */
function buildkitCheck(id) {
  return `import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';

/** What BuildKit flags, and where this deliberately differs. */
export const ${camelCase(kebabCase(id))}: Rule = buildkitCheck({
  id: '${id}',
  severity: 'warning',
  serves: ['maintenance'],
  summary: 'One sentence that says what is wrong.',
  fixable: 'no',
  find({ model: { stages } }) {
    return stages.flatMap(({ steps }) =>
      steps.flatMap(({ instruction }) => {
        if (instruction.kind !== 'maintainer') return [];
        return [{ at: instruction.keywordSpan, message: 'What it means.', skippedAbove: instruction }];
      }),
    );
  },
});
`;
}

function test(id) {
  const cases = {
    'flags the pattern': ['FROM debian:13', 'MAINTAINER someone', '^^^^^^^^^^ for the image'],
    'flags it in lower case': ['FROM debian:13', 'maintainer someone', '^^^^^^^^^^'],
    'flags it in the stage that ships': [
      'FROM debian:13 AS build',
      'FROM debian:13',
      'MAINTAINER someone',
      '^^^^^^^^^^',
    ],
    'is silent without it': ['FROM debian:13', 'LABEL maintainer=someone'],
    'is silent in a builder stage': ['FROM debian:13 AS build', 'MAINTAINER someone', 'FROM scratch'],
    'is silent in a comment': ['FROM debian:13', '# MAINTAINER someone'],
    'is silent in a command': ['FROM debian:13', 'RUN echo \\', '  MAINTAINER someone'],
    'is silent in a half-typed file': ['FROM debian:13', 'MAINTAIN'],
  };
  const blocks = Object.entries(cases).map(([heading, lines]) => `## ${heading}\n\n${block(lines)}`);
  return [`# ${id}\n`, ...blocks].join('\n');
}

function page(id) {
  return `# ${id}

## What it finds

## Why it matters

## Example

${block(['FROM debian:13', 'MAINTAINER someone'])}
## Use instead

${block(['FROM debian:13', 'LABEL org.opencontainers.image.authors=someone'])}`;
}

function block(lines) {
  return `\`\`\`dockerfile\n${lines.join('\n')}\n\`\`\`\n`;
}
