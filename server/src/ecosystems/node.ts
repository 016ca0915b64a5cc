import type { Ecosystem } from './ecosystem';
import type { Stage } from '../model/model';
import { basename } from '../text/path';
import { classifyNode } from './node/classify';
import { analyseNodeProgram } from './node/program';

const manifests =
  /^(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|\.npmrc|\.yarnrc(?:\.yml)?|tsconfig\.json|nest-cli\.json)$/;
const sources = /\.(?:[cm]?[jt]sx?|vue|svelte|sh|bash)$|^(?:docker-)?entrypoint[^.]*$|^(?:start|run)$/;

export const node: Ecosystem = {
  language: 'node',
  wantsFile: (path) =>
    (manifests.test(basename(path)) || sources.test(basename(path))) &&
    !/(^|\/)(node_modules|\.git|\.yarn|\.next|\.nuxt)\/|\.min\.js$|\.d\.[cm]?ts$/.test(path),
  classify: classifyNode,
  concerns: ({ image, end }: Stage) =>
    image?.language === 'node' &&
    image.role === 'toolchain' &&
    (end.cmd?.instruction ?? end.entrypoint?.instruction) !== undefined,
  analyseProgram: analyseNodeProgram,
};
