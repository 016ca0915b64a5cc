import type { CommandWithoutEffects } from '../../model/commands';
import type { Effect } from '../../model/model';
import { effectiveCommand } from '../../shell/effective-command';
import { known } from '../../text/fact';
import { basename, joinPath } from '../../text/path';

/** Commands that Rails and its kin bring into `bin/`. */
const ofTheProject = /^(\.\/)?bin\/(rails|rake|setup|bootsnap|spring|vite|importmap)$/;

/** Effects of Bundler, RubyGems and what they start; undefined for other commands. */
export function classifyRuby(command: CommandWithoutEffects): readonly Effect[] | undefined {
  const { name, args } = effectiveCommand(command.command);
  if (name === undefined) return undefined;
  const words = args.map((word) => word.literal ?? '');
  const [verb = ''] = words.filter((word) => !word.startsWith('-'));
  switch (ofTheProject.test(name) ? 'rails' : basename(name)) {
    case 'bundle':
    case 'bundler':
      return bundler(command, verb, words);
    case 'gem':
      if (verb === 'install' || verb === 'update') return install(command);
      return verb === 'list' || verb === 'sources' ? [] : undefined;
    case 'rails':
    case 'rake':
    case 'bootsnap':
      return inProject(command);
    default:
      return undefined;
  }
}

function bundler(
  command: CommandWithoutEffects,
  verb: string,
  words: readonly string[],
): readonly Effect[] | undefined {
  if (verb === 'exec') {
    const inner = words[words.indexOf('exec') + 1] ?? '';
    return /^(rails|rake|bootsnap|jekyll|hanami|ruby)$/.test(basename(inner))
      ? inProject(command)
      : undefined;
  }
  if (['', 'install', 'update', 'package', 'cache', 'lock', 'clean'].includes(verb)) return install(command);
  // The official images keep Bundler's settings beside the gems; other places are within the project.
  if (verb === 'config') return inProject(command).filter(({ kind }) => kind === 'writes');
  return ['check', 'list', 'show', 'version', 'platform', 'doctor'].includes(verb) ? [] : undefined;
}

/** Gems go where GEM_HOME says, or into the project (`--path vendor/bundle`). */
function install(command: CommandWithoutEffects): Effect[] {
  const home = command.env.get('GEM_HOME');
  return [
    { kind: 'downloads-dependencies', language: 'ruby' },
    ...(home?.known ? [{ kind: 'writes' as const, path: home, tree: true, from: 'download' as const }] : []),
    ...(command.cwd.known
      ? ['vendor', '.bundle', 'Gemfile.lock'].map((name) => ({
          kind: 'writes' as const,
          path: known(joinPath(command.cwd.known ? command.cwd.value : '/', name)),
          tree: name !== 'Gemfile.lock',
          from: 'download' as const,
        }))
      : []),
  ];
}

/** Tasks of the project: they build assets and caches below it. */
function inProject(command: CommandWithoutEffects): Effect[] {
  return [
    { kind: 'builds', language: 'ruby' },
    { kind: 'writes', path: command.cwd, tree: true, from: 'command' },
  ];
}
