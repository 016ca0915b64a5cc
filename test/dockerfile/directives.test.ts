import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { slice } from './sketch';

describe('parser directives', () => {
  const cases: readonly (readonly [
    what: string,
    text: string,
    directives: readonly string[],
    comments: number,
  ])[] = [
    ['are read at the top', '# syntax=a/b:1\n# escape=`\nFROM a', ['syntax a/b:1', 'escape `'], 0],
    ['are known in any case, with blanks', '  #  ESCAPE \t= ` \r\nFROM a', ['escape `'], 0],
    ['may follow a byte order mark', '\uFEFF#check=skip=all;error=true\n', ['check skip=all;error=true'], 0],
    ['end at an instruction', 'FROM a\n# escape=`\n', [], 1],
    ['end at a comment', '# hello\n# escape=`\nFROM a', [], 2],
    ['end at an empty line', '\n# escape=`\nFROM a', [], 1],
    ['end at an unknown name', '# foo=1\n# escape=`\n', [], 2],
    ['are honoured once each', '# escape=`\n# escape=\\\nFROM a', ['escape `'], 1],
    ['need a value', '# syntax=\n# escape=`\nFROM a', [], 2],
    ['do not take another escape character', '# escape=^\nFROM a', [], 1],
    ['have a name of letters and digits', '# es cape=`\nFROM a', [], 1],
  ];
  it.each(cases)('%s', (_what, text, directives, comments) => {
    const parsed = parseDockerfile(text);
    expect(parsed.directives.map(({ name, value }) => `${name} ${value}`)).toEqual(directives);
    expect(parsed.comments).toHaveLength(comments);
    expect(parsed.escape).toBe(directives.includes('escape `') ? '`' : '\\');
  });

  it('span from the # to the end of the line', () => {
    const text = '  # syntax = x \r\nFROM a';
    expect(slice(text, parseDockerfile(text).directives[0]?.span)).toBe('# syntax = x ');
  });
});
