import fs from 'node:fs';
import path from 'node:path';
import type { Conversion, ConvertOptions } from '../../server/src/convert/conversion';
import { projectFromFiles } from '../../server/src/project/memory';
import type { Project } from '../../server/src/project/project';

/** A folder below `test/convert/<ecosystem>/`. */
export interface ConvertFixture {
  /** `<ecosystem>/<case>`. */
  readonly name: string;
  readonly folder: string;
  readonly before: string;
  readonly project: Project;
  /** From `options.json`, if there is one. */
  readonly options: Partial<ConvertOptions>;
  /** Whether `refused.txt` is expected rather than `after.Dockerfile`. */
  readonly refused: boolean;
}

const root = path.join(import.meta.dirname, '..', 'convert');

export function convertFixtures(): ConvertFixture[] {
  const folders = (parent: string) =>
    fs
      .readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  return folders(root).flatMap((ecosystem) =>
    folders(path.join(root, ecosystem)).map((name) => readFixture(`${ecosystem}/${name}`)),
  );
}

function readFixture(name: string): ConvertFixture {
  const folder = path.join(root, name);
  const before = fs.readFileSync(path.join(folder, 'before.Dockerfile'), 'utf8');
  const files: Record<string, string> = { Dockerfile: before };
  const context = path.join(folder, 'context');
  if (fs.existsSync(context)) {
    for (const entry of fs.readdirSync(context, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const full = path.join(entry.parentPath, entry.name);
      files[path.relative(context, full).split(path.sep).join('/')] = fs.readFileSync(full, 'utf8');
    }
  }
  const optionsFile = path.join(folder, 'options.json');
  const options = fs.existsSync(optionsFile)
    ? (JSON.parse(fs.readFileSync(optionsFile, 'utf8')) as Partial<ConvertOptions>)
    : {};
  const refused = fs.existsSync(path.join(folder, 'refused.txt'));
  return { name, folder, before, project: projectFromFiles(files), options, refused };
}

/** The explanation as a person reads it; the content of `plan.txt` and `refused.txt`. */
export function explanation(conversion: Conversion): string {
  const lines: string[] = [`status: ${conversion.status}`];
  if (conversion.status === 'converted') {
    lines.push(`runtime: ${conversion.runtime}`, '');
    for (const { action, stage, subject, reason } of conversion.steps) {
      lines.push(`${action}${stage ? ` in ${stage}` : ''}: ${subject}`, `    ${reason}`);
    }
  }
  for (const { message } of conversion.reasons) lines.push(`because: ${message}`);
  if (conversion.status === 'converted') {
    for (const { message } of conversion.warnings) lines.push(`look at: ${message}`);
  }
  return `${lines.join('\n')}\n`;
}
