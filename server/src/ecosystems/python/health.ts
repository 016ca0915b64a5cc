import type { HealthcheckInstruction } from '../../dockerfile/ast';
import type { Stage } from '../../model/model';
import { parseShell } from '../../shell/parse';

/** Options of curl that say how much it prints, and none that change what is asked. Source: curl(1). */
const curlOptions = /^(-[fsSv]+|--fail|--silent|--show-error|--no-progress-meter)$/;

/**
 * HEALTHCHECK by Python where curl only asks the program itself whether it answers: an image without a shell has no curl.
 * Undefined for all other probes. `curl -f` fails at 400 and above and follows no redirect, and so does this.
 */
export function probeByPython(stage: Stage): readonly string[] | undefined {
  const step = stage.steps.findLast(({ instruction }) => instruction.kind === 'healthcheck');
  const health = step?.instruction as HealthcheckInstruction | undefined;
  if (!health || health.disabled || !health.arguments) return undefined;
  const words = wordsOf(health.arguments);
  if (words?.[0] !== 'curl') return undefined;
  let url: RegExpExecArray | undefined;
  let fails = false;
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '-o' || word === '--output') {
      if (words[++at] !== '/dev/null') return undefined;
    } else if (curlOptions.test(word)) fails ||= /^-\w*f|^--fail$/.test(word);
    else if (url) return undefined;
    else
      url =
        /^(?:http:\/\/)?(localhost|127\.0\.0\.1|0\.0\.0\.0)(?::(\d+))?(\/[\w./?=&%-]*)?$/.exec(word) ??
        undefined;
    if (!url && !word.startsWith('-') && word !== '/dev/null') return undefined;
  }
  if (!url) return undefined;
  const [, host = '', port = '80', path = '/'] = url;
  const code = [
    'import http.client',
    `probe = http.client.HTTPConnection('${host}', ${port})`,
    `probe.request('GET', '${path}')`,
    fails ? 'exit(probe.getresponse().status >= 400)' : 'probe.getresponse()',
  ];
  return ['python3', '-c', code.join('; ')];
}

/** The one command of a probe, with or without `|| exit 1`; undefined for what takes a shell. */
function wordsOf(given: NonNullable<HealthcheckInstruction['arguments']>): readonly string[] | undefined {
  if (given.form === 'exec') return given.items.map((item) => item.value);
  const { commands, fault } = parseShell(given.text);
  const working = commands.filter(
    ({ words, joiner }) => !(joiner === '||' && /^(exit|false)$/.test(words[0]?.literal ?? '')),
  );
  const [only] = working;
  if (fault || !only || working.length > 1 || only.assignments.length > 0) return undefined;
  // Where its output goes matters to nobody.
  const literals = only.words.map(({ literal }) => literal);
  return literals.every((word) => word !== undefined) ? literals : undefined;
}
