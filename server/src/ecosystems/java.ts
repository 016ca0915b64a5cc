import type { Stage, Start } from '../model/model';
import { effectiveCommand } from '../shell/effective-command';
import { basename } from '../text/path';
import type { Ecosystem } from './ecosystem';
import { builds } from './built';
import { classifyJava } from './java/classify';
import { analyseJavaProgram } from './java/program';
import { isCode, isSettings } from './java/sources';
import { toolOf } from './java/tools';

const wanted =
  /^(?:pom\.xml|(?:build|settings)\.gradle(?:\.kts)?|gradle\.properties|.+\.(?:sh|bash)|(?:docker-)?entrypoint.*|start|run)$/s;

export const java: Ecosystem = {
  language: 'java',
  wantsFile: (path) =>
    !/(^|\/)(node_modules|target|build)\//.test(path) &&
    (wanted.test(basename(path)) || isCode(path) || isSettings(path)),
  classify: classifyJava,
  concerns: (stage) => builds(stage, 'java') || startsJava(stage),
  analyseProgram: analyseJavaProgram,
};

/** The file itself sets a start command, and it runs `java` or a build tool. */
function startsJava({ end, image }: Stage): boolean {
  const starts = [end.entrypoint, end.cmd].filter((start) => start?.instruction !== undefined);
  if (image?.language === 'java' && image.reference.repository !== 'tomcat') return starts.length > 0;
  return starts.some(
    (start) =>
      start !== undefined && namesOf(start).some((name) => /^(java|mvn|gradle)$/.test(toolOf(name) ?? '')),
  );
}

function namesOf({ argv, script, form }: Start): string[] {
  if (form === 'exec') return argv.slice(0, 1);
  return (script?.commands ?? []).flatMap((command) => effectiveCommand(command).name ?? []);
}
