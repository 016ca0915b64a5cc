import type { Ecosystem } from './ecosystem';
import { basename } from '../text/path';
import { classifyPhp } from './php/classify';
import { analysePhpProgram } from './php/program';

const wanted =
  /^(?:.+\.(?:php|phtml|sh|bash)|composer\.(?:json|lock)|artisan|console|(?:docker-)?entrypoint.*|start|run)$/s;

export const php: Ecosystem = {
  language: 'php',
  wantsFile: (path) => wanted.test(basename(path)) && !/(^|\/)(vendor|node_modules)\//.test(path),
  classify: classifyPhp,
  concerns: ({ image, end }) =>
    image?.language === 'php' && image.family === 'official' && (end.cmd ?? end.entrypoint) !== undefined,
  analyseProgram: analysePhpProgram,
};
