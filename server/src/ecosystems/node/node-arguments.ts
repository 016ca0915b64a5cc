/** How node is called: the file that it runs, and modules that it loads before. */
export interface NodeCall {
  /** As written: `dist/main`, `.`; undefined when code comes from elsewhere (`-e`, standard input). */
  readonly file: string | undefined;
  readonly modules: readonly string[];
}

/** Options that take the next word. Source: nodejs.org, command-line API. */
const valued =
  /^(-r|--require|--import|--loader|--experimental-loader|-C|--conditions|--env-file|--env-file-if-exists|--title|--stack-trace-limit|--watch-path|--inspect-port|--icu-data-dir|--openssl-config|--diagnostic-dir|--input-type|--report-dir|--experimental-default-type)$/;

/** @param args words after `node`. */
export function readNodeCall(args: readonly string[]): NodeCall {
  const modules: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('-')) return { file: arg, modules };
    if (/^(-e|--eval|-p|--print|-i|--interactive|-|--run|--test)$/.test(arg))
      return { file: undefined, modules };
    const [, , value] = /^(-r|--require|--import|--loader|--experimental-loader)=(.*)$/.exec(arg) ?? [];
    if (value !== undefined) modules.push(value);
    if (!valued.test(arg)) continue;
    i++;
    if (/^(-r|--require|--import|--loader|--experimental-loader)$/.test(arg)) modules.push(args[i] ?? '');
  }
  return { file: undefined, modules };
}
