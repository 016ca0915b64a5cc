import { known, unknown, type Fact } from '../../text/fact';
import { readPom, type MavenPlugin, type Pom } from './pom';
import type { Project } from '../../project/project';

/** Jars that a module's build leaves in its `target` folder, by name. */
export interface ModuleJars {
  /** The one to start: it holds its dependencies, or its manifest names them. */
  readonly main: string;
  /** All of them: `target/*.jar` means each. */
  readonly all: readonly string[];
}

/** Jars of the module whose pom.xml lies at `path` of the build context, or why their names are not known. */
export function mavenJars(project: Project, path: string): Fact<ModuleJars> {
  const pom = readPom(project, path);
  if (!pom) return unknown(`${path} cannot be read`);
  if (pom.packaging !== 'jar') return unknown(`${path} builds no jar, but a ${pom.packaging}`);
  const name = pom.finalName;
  if (name === undefined) return unknown(`${path} does not say under which name the jar is built`);
  const all = [`${name}.jar`];
  let main = `${name}.jar`;
  for (const plugin of activePlugins(pom)) {
    const classifier = plugin.settings.get('classifier')?.at(-1);
    const [own] = plugin.settings.get('finalName') ?? [];
    if (own !== undefined && plugin.artifactId !== 'maven-resources-plugin') {
      return unknown(`${plugin.artifactId} in ${path} gives its jar a name of its own`);
    }
    switch (plugin.artifactId) {
      case 'spring-boot-maven-plugin':
        if (classifier !== undefined) all.push((main = `${name}-${classifier}.jar`));
        break;
      case 'maven-shade-plugin':
        if (plugin.settings.get('shadedArtifactAttached')?.includes('true')) {
          all.push((main = `${name}-${plugin.settings.get('shadedClassifierName')?.at(-1) ?? 'shaded'}.jar`));
        } else all.push(`original-${name}.jar`);
        break;
      case 'maven-assembly-plugin':
        if (plugin.settings.get('appendAssemblyId')?.includes('false')) break;
        for (const ref of plugin.settings.get('descriptorRef') ?? []) all.push((main = `${name}-${ref}.jar`));
        break;
      case 'quarkus-maven-plugin':
        // Only the jar of everything is beside the plain one; the usual layout has a folder of its own.
        all.push(`${name}-runner.jar`);
        break;
      case 'maven-source-plugin':
        all.push(`${name}-sources.jar`);
        break;
      case 'maven-javadoc-plugin':
        all.push(`${name}-javadoc.jar`);
        break;
      case 'maven-jar-plugin':
        if (plugin.goals.includes('test-jar')) all.push(`${name}-tests.jar`);
        break;
    }
  }
  return known({ main, all: [...new Set(all)] });
}

/** Settings under `pluginManagement` come along for a plugin that is in use. */
function activePlugins({ plugins }: Pom): MavenPlugin[] {
  const used = new Set(plugins.filter(({ managed }) => !managed).map(({ artifactId }) => artifactId));
  return plugins.filter(({ artifactId }) => used.has(artifactId));
}

/** True when the build makes the jar one that starts with all its dependencies: Spring Boot repackages it. */
export function isSpringBootJar(pom: Pom): boolean {
  const plugin = pom.plugins.filter(
    ({ artifactId, managed }) => artifactId === 'spring-boot-maven-plugin' && !managed,
  );
  const skips = plugin.some(({ settings }) => settings.get('skip')?.includes('true'));
  return (
    plugin.length > 0 &&
    !skips &&
    (pom.parent === 'spring-boot-starter-parent' || plugin.some(({ goals }) => goals.includes('repackage')))
  );
}

/**
 * Folder, seen from the jar, that the manifest's class path names (`lib/`); `''` for the jar's own folder, undefined
 * when the jar needs no other.
 */
export function manifestFolder(pom: Pom): string | undefined {
  const plugin = activePlugins(pom).find(
    ({ artifactId, settings }) =>
      artifactId === 'maven-jar-plugin' && settings.get('addClasspath')?.includes('true'),
  );
  if (!plugin) return undefined;
  return (plugin.settings.get('classpathPrefix')?.at(-1) ?? '').replace(/^\.\//, '').replace(/\/$/, '');
}
