import type { HealthcheckInstruction } from '../../dockerfile/ast';
import type { Stage } from '../../model/model';
import { parseShell } from '../../shell/parse';
import type { Span } from '../../text/span';

export interface Health {
  /** Exec form that takes the probe's place; undefined when it can stay, or when there is none. */
  readonly replacement: readonly string[] | undefined;
  /** It needs curl. */
  readonly needsCurl: boolean;
  readonly fault: { readonly message: string; readonly at: Span | undefined } | undefined;
}

const quiet = /^(curl|exit|true|false)$/;

/** What becomes of HEALTHCHECK: nginx's image has curl, and neither wget nor Node.js. Source: nginx/docker-nginx-unprivileged. */
export function healthOf(stage: Stage, port: number): Health {
  const none: Health = { replacement: undefined, needsCurl: false, fault: undefined };
  const step = stage.steps.findLast(({ instruction }) => instruction.kind === 'healthcheck');
  const health = step?.instruction as HealthcheckInstruction | undefined;
  if (!health || health.disabled || !health.arguments) return none;
  const { arguments: given } = health;
  const words = given.form === 'exec' ? given.items.map((item) => item.value) : undefined;
  const script = given.form === 'shell' ? parseShell(given.text) : undefined;
  const names = words
    ? [words[0] ?? '']
    : (script?.commands.map(({ words: [name] }) => name?.literal ?? '$') ?? []);
  if (!script?.fault && names.every((name) => quiet.test(name))) return { ...none, needsCurl: true };
  const text = words?.join(' ') ?? (given.form === 'shell' ? given.text.text : '');
  const urls = [...text.matchAll(/https?:\/\/(localhost|127\.0\.0\.1|0\.0\.0\.0)(:\d+)?(\/[\w./-]*)?/g)];
  const [url, more] = urls;
  if (url?.[0].startsWith('http:') && !more && (url[2] ?? ':80') === `:${String(port)}`) {
    const address = `http://127.0.0.1:${String(port)}${url[3] ?? '/'}`;
    return {
      replacement: ['curl', '-f', '-s', '-o', '/dev/null', address],
      needsCurl: true,
      fault: undefined,
    };
  }
  const message = `HEALTHCHECK runs ${names[0] ?? 'a program'}, which the image of the web server does not have`;
  return { ...none, fault: { message, at: given.span } };
}
