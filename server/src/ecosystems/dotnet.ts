import type { Ecosystem } from './ecosystem';
import { basename } from '../text/path';
import { classifyDotnet } from './dotnet/classify';
import { analyseDotnetProgram } from './dotnet/program';

const wanted =
  /^(?:.+\.(?:cs|fs|vb|csproj|fsproj|vbproj|cshtml|razor)|Directory\.Build\.props|launchSettings\.json|appsettings[\w.-]*\.json)$/;

export const dotnet: Ecosystem = {
  language: 'dotnet',
  wantsFile: (path) => wanted.test(basename(path)) && !/(^|\/)(bin|obj)\//.test(path),
  classify: classifyDotnet,
  concerns: ({ image, end }) =>
    image?.language === 'dotnet' &&
    image.role === 'toolchain' &&
    (end.cmd?.instruction ?? end.entrypoint?.instruction) !== undefined,
  analyseProgram: analyseDotnetProgram,
};
