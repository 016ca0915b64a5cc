import { describe, expect, it } from 'vitest';
import { gradleJars, gradleMainClass } from '../../server/src/ecosystems/java/gradle-files';
import { projectFromFiles } from '../../server/src/project/memory';

function jars(files: Record<string, string>, folder = '') {
  const found = gradleJars(projectFromFiles(files), folder, 'folder');
  return found.known ? found.value : found.because;
}

const boot = `plugins { id("org.springframework.boot") version "3.3.4" }\n`;

describe('the jars of a Gradle build', () => {
  it('are named by the settings and the version', () => {
    const files = { 'settings.gradle': "rootProject.name = 'shop'", 'build.gradle': "version = '1.0'\n" };
    expect(jars(files)).toEqual({ main: 'shop-1.0.jar', all: ['shop-1.0.jar'] });
  });

  it('are named by their folder without settings, and have no version where none is set', () => {
    expect(jars({ 'build.gradle': "apply plugin: 'java'\n" })).toMatchObject({ main: 'folder.jar' });
  });

  it('come with a plain one from Spring Boot, unless that is turned off', () => {
    expect(jars({ 'build.gradle.kts': `${boot}version = "2"` })).toEqual({
      main: 'folder-2.jar',
      all: ['folder-2.jar', 'folder-2-plain.jar'],
    });
    expect(jars({ 'build.gradle': `${boot}version = '2'\njar {\n  enabled = false\n}\n` })).toEqual({
      main: 'folder-2.jar',
      all: ['folder-2.jar'],
    });
  });

  it('have one of everything from the shadow plugin', () => {
    const text = 'plugins { id("com.gradleup.shadow") version "8.3.0" }\nbase { archivesName = "app" }\n';
    expect(jars({ 'build.gradle.kts': text })).toMatchObject({ main: 'app-all.jar' });
  });

  it('do not take a version out of a comment', () => {
    expect(jars({ 'build.gradle': "// version = '9'\n/* version = '8' */\n" })).toMatchObject({
      main: 'folder.jar',
    });
  });

  it.each([
    ['a computed version', { 'build.gradle': 'version = project.property("v")\n' }],
    ['a computed name', { 'build.gradle': 'archivesBaseName = "app-${suffix}"\n' }],
    ['names of their own', { 'build.gradle': 'tasks.jar { archiveFileName = "x.jar" }\n' }],
    ['no build file', {}],
  ])('are not known with %s', (_, files) => {
    expect(jars(files)).toBeTypeOf('string');
  });

  it('are not known of a module when the root project names them', () => {
    const files = {
      'build.gradle': "allprojects {\n  version = '3'\n}\n",
      'web/build.gradle': "apply plugin: 'java'\n",
    };
    expect(jars(files, 'web')).toBeTypeOf('string');
  });

  it('say their main class where it is written out', () => {
    expect(gradleMainClass('application { mainClass.set("a.Main") }')).toBe('a.Main');
    expect(gradleMainClass("mainClassName = 'a.Main'")).toBe('a.Main');
    expect(gradleMainClass('application { mainClass.set(main) }')).toBeUndefined();
  });
});
