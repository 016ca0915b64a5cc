import { describe, expect, it } from 'vitest';
import {
  blockOf,
  mentions,
  settingIn,
  withoutComments,
} from '../../server/src/ecosystems/static-site/script-settings';

const config = withoutComments(`
// proxy: { '/old': 'x' },
export default {
  base: "/docs/", /* port: 1 */
  server: { port: 3000, hmr: { overlay: false } },
  preview: { port: Number(process.env.PORT) },
  build: { outDir },
};
`);

describe('settings in a configuration that is a program', () => {
  it('are read where they are literal', () => {
    expect(settingIn(config, 'base')).toEqual({ kind: 'literal', value: '/docs/' });
    expect(settingIn(blockOf(config, 'server') ?? '', 'port')).toEqual({ kind: 'literal', value: '3000' });
  });

  it('are not guessed where they are computed, handed on by name or set twice', () => {
    expect(settingIn(blockOf(config, 'preview') ?? '', 'port').kind).toBe('computed');
    expect(settingIn(config, 'outDir').kind).toBe('computed');
    expect(settingIn(config, 'port').kind).toBe('computed');
  });

  it('do not come from comments, and texts with slashes are no comments', () => {
    expect(mentions(config, 'proxy')).toBe(false);
    expect(mentions(withoutComments("x = { target: 'http://a', proxy: {} }"), 'proxy')).toBe(true);
    expect(settingIn(config, 'root').kind).toBe('absent');
  });

  it('of a block that does not end are not read', () => {
    expect(blockOf('server: { port: 3000', 'server')).toBeUndefined();
  });
});
