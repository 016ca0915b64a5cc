import { singleStage } from './dockerfiles';
import { openNew, readText, replaceAll, waitForFinding } from './documents';
import { expectEqual } from './expect';

const HALF_TYPED = [
  'FROM',
  'FROM golang:1.26\nRUN go build -o "',
  'FROM golang:1.26 AS build\nRUN <<EOF\ngo build',
  'FROM golang:1.26\nCOPY --from=',
  'FROM golang:1.26\nCMD ["./greeter',
  'FROM golang:${\n\\',
];

describe('saving', () => {
  it('a half-typed file changes nothing in it, and the server lives on', async () => {
    const before = await singleStage();
    const editor = await openNew('Dockerfile.half', before);
    await waitForFinding(editor.document.uri, 'single-stage-build');
    for (const text of HALF_TYPED) {
      await replaceAll(editor, text);
      await editor.document.save();
      expectEqual(await readText(editor.document.uri), text, 'the saved file');
    }
    await replaceAll(editor, before);
    await waitForFinding(editor.document.uri, 'single-stage-build');
  });
});
