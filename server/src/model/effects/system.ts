import type { Effect } from '../model';
import { known } from '../../text/fact';
import {
  inFolder,
  inHome,
  pathOf,
  unknownEffect,
  writesFile,
  writesTree,
  type Call,
  type Classifier,
} from './call';
import { Options } from './options';

const APT_SOURCES = ['/etc/apt/sources.list', '/etc/apt/sources.list.d', '/etc/apt/trusted.gpg.d'];
const APACHE_ENABLED = ['mods', 'sites', 'conf'].map((kind) => `/etc/apache2/${kind}-enabled`);

/** Programs whose output lies in a fixed place of the system, as trees. */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  ldconfig: ['/etc/ld.so.cache', '/var/cache/ldconfig'],
  'update-ca-certificates': ['/etc/ssl/certs'],
  'update-ca-trust': ['/etc/pki/ca-trust/extracted'],
  'locale-gen': ['/usr/lib/locale', '/etc/locale.gen'],
  localedef: ['/usr/lib/locale'],
  'update-locale': ['/etc/default/locale'],
  'fc-cache': ['/var/cache/fontconfig'],
  'debconf-set-selections': ['/var/cache/debconf'],
  'add-apt-repository': APT_SOURCES,
  'apt-add-repository': APT_SOURCES,
  'apt-key': ['/etc/apt/trusted.gpg', '/etc/apt/trusted.gpg.d'],
  a2enmod: APACHE_ENABLED,
  a2dismod: APACHE_ENABLED,
  a2ensite: APACHE_ENABLED,
  a2dissite: APACHE_ENABLED,
  a2enconf: APACHE_ENABLED,
  systemctl: ['/etc/systemd'],
  'update-rc.d': [0, 1, 2, 3, 4, 5, 6].map((level) => `/etc/rc${level}.d`),
  'ssh-keyscan': [],
};

/** `dpkg-reconfigure PACKAGE`: what the packages that appear in practice write. */
const RECONFIGURED: Readonly<Record<string, readonly string[]>> = {
  tzdata: ['/etc/localtime', '/etc/timezone'],
  locales: ['/usr/lib/locale', '/etc/locale.gen', '/etc/default/locale'],
  dash: ['/bin/sh', '/usr/bin/sh'],
};

/** Programs that look after the system's own files. */
export const systemEffects: Classifier = (call) => {
  const fixed = Object.hasOwn(FIXED, call.name) ? FIXED[call.name] : undefined;
  if (fixed) return trees(fixed, call);
  switch (call.name) {
    case 'dpkg-reconfigure':
      return reconfigure(call);
    case 'update-alternatives':
    case 'alternatives':
      return alternatives(call);
    case 'ssh-keygen': {
      const file = new Options(call.args, { short: 'tfNCbaR' }).value('f');
      return file ? [writesTree(pathOf(file, call.cwd))] : undefined;
    }
    case 'gpg':
    case 'gpg2':
      return gpg(call);
    case 'openssl':
      return openssl(call);
    case '.':
    case 'source':
      return sourced(call);
    default:
      return undefined;
  }
};

function trees(paths: readonly string[], { at }: Call): Effect[] {
  return paths.map((path) => writesTree(known(path, at)));
}

function reconfigure(call: Call): Effect[] {
  const options = new Options(call.args, { short: 'fp', long: ['frontend', 'priority'] });
  return options.operands.flatMap(({ value }) => {
    const paths =
      value.known && Object.hasOwn(RECONFIGURED, value.value) ? RECONFIGURED[value.value] : undefined;
    return paths ? trees(paths, call) : [unknownEffect('what dpkg-reconfigure changes is not known')];
  });
}

/** `--install LINK NAME PATH PRIORITY`: the link, and the folder of all choices. */
function alternatives(call: Call): Effect[] {
  const effects = trees(['/etc/alternatives', '/var/lib/dpkg/alternatives'], call);
  call.args.forEach(({ value }, i) => {
    if (!value.known || (value.value !== '--install' && value.value !== '--slave')) return;
    const link = call.args[i + 1];
    if (link) effects.push(writesTree(pathOf(link, call.cwd)));
  });
  const [verb, name] = call.args;
  // `--set NAME` changes where an existing link leads; it has the name's own path in /usr/bin.
  if (verb?.value.known && verb.value.value === '--set' && name?.value.known) {
    effects.push(writesTree(inFolder(known('/usr/bin'), name.value.value, name.at)));
  }
  return effects;
}

/** Keys go to the keyring in GNUPGHOME, results to `-o FILE`. */
function gpg(call: Call): Effect[] {
  const valued = [
    'output',
    'homedir',
    'keyring',
    'keyserver',
    'recv-keys',
    'keyserver-options',
    'passphrase',
    'export',
  ];
  const options = new Options(call.args, { short: 'ourN', long: valued });
  const output = options.value('o', 'output');
  const keyring = options.value('keyring');
  const home = options.value('homedir');
  const fromEnv = call.env.get('GNUPGHOME');
  const effects: Effect[] = [output, keyring].flatMap((each) =>
    each ? [writesFile(pathOf(each, call.cwd))] : [],
  );
  if (home) effects.push(writesTree(pathOf(home, call.cwd)));
  else
    effects.push(
      writesTree(fromEnv?.known ? inFolder(call.cwd, fromEnv.value, call.at) : inHome(call, '.gnupg')),
    );
  return effects;
}

function openssl(call: Call): Effect[] | undefined {
  const targets = call.args.flatMap(({ value }, i) =>
    value.known && /^-(out|keyout|CAserial)$/.test(value.value) ? call.args.slice(i + 1, i + 2) : [],
  );
  const [verb] = call.args;
  const prints =
    verb?.value.known &&
    /^(version|dgst|rand|enc|base64|passwd|s_client|x509|req|genrsa|genpkey|rsa|dhparam|pkcs12|ecparam)$/.test(
      verb.value.value,
    );
  return prints ? targets.map((each) => writesFile(pathOf(each, call.cwd))) : undefined;
}

/** Files that are known to set variables and define functions only. */
function sourced({ args }: Call): Effect[] | undefined {
  const [file] = args;
  const raw = file?.value.known ? file.value.value : (file?.raw ?? '');
  return /(^|\/)(os-release|lsb-release|bin\/activate|\.cargo\/env|nvm\.sh|\.bashrc|\.profile|etc\/profile|envvars)["']?$/.test(
    raw,
  )
    ? []
    : undefined;
}
