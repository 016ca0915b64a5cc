import { expect, it } from 'vitest';
import { projectFromFiles } from '../../server/src/project/memory';
import { createService } from '../../server/src/service';
import { read } from './sources';

it('the README shows what the conversion really does', () => {
  const [, block = ''] = /```diff\n([^]*?)```/.exec(read('README.md')) ?? [];
  const side = (mark: '-' | '+') =>
    block
      .split('\n')
      .filter((line) => line.startsWith(' ') || line.startsWith(mark))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const project = projectFromFiles({
    'go.mod': 'module example.com/app\n\ngo 1.26\n',
    'main.go': 'package main\n\nfunc main() {}\n',
  });
  const service = createService({ log: () => undefined });
  expect(service.convert(side('-'), project)).toMatchObject({ status: 'converted', dockerfile: side('+') });
});
