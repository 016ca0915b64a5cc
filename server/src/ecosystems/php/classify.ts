import type { CommandWithoutEffects } from '../../model/commands';
import type { Effect, StageSoFar } from '../../model/model';
import { effectiveCommand } from '../../shell/effective-command';
import { known, type Fact } from '../../text/fact';
import { basename, joinPath } from '../../text/path';

/** Where the official images have extensions and settings. Source: docker-library/php. */
export const extensionFolder = '/usr/local/lib/php/extensions';
export const settingsFolder = '/usr/local/etc';

/** Tools of the official images and of PHP that make extensions. */
const extensionTools =
  /^(docker-php-ext-(install|configure|enable)|docker-php-source|install-php-extensions|pecl|pear|pie|phpize)$/;

/** Effects of PHP's tools in its official images; undefined for other commands. */
export function classifyPhp(
  command: CommandWithoutEffects,
  { image }: StageSoFar,
): readonly Effect[] | undefined {
  if (image?.language !== 'php') return undefined;
  const { name, args } = effectiveCommand(command.command);
  if (name === undefined) return undefined;
  const words = args.map((word) => word.literal ?? '');
  const tool = basename(name);
  if (extensionTools.test(tool)) {
    return [
      { kind: 'builds', language: 'php' },
      { kind: 'writes', path: known(extensionFolder), tree: true, from: 'compiler' },
      { kind: 'writes', path: known(`${settingsFolder}/php/conf.d`), tree: true, from: 'compiler' },
    ];
  }
  if (tool === 'composer' || tool === 'composer.phar') return composer(command, words);
  if (tool === 'php') return script(command, words);
  // What runs while the image is built has ended when the container starts.
  if (tool === 'service' || /^apache2?ctl$/.test(tool)) return [];
  return undefined;
}

function composer(command: CommandWithoutEffects, words: readonly string[]): Effect[] {
  const operands = words.filter((word) => word !== '' && !word.startsWith('-'));
  const quiet = /^(clear-cache|clearcache|validate|diagnose|about|show|self-update|selfupdate|--version)$/;
  if (quiet.test(operands[0] ?? words[0] ?? '')) return [];
  if (operands[0] === 'global') return downloads([]);
  const option = words.findIndex((word) => word === '-d' || word === '--working-dir');
  const given =
    words.find((word) => word.startsWith('--working-dir='))?.slice('--working-dir='.length) ??
    (option === -1 ? undefined : words[option + 1]);
  const folder = operands[0] === 'create-project' ? operands[2] : given;
  return downloads([folder === undefined ? command.cwd : seenFrom(command.cwd, folder)]);
}

function downloads(paths: readonly Fact<string>[]): Effect[] {
  return [
    { kind: 'downloads-dependencies', language: 'php' },
    ...paths.map((path) => ({ kind: 'writes' as const, path, tree: true, from: 'download' as const })),
  ];
}

/** `php artisan ...`, `php -r ...`: tasks of the project write below it; Composer's installer where it is told to. */
function script(command: CommandWithoutEffects, words: readonly string[]): Effect[] {
  const target = words.find((word) => word.startsWith('--install-dir='))?.slice('--install-dir='.length);
  return [
    { kind: 'builds', language: 'php' },
    {
      kind: 'writes',
      path: target === undefined ? command.cwd : seenFrom(command.cwd, target),
      tree: true,
      from: 'command',
    },
  ];
}

function seenFrom(cwd: Fact<string>, path: string): Fact<string> {
  if (path.startsWith('/')) return known(joinPath('/', path).replace(/(.)\/$/, '$1'));
  return cwd.known ? known(joinPath(cwd.value, path)) : cwd;
}
