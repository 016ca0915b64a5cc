import type { Ecosystem } from './ecosystem';
import { basename } from '../text/path';
import { classifyRuby } from './ruby/classify';
import { analyseRubyProgram } from './ruby/program';

const wanted =
  /^(?:Gemfile(?:\.lock)?|gems\.(?:rb|locked)|.+\.(?:rb|ru|rake|sh|bash)|(?:docker-)?entrypoint.*|start|run)$/s;

export const ruby: Ecosystem = {
  language: 'ruby',
  wantsFile: (path) => wanted.test(basename(path)) || /(^|\/)(bin|exe)\/[\w.-]+$/.test(path),
  classify: classifyRuby,
  concerns: ({ image, end }) =>
    image?.language === 'ruby' && (end.cmd?.instruction ?? end.entrypoint?.instruction) !== undefined,
  analyseProgram: analyseRubyProgram,
};
