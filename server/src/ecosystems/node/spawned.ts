import type { Project } from '../../project/project';
import { known, unknown, type Fact } from '../../text/fact';

/** Modules that start other programs by a shell, or by names that are not followed. */
const launchers =
  /^(execa|shelljs|cross-spawn|zx|node-pty|node-cmd|tinyexec|npm-run|concurrently|foreground-child)(\/|$)/;

const importsChildProcess =
  /(?:from\s*|require\s*\(\s*|import\s*\(\s*|import\s+)['"](?:node:)?child_process['"]/;
const namespaces =
  /(?:\b(?:const|let|var)\s+(\w+)\s*(?::[^=\n]+)?=\s*(?:await\s+import|require)\s*\(\s*|\bimport\s+(?:\*\s+as\s+)?(\w+)\s+from\s*)['"](?:node:)?child_process['"]/g;
const calls =
  /(?<![\w$.])(?:([\w$]+)\s*\.\s*)?(exec|execSync|spawn|spawnSync|execFile|execFileSync|fork)\s*\(\s*(?:(['"`])((?:(?!\3)[^\\\n])*)\3|([^,)\s]+))/g;

/**
 * Programs that the project's own files start; unknown when a name is computed. A shell is one of them.
 * @param files paths in the build context.
 */
export function spawnedBy(files: readonly string[], project: Project): Fact<readonly string[]> {
  const found = new Set<string>();
  for (const path of files) {
    const text = project.read(path);
    if (text === undefined) return unknown(`${path} cannot be read, and it may start other programs`);
    const launcher = launcherIn(text);
    if (launcher !== undefined) return unknown(`${path} starts other programs through ${launcher}`);
    if (!text.includes('child_process') || !importsChildProcess.test(text)) continue;
    const programs = programsIn(text);
    if (!programs) return unknown(`${path} starts other programs, whose names are not followed`);
    for (const name of programs) found.add(name);
  }
  return known([...found]);
}

function launcherIn(text: string): string | undefined {
  for (const [, specifier = ''] of text.matchAll(
    /(?:from\s*|require\s*\(\s*|import\s*\(?\s*)['"]([\w@/.-]+)['"]/g,
  )) {
    if (launchers.test(specifier)) return specifier;
  }
  return undefined;
}

function programsIn(text: string): string[] | undefined {
  const names = new Set([...text.matchAll(namespaces)].map(([, a, b]) => a ?? b ?? ''));
  const found: string[] = [];
  let any = false;
  for (const [, receiver, method = '', quote, literal = '', expression] of text.matchAll(calls)) {
    // Regular expressions and databases have an exec of their own.
    if (receiver !== undefined && !names.has(receiver)) continue;
    any = true;
    if (method === 'fork' || expression === 'process.execPath' || expression === 'process.argv[0]') continue;
    if (quote === undefined) return undefined;
    const isShell = method.startsWith('exec') && !method.startsWith('execFile');
    const [program = ''] = literal.trim().split(/\s+/);
    if (!/^[\w./@-]+$/.test(program)) return undefined;
    found.push(...(isShell ? ['sh', program] : [program]));
  }
  return any && !/\bpromisify\s*\(\s*(?:\w+\.)?exec(?:File)?\s*\)/.test(text) ? found : undefined;
}
