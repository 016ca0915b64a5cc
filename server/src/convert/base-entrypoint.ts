import type { Stage, Start } from '../model/model';
import { basename } from '../text/path';

/**
 * Entry points of official images that start the command they are given and do no more that a runtime would miss.
 * Sources: nodejs/docker-node, adoptium/containers (it adds certificates when USE_SYSTEM_CA_CERTS asks for it),
 * carlossg/docker-maven (it copies reference files into ~/.m2), docker-library/php.
 */
const interpreterOf: Readonly<Record<string, string | undefined>> = {
  'docker-entrypoint.sh': 'node',
  '__cacert_entrypoint.sh': undefined,
  'mvn-entrypoint.sh': undefined,
  'docker-php-entrypoint': 'php',
};

export interface BaseStart {
  readonly entrypoint: Start | undefined;
  readonly cmd: Start | undefined;
}

/** ENTRYPOINT and CMD of the stage, the wrapper of an official base image taken off. */
export function withoutBaseEntrypoint({ end, image }: Stage): BaseStart {
  const { entrypoint, cmd } = end;
  if (isServer(image, end)) return { entrypoint: undefined, cmd };
  if (!entrypoint || entrypoint.instruction || !cmd?.instruction) return { entrypoint, cmd };
  const name = basename(entrypoint.argv[0] ?? '');
  const given = argumentsOf(image, cmd);
  if (given !== undefined) return { entrypoint: undefined, cmd: { ...cmd, argv: given } };
  // Images built on official ones inherit it, and only this name says which one it is.
  const isOfficial = image?.family === 'official' || name === '__cacert_entrypoint.sh';
  if (!isOfficial || entrypoint.argv.length !== 1 || !Object.hasOwn(interpreterOf, name))
    return { entrypoint, cmd };
  const interpreter = interpreterOf[name];
  // These two hand over to their interpreter what is no command: options, and files that are not executable.
  const isArgument = cmd.form === 'exec' && /^-|\.([cm]?js|php)$/.test(cmd.argv[0] ?? '');
  if (interpreter === undefined || image?.language !== interpreter || !isArgument)
    return { entrypoint: undefined, cmd };
  return { entrypoint: undefined, cmd: { ...cmd, argv: [interpreter, ...cmd.argv] } };
}

/** Commands of official images that start a server which reads what the file puts into its folders. */
const servers = /^(apache2-foreground|php-fpm)$/;

/** The file sets no start command, because that of its image is what it is about. */
export function isServer(image: Stage['image'], { entrypoint, cmd }: Stage['end']): boolean {
  const isOwn = cmd?.instruction !== undefined || entrypoint?.instruction !== undefined;
  return !isOwn && image?.family === 'official' && cmd?.form === 'exec' && servers.test(cmd.argv[0] ?? '');
}

/** Words that the scripts of Bun's and Deno's images hand to them. Sources: oven-sh/bun, denoland/deno_docker. */
const handedOver: Readonly<Record<string, { readonly program: string; readonly words: RegExp }>> = {
  'oven/bun': { program: 'bun', words: /^(-.*|run|start|x|.*\.[cm]?[jt]sx?)$/ },
  'denoland/deno': { program: 'deno', words: /^(-.*|run|serve|task|eval|test|bench|cache|install)$/ },
};

function argumentsOf(image: Stage['image'], { form, argv }: Start): readonly string[] | undefined {
  const repository = image?.reference.repository ?? '';
  const script = Object.hasOwn(handedOver, repository) ? handedOver[repository] : undefined;
  if (!script) return undefined;
  return form === 'exec' && script.words.test(argv[0] ?? '') ? [script.program, ...argv] : argv;
}
