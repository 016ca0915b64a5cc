import type { RunCommand, Stage } from '../../model/model';

/** Folders that a RUN gives to the web server's user. */
export interface Given {
  readonly folders: readonly string[];
  /** Why the owner of a folder cannot be kept. */
  readonly unclear: string | undefined;
}

/** Who owns what the image has, by `chown` in RUN: a copy from the builder would belong to root. */
export function givenFolders(stage: Stage): Given {
  const folders = new Set<string>();
  let unclear: string | undefined;
  for (const command of stage.steps.flatMap((step) => step.commands ?? [])) {
    const words = command.argv.flatMap((word) => (word.known ? [word.value] : []));
    const name = words[0]?.split('/').at(-1) ?? '';
    if (name === 'usermod' || name === 'groupmod')
      unclear ??= `${name} changes a user of the base image, which the image that ships would not know`;
    if (name !== 'chown') continue;
    const owner = words.slice(1).find((word) => !word.startsWith('-')) ?? '';
    if (/^(root|0)?(:.*)?$/.test(owner) && owner !== '' && !/www-data/.test(owner)) continue;
    if (!/^(www-data|33)(:(www-data|33)?)?$|^:(www-data|33)$/.test(owner)) {
      unclear ??= `files are given to ${owner === '' ? 'a user' : owner}, whom the image that ships would not know`;
      continue;
    }
    const paths = written(command);
    if (!paths) unclear ??= 'which files are given to www-data is only known while the image is built';
    for (const path of paths ?? []) folders.add(path);
  }
  for (const { copy } of stage.steps) {
    const owner = copy?.instruction.chown?.value;
    if (owner === undefined || !copy?.destination.known) continue;
    if (/^(www-data|33)(:|$)/.test(owner)) folders.add(copy.destination.value.replace(/(.)\/$/, '$1'));
    else if (!/^(root|0)(:|$)/.test(owner))
      unclear ??= `files are given to ${owner}, whom the image that ships would not know`;
  }
  return { folders: [...folders], unclear };
}

function written({ effects }: RunCommand): string[] | undefined {
  const writes = effects.flatMap((effect) => (effect.kind === 'writes' ? [effect.path] : []));
  if (writes.some((path) => !path.known)) return undefined;
  return writes.flatMap((path) => (path.known ? [path.value] : []));
}

/** Folders of the base image that are copied over those of the image that ships, where what is not in the copy stays. */
const ofImage = /^\/(etc\/apache2|usr\/local\/(etc|lib\/php))(\/|$)/;

/** The command that takes something of the base image away: copies onto the same image would leave it there. */
export function takesAway({ steps }: Stage): string | undefined {
  const commands = steps.flatMap((step) => step.commands ?? []);
  const links = commands.some(({ argv }) => argv[0]?.known === true && argv[0].value === 'ln');
  for (const { argv, effects, command } of commands) {
    const name = argv[0]?.known ? (argv[0].value.split('/').at(-1) ?? '') : '';
    if (/^a2dis/.test(name)) return name;
    for (const effect of effects) {
      if (effect.kind !== 'removes') continue;
      // The settings that a new php.ini is made from, which nothing reads.
      const path = effect.path.known ? effect.path.value : command.words.map(({ raw }) => raw).join(' ');
      if (/php\.ini-\w+$/.test(path)) continue;
      const isOfImage = effect.path.known
        ? ofImage.test(path)
        : /\/etc\/apache2|\/usr\/local\/etc/.test(path);
      if (isOfImage || (links && path === '/var/www/html')) return name;
    }
  }
  return undefined;
}
