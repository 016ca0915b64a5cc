import type { Ecosystem } from './ecosystem';
import { analysePrebuilt, startsPrebuilt } from './prebuilt/program';
import { locateReleasedTool } from './prebuilt/tools';

/** Programs that were built elsewhere: fetched by the Dockerfile, or lying in the build context. */
export const prebuilt: Ecosystem = {
  language: 'prebuilt',
  wantsFile: () => false,
  classify: () => undefined,
  concerns: startsPrebuilt,
  locateTool: locateReleasedTool,
  analyseProgram: (request) =>
    startsPrebuilt(request.stage, request.project) ? analysePrebuilt(request) : undefined,
};
