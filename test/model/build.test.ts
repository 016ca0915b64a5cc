import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { buildModel } from '../../server/src/model/build';
import { effectsOf } from '../../server/src/model/effects/effects';
import type { BuildModel, Stage } from '../../server/src/model/model';
import type { Fact } from '../../server/src/text/fact';

function model(text: string): BuildModel {
  return buildModel(parseDockerfile(text), { classify: (command) => effectsOf(command) });
}

function finalStage(text: string): Stage {
  const { finalStage: stage } = model(text);
  if (!stage) throw new Error('no stage');
  return stage;
}

function shown(fact: Fact<string> | undefined): string {
  return fact === undefined ? 'unset' : fact.known ? fact.value : `unknown: ${fact.because}`;
}

describe('variables', () => {
  const cases: [name: string, dockerfile: string, variable: string, expected: string][] = [
    ['an ENV is seen by the next one', 'FROM alpine\nENV A=1\nENV B=$A-2', 'B', '1-2'],
    ['pairs of one ENV see the state before it', 'FROM alpine\nENV A=1\nENV A=2 B=$A', 'B', '1'],
    ['ENV wins over ARG of the same name', 'FROM alpine\nARG A=1\nENV A=2\nENV B=$A', 'B', '2'],
    ['a global ARG counts when it is declared again', 'ARG V=7\nFROM alpine\nARG V\nENV B=$V', 'B', '7'],
    ['a global ARG is not seen without', 'ARG V=7\nFROM alpine\nENV B=x$V', 'B', 'x'],
    ['a default in the variable counts when it is unset', 'FROM alpine\nENV B=${V:-d}', 'B', 'd'],
    ['ENV is inherited from a stage', 'FROM alpine AS a\nENV A=1\nFROM a\nENV B=$A', 'B', '1'],
    ['ENV of the base image counts', 'FROM golang:1.26\nENV B=$GOPATH/x', 'B', '/go/x'],
    ['an ARG without default is unknown', 'FROM alpine\nARG V\nENV B=$V', 'B', 'unknown: $V has no default'],
    [
      'an unknown base image may set anything',
      'FROM example.com/own/base\nENV B=$V',
      'B',
      'unknown: the base image may set $V',
    ],
    [
      'a platform ARG is unknown',
      'FROM alpine\nARG TARGETARCH\nENV B=$TARGETARCH',
      'B',
      'unknown: $TARGETARCH is set by the build',
    ],
  ];
  it.each(cases)('%s', (_, text, variable, expected) => {
    expect(shown(finalStage(text).end.env.get(variable))).toBe(expected);
  });
});

describe('stages', () => {
  it('are found by name without regard to case', () => {
    const { stages } = model('FROM alpine AS Build\nFROM build\n');
    expect(stages[1]?.base).toMatchObject({ kind: 'stage', stage: { index: 0 } });
  });

  it('cannot be built on themselves or on later ones', () => {
    const { stages } = model('FROM b AS a\nFROM a AS b\n');
    expect(stages[0]?.base.kind).toBe('image');
    expect(stages[1]?.base.kind).toBe('stage');
  });

  it('ship when the final stage is built on them', () => {
    const { stages } = model('FROM alpine AS a\nFROM alpine AS b\nFROM a\n');
    expect(stages.map((stage) => stage.ships)).toEqual([true, false, true]);
  });

  it('take the image of FROM from a global ARG with a default', () => {
    const stage = finalStage('ARG V=1.26\nFROM golang:${V}-alpine\n');
    expect(stage.image).toMatchObject({ libc: 'musl', role: 'toolchain' });
  });

  it('have an unknown base while FROM is half typed', () => {
    expect(finalStage('FROM').base.kind).toBe('unknown');
    expect(finalStage('FROM $BASE').base.kind).toBe('unknown');
  });
});

describe('working directory, user and start command', () => {
  it.each([
    ['FROM golang:1.26', '/go'],
    ['FROM alpine\nWORKDIR app', '/app'],
    ['FROM alpine\nWORKDIR /a\nWORKDIR b/../c', '/a/c'],
    ['FROM alpine\nENV D=/x\nWORKDIR $D/y', '/x/y'],
    ['FROM gcr.io/distroless/static-debian13:nonroot', '/home/nonroot'],
  ])('%s is in the right directory', (text, expected) => {
    expect(shown(finalStage(text).end.workdir)).toBe(expected);
  });

  it.each([
    ['FROM debian:13', { written: 'root', uid: 0 }],
    ['FROM debian:13\nUSER 1001:1001', { written: '1001', uid: 1001, group: '1001' }],
    ['FROM debian:13\nUSER app', { written: 'app', uid: undefined }],
    ['FROM gcr.io/distroless/static-debian13:nonroot', { uid: 65532 }],
  ])('%s runs as the right user', (text, expected) => {
    expect(finalStage(text).end.user).toMatchObject({ known: true, value: expected });
  });

  it('forgets the CMD of the base image when ENTRYPOINT is set, but not one of the file', () => {
    expect(finalStage('FROM golang:1.26\nENTRYPOINT ["/a"]').end.cmd).toBeUndefined();
    expect(finalStage('FROM golang:1.26\nCMD ["b"]\nENTRYPOINT ["/a"]').end.cmd?.argv).toEqual(['b']);
  });
});

describe('commands of a RUN', () => {
  const directories = (text: string) =>
    finalStage(text).steps.flatMap((step) => (step.commands ?? []).map((command) => shown(command.cwd)));

  it.each([
    ['follow cd', 'cd /a && cd b && ls', ['/w', '/a', '/a/b']],
    ['forget a cd in a subshell', '(cd /a && ls); ls', ['/w', '/a', '/w']],
    [
      'do not know a cd on a condition',
      'if true; then cd /a; fi; ls',
      ['/w', '/w', 'unknown: the directory that cd leads to is not known'],
    ],
  ])('%s', (_, script, expected) => {
    expect(directories(`FROM alpine\nWORKDIR /w\nRUN ${script}\n`)).toEqual(expected);
  });

  it('see assignments, exports, ENV and ARG', () => {
    const stage = finalStage('FROM alpine\nARG A=1\nENV B=2\nRUN C=3; export D=4 && E=5 go $A $B $C $D\n');
    const command = stage.steps.at(-1)?.commands?.at(-1);
    expect(command?.argv.map(shown)).toEqual(['go', '1', '2', '3', '4']);
    expect(shown(command?.env.get('E'))).toBe('5');
  });

  it('are read from a heredoc and from exec form', () => {
    const heredoc = finalStage('FROM alpine\nRUN <<EOF\ncd /x\nmake all\nEOF\n');
    expect(heredoc.steps[0]?.commands?.at(-1)?.argv.map(shown)).toEqual(['make', 'all']);
    const exec = finalStage('FROM alpine\nRUN ["make", "all"]\n');
    expect(exec.steps[0]?.commands?.[0]?.argv.map(shown)).toEqual(['make', 'all']);
  });

  it('are not read for PowerShell', () => {
    const stage = finalStage('FROM alpine\nSHELL ["powershell", "-Command"]\nRUN Get-Item x\n');
    expect(stage.steps.at(-1)?.commands).toBeUndefined();
  });
});
