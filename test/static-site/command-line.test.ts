import { describe, expect, it } from 'vitest';
import { readOptions } from '../../server/src/ecosystems/static-site/command-line';

describe('options of a server', () => {
  it('take their value from the next word, from the same word and from behind an equals sign', () => {
    for (const args of [['-p', '80'], ['-p80'], ['--port', '80'], ['--port=80']])
      expect(readOptions(args, ['-p', '--port'], []).value('-p', '--port'), args.join(' ')).toBe('80');
  });

  it('stand together as letters', () => {
    const options = readOptions(['-sn', 'build', '-c-1'], ['-c'], ['-s', '-n']);
    expect(options.operands).toEqual(['build']);
    expect(options.value('-s')).toBe('');
    expect(options.value('-c')).toBe('-1');
  });

  it('may lack their value: the next option is none', () => {
    const options = readOptions(['--host', '--port', '3000'], ['--host', '--port'], []);
    expect(options.value('--host')).toBe('');
    expect(options.value('--port')).toBe('3000');
  });

  it('are told apart from those that are not expected', () => {
    expect(readOptions(['--proxy', 'x', '-sq'], [], ['-s']).unknown).toEqual(['--proxy', '-sq']);
  });
});
