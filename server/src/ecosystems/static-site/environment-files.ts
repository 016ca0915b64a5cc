import type { Project } from '../../project/project';
import { besidePackage, type PackageFile } from './package-file';

/** Variables of a file of settings, `NAME=value` each on a line. */
function settingsIn(text: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    [...(text ?? '').matchAll(/^[ \t]*(?:export[ \t]+)?(\w+)[ \t]*=[ \t]*(.*?)[ \t]*$/gm)].map(
      ([, name = '', value = '']) => [name, value] as const,
    ),
  );
}

/**
 * A file that the development server reads and a build does not, with values of its own.
 * Sources: vite.dev, Env Variables and Modes; create-react-app.dev, Adding Custom Environment Variables; cli.vuejs.org.
 */
export function developmentFile(file: PackageFile, project: Project): string | undefined {
  for (const suffix of ['', '.local']) {
    const name = `.env.development${suffix}`;
    const ofBuild = new Map([
      ...settingsIn(besidePackage(file, '.env', project)),
      ...settingsIn(besidePackage(file, '.env.production', project)),
    ]);
    for (const [key, value] of settingsIn(besidePackage(file, name, project)))
      if (ofBuild.get(key) !== value) return name;
  }
  const own = settingsIn(besidePackage(file, '.env', project));
  for (const [key, value] of settingsIn(besidePackage(file, '.env.production', project)))
    if (own.get(key) !== value) return '.env, but not .env.production,';
  return undefined;
}
