import type { Stage, Start } from '../model/model';
import { effectiveCommand } from '../shell/effective-command';
import { basename, joinPath } from '../text/path';
import type { Ecosystem } from './ecosystem';
import { builds } from './built';
import { matchingJar } from './java/jars';
import { classifyJava } from './java/classify';
import { analyseJavaProgram } from './java/program';
import { isCode, isSettings } from './java/sources';
import { toolOf } from './java/tools';

const wanted =
  /^(?:pom\.xml|(?:build|settings)\.gradle(?:\.kts)?|gradle\.properties|[^/]+\.sbt|.+\.(?:sh|bash)|(?:docker-)?entrypoint.*|start|run)$/s;

/** `target/*.jar` is `target/app-1.0.jar`. */
const jarOfPattern: NonNullable<Ecosystem['expandPattern']> = (pattern, place) => {
  if (!/\.jar$/.test(pattern)) return undefined;
  const found = matchingJar(place, joinPath(place.workdir, pattern));
  if (!found.known) return undefined;
  return pattern.replace(/[^/]*$/, basename(found.value));
};

export const java: Ecosystem = {
  language: 'java',
  wantsFile: (path) =>
    !/(^|\/)(node_modules|target|build)\//.test(path) &&
    (wanted.test(basename(path)) || isCode(path) || isSettings(path)),
  classify: classifyJava,
  concerns: (stage) => builds(stage, 'java') || startsJava(stage),
  analyseProgram: analyseJavaProgram,
  expandPattern: jarOfPattern,
};

/** The file itself sets a start command, and it runs `java` or a build tool. */
function startsJava({ end, image }: Stage): boolean {
  const starts = [end.entrypoint, end.cmd].filter((start) => start?.instruction !== undefined);
  if (image?.language === 'java' && image.reference.repository !== 'tomcat') return starts.length > 0;
  return starts.some(
    (start) =>
      start !== undefined &&
      namesOf(start).some((name) => /^(java|mvn|gradle|sbt)$/.test(toolOf(name) ?? '')),
  );
}

function namesOf({ argv, script, form }: Start): string[] {
  if (form === 'exec') return argv.slice(0, 1);
  return (script?.commands ?? []).flatMap((command) => effectiveCommand(command).name ?? []);
}
