import type { CommandWithoutEffects } from '../../model/commands';
import type { StageSoFar } from '../../model/model';
import { joinPath, withoutTrailingSlash } from '../../text/path';

type Command = Pick<CommandWithoutEffects, 'env' | 'cwd'>;

/** Value of a variable, where it is known and not empty. */
export function valueOf(command: Command, name: string): string | undefined {
  const fact = command.env.get(name);
  return fact?.known && fact.value !== '' ? fact.value : undefined;
}

/** A path of a command line, absolute; undefined when it cannot be told. */
export function placeOf(command: Command, path: string): string | undefined {
  if (path === '' || path.includes('$')) return undefined;
  if (path.startsWith('/')) return withoutTrailingSlash(joinPath('/', path));
  return command.cwd.known ? withoutTrailingSlash(joinPath(command.cwd.value, path)) : undefined;
}

/** The home folder of whoever runs the command: HOME, else that of the last USER. Source: useradd's default. */
export function homeOf(command: Command, { steps }: StageSoFar): string {
  const home = valueOf(command, 'HOME');
  if (home?.startsWith('/')) return withoutTrailingSlash(home);
  const user = steps.findLast(({ instruction }) => instruction.kind === 'user');
  const [name = 'root'] = user?.instruction.body.text.trim().split(':') ?? [];
  return /^(root|0)?$/.test(name) ? '/root' : `/home/${name}`;
}
