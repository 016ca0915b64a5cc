import type { Effect } from '../model';
import { known } from '../../text/fact';
import {
  inFolder,
  pathOf,
  unknownEffect,
  writesTree,
  type Argument,
  type Call,
  type Classifier,
} from './call';
import { Options, type OptionSpec } from './options';

const USERADD: OptionSpec = {
  short: 'bcdefgGkKpsuRPZ',
  long: [
    'base-dir',
    'comment',
    'home-dir',
    'home',
    'expiredate',
    'inactive',
    'gid',
    'groups',
    'skel',
    'key',
    'password',
    'shell',
    'uid',
    'root',
    'prefix',
    'selinux-user',
  ],
};
/** Debian's adduser (long options) and BusyBox's (short ones) in one: their options do not collide. */
const ADDUSER: OptionSpec = {
  short: 'hgsGuk',
  long: [
    'home',
    'gecos',
    'comment',
    'shell',
    'ingroup',
    'uid',
    'gid',
    'firstuid',
    'lastuid',
    'conf',
    'add_extra_groups',
  ],
};
const QUIET = new Set(
  'groupadd addgroup groupdel delgroup groupmod gpasswd userdel deluser usermod passwd chpasswd chage chsh newusers'.split(
    ' ',
  ),
);

/** Programs that make users. Groups and changes to a user leave no path but the account files. */
export const userEffects: Classifier = (call) => {
  if (QUIET.has(call.name)) return [];
  if (call.name === 'useradd') return addUser(call, USERADD, false);
  if (call.name === 'adduser') return addUser(call, ADDUSER, true);
  return undefined;
};

function addUser(call: Call, spec: OptionSpec, homeByDefault: boolean): Effect[] {
  const options = new Options(call.args, spec);
  const [name, group] = options.operands;
  // `adduser USER GROUP` puts a user that exists into a group.
  if (name === undefined || group !== undefined) return [];
  if (!name.value.known) return [unknownEffect(`which user ${call.name} adds is not known here`)];
  // `adduser --group NAME` is addgroup, unless a system user comes with it.
  if (homeByDefault && options.has('group') && !options.has('system')) return [];
  const uid = number(options.value('u', 'uid'));
  const effects: Effect[] = [{ kind: 'adds-user', name: name.value.value, uid }];
  const home = options.value(...(homeByDefault ? ['h', 'home'] : ['d', 'home-dir', 'home']));
  const refused = options.has('M', 'H', 'no-create-home');
  if ((homeByDefault || options.has('m', 'create-home')) && !refused) {
    const path = home ? pathOf(home, call.cwd) : inFolder(known('/home'), `./${name.value.value}`, name.at);
    effects.push(writesTree(path));
  }
  return effects;
}

function number(argument: Argument | undefined): number | undefined {
  return argument?.value.known && /^\d+$/.test(argument.value.value)
    ? Number(argument.value.value)
    : undefined;
}
