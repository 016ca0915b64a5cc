/**
 * Makes every fix of every finding in real Dockerfiles, each alone and all together, and says which of them do not keep
 * their promises. Run by scripts/corpus.mjs, bundled: `npm run corpus -- FOLDER...`.
 */
import path from 'node:path';
import { fixAll } from '../../server/src/fix-all';
import { createService, type ReportedFinding } from '../../server/src/service';
import { applyEdits } from '../../server/src/text/edit';
import { dockerfilesBelow, projectReader, type RealDockerfile } from './dockerfiles';
import { judgeFix, judgeLineEndings, type FixPlace, type Lint } from './judge-fix';

interface Tally {
  fixes: number;
  failures: number;
}

const tallies = new Map<string, Tally>();
const totals = { files: 0, fixes: 0, failures: 0 };
const report = (line: string): void => void process.stdout.write(`${line}\n`);

const service = createService({ log: (message) => fail('', 'analysis', message) });
/** Rules that are off by default are asked for: their fixes are fixes too. */
const severities = Object.fromEntries(
  service.rules.filter(({ offByDefault }) => offByDefault).map(({ id, severity }) => [id, severity]),
);

for (const folder of process.argv.slice(2)) {
  const projectOf = projectReader(service, path.resolve(folder));
  for (const file of dockerfilesBelow(path.resolve(folder))) {
    const project = await projectOf(file);
    tryFile(file, (text) => service.lint(text, project, { severities }));
    totals.files++;
  }
}
const byRule = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
for (const [id, { fixes, failures }] of byRule)
  report(`${id.padEnd(45)}${String(fixes).padStart(7)} fixes ${String(failures).padStart(6)} failed`);
report(`${totals.files} Dockerfiles, ${totals.fixes} fixes, ${totals.failures} failures`);
process.exitCode = totals.failures > 0 ? 1 : 0;

function tryFile({ path: file, text }: RealDockerfile, lint: Lint): void {
  const findings = lint(text);
  const crlfText = text.replaceAll('\n', '\r\n');
  const crlf = text.includes('\r') ? undefined : { text: crlfText, findings: lint(crlfText) };
  for (const place of places(findings)) {
    const { rule, at, fixes } = findings[place.finding] as ReportedFinding;
    const tally = tallyOf(rule.id);
    tally.fixes++;
    totals.fixes++;
    const faults = guarded(() => [
      ...judgeFix(text, findings, place, lint),
      ...(crlf ? judgeLineEndings(text, findings, place, crlf) : []),
    ]);
    const line = text.slice(0, at.start).split('\n').length;
    for (const fault of faults) fail(`${file}:${line}`, rule.id, `${fault} ("${fixes?.[place.fix]?.title}")`);
  }
  for (const accepted of [['safe'], ['safe', 'review']] as const) {
    const name = `fix-all ${accepted.join('+')}`;
    tallyOf(name).fixes++;
    for (const fault of guarded(() => judgeFixAll(text, accepted, lint))) fail(file, name, fault);
  }
}

function judgeFixAll(text: string, accepted: readonly ('safe' | 'review')[], lint: Lint): string[] {
  const faults: string[] = [];
  const log = (message: string): void => void faults.push(message);
  let rounds = 0;
  const counted = (given: string): readonly ReportedFinding[] => {
    rounds++;
    return lint(given);
  };
  const once = applyEdits(text, fixAll(text, { accepted, lint: counted, log }));
  if (rounds > 10) faults.push(`takes ${rounds} rounds`);
  if (applyEdits(once, fixAll(once, { accepted, lint, log })) !== once)
    faults.push('changes more when done again');
  return faults;
}

function places(findings: readonly ReportedFinding[]): FixPlace[] {
  return findings.flatMap(({ fixes = [] }, finding) => fixes.map((_, fix) => ({ finding, fix })));
}

function guarded(judge: () => string[]): string[] {
  try {
    return judge();
  } catch (error) {
    return [`throws ${error instanceof Error ? error.message : String(error)}`];
  }
}

function tallyOf(id: string): Tally {
  let tally = tallies.get(id);
  if (!tally) tallies.set(id, (tally = { fixes: 0, failures: 0 }));
  return tally;
}

function fail(where: string, id: string, fault: string): void {
  tallyOf(id).failures++;
  totals.failures++;
  report(`${id}: ${fault}\n    ${where}`);
}
