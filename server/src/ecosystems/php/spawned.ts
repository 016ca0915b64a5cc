import { within } from '../../model/paths';
import type { Project } from '../../project/project';

/** Functions that start a program through a shell. Source: php.net, Program execution Functions. */
const calls = /(?<![\w>:$]|function\s)(exec|shell_exec|system|passthru|popen|proc_open|pcntl_exec)\s*\(/;
const backticks = /(?:=|\(|\breturn|\becho)\s*`[^`\n]+`/;

/** Packages that start programs, or that such packages belong to. */
const spawning =
  /^(laravel\/|symfony\/(process|framework-bundle|console|flex|runtime|mailer)$|react\/child-process$|amphp\/(process|parallel)$|knplabs\/|spatie\/(browsershot|image|pdf|laravel|async|fork)|php-ffmpeg\/|mikehaertl\/|cakephp\/|yiisoft\/|codeigniter4\/|october\/|drupal\/|typo3\/|magento\/|shopware\/|phpunit\/|nunomaduro\/|workerman\/|walkor\/|hyperf\/|spiral\/|phppm\/|swiftmailer\/|phpmailer\/)/;

/** Needs no lock file: PHP itself and its extensions. */
const platform = /^(php|hhvm|composer(-\w+)*|ext-.+|lib-.+)$/;

/** Why the program may start others by a shell, as a phrase; undefined when neither it nor its packages do. */
export function shellUse(project: Project): string | undefined {
  const sources = phpSources(project);
  if (sources.length === 0)
    return 'what the program starts is not known: its sources are not in the build context';
  for (const path of sources) {
    const lines = (project.read(path) ?? '').split('\n');
    const at = lines.findIndex(
      (line) => !/^\s*(\*|\/\/|#)/.test(line) && (calls.test(line) || backticks.test(line)),
    );
    if (at !== -1) return `${path}:${String(at + 1)} starts programs by a shell`;
  }
  for (const { path, text } of manifests(project)) {
    const names = packageNames(text);
    if (!names) return `${path} cannot be read, so which packages are installed is not known`;
    const found = names.find((name) => spawning.test(name));
    if (found !== undefined) return `the package ${found} may start programs by a shell`;
    const own = names.find((name) => !platform.test(name));
    const isLocked = project.has(path.replace(/json$/, 'lock'));
    if (own !== undefined && path.endsWith('.json') && !isLocked)
      return `${path} has no lock file, so which packages are installed beside ${own} is not known`;
  }
  return undefined;
}

/** Where the sources write to a place of their own choice, outside the application and /tmp, as `jobs.php:9`. */
export function writesElsewhere(project: Project, application: string): string | undefined {
  const call =
    /\b(?:file_put_contents|fopen|mkdir|touch|copy|rename|error_log|move_uploaded_file|StreamHandler|SQLite3)\s*\([^;\n]*?["'](\/[\w.-][^"'\n]*)["']|["']sqlite:(\/[^"'\n]+)["']/g;
  for (const path of phpSources(project)) {
    const lines = (project.read(path) ?? '').split('\n');
    for (const [index, line] of lines.entries()) {
      for (const [, first, second] of line.slice(0, 2000).matchAll(call)) {
        const place = first ?? second ?? '';
        // A text behind __DIR__ starts with a slash as well.
        if (line.includes(`__DIR__ . '${place}`) || line.includes(`__DIR__ . "${place}`)) continue;
        if (!within(place, '/tmp') && !within(place, '/dev') && !within(place, application))
          return `${path}:${String(index + 1)}`;
      }
    }
  }
  return undefined;
}

/** Whether the sources name a program, `git` or `node`, in a text of its own. */
export function namesProgram(project: Project, program: string): boolean {
  const quoted = new RegExp(`["'\`]${program}[ "'\`]`);
  return phpSources(project).some((path) => {
    const text = project.read(path) ?? '';
    return (calls.test(text) || backticks.test(text)) && quoted.test(text);
  });
}

function phpSources(project: Project): string[] {
  return project.files
    .map(({ path }) => path)
    .filter((path) => /\.(php|phtml)$/.test(path) && !/(^|\/)(vendor|tests?|node_modules)\//i.test(path));
}

function manifests(project: Project): { readonly path: string; readonly text: string }[] {
  return project.files.flatMap(({ path }) => {
    if (!/(^|\/)composer\.(json|lock)$/.test(path)) return [];
    const text = project.read(path);
    return text === undefined ? [] : [{ path, text }];
  });
}

/** Names in `require` of composer.json, and of all packages in composer.lock but those for development. */
function packageNames(text: string): string[] | undefined {
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (!isRecord(content)) return undefined;
    const { require: requires, packages } = content;
    const required = isRecord(requires) ? Object.keys(requires) : [];
    const locked: readonly unknown[] = Array.isArray(packages) ? packages : [];
    return [
      ...required,
      ...locked.flatMap((item) => (isRecord(item) && typeof item['name'] === 'string' ? [item['name']] : [])),
    ];
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
