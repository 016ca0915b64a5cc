import type { SystemUse } from '../ecosystem';
import { evaluator } from './evaluate';
import { timeZones } from './program-facts';
import type { Reachable } from './reach';
import { callsOf, imports, placeAt } from './runtime-use';

/** Functions that need an account with a home: an entry in /etc/passwd, which sets HOME too. */
const accountCalls = /^os\.User(?:Home|Config|Cache)Dir$|^os\/user\.\w+$/;
/** Modules that look for the home folder. Source: their documentation. */
const homeModules = /^github\.com\/(?:mitchellh\/go-homedir|adrg\/xdg)$/;

/** What of a full system a program relies on, as its own sources say; third-party modules are not looked into. */
export function systemUses(reachable: Reachable): SystemUse[] {
  const uses: SystemUse[] = [];
  const evaluate = evaluator(reachable);
  const { used, embedded } = timeZones(reachable);
  if (used && !embedded) uses.push({ what: 'time-zones', reason: 'the program looks up time zones by name' });
  for (const { call, callee, place } of callsOf(reachable, evaluate)) {
    const first = call.args[0];
    const readsHome =
      /^os\.(?:Getenv|LookupEnv)$/.test(callee) && first?.kind === 'text' && first.value === 'HOME';
    if (!readsHome && !accountCalls.test(callee)) continue;
    const { file, line } = placeAt(place, call.offset);
    const what = readsHome ? 'HOME' : callee.replace(/^.*\//, '');
    uses.push({ what: 'account', reason: `${file}:${line} uses ${what}` });
  }
  if (imports(reachable, homeModules))
    uses.push({ what: 'account', reason: 'the program looks for the home folder of its user' });
  return uses;
}
