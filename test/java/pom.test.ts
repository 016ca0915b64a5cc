import { describe, expect, it } from 'vitest';
import { isSpringBootJar, manifestFolder, mavenJars } from '../../server/src/ecosystems/java/maven-outputs';
import { readPom } from '../../server/src/ecosystems/java/pom';
import { projectFromFiles } from '../../server/src/project/memory';

function pom(inner: string): string {
  return `<?xml version="1.0"?>\n<project><modelVersion>4.0.0</modelVersion>${inner}</project>`;
}

function plugin(artifactId: string, settings = ''): string {
  return `<plugin><artifactId>${artifactId}</artifactId>${settings}</plugin>`;
}

function build(plugins: string, finalName = ''): string {
  return `<build>${finalName}<plugins>${plugins}</plugins></build>`;
}

const named = '<artifactId>app</artifactId><version>1.2</version>';

function jars(inner: string, others: Record<string, string> = {}) {
  const found = mavenJars(projectFromFiles({ 'pom.xml': pom(inner), ...others }), 'pom.xml');
  return found.known ? found.value : found.because;
}

describe('the jars of a pom.xml', () => {
  it('are named by artifact and version', () => {
    expect(jars(named)).toEqual({ main: 'app-1.2.jar', all: ['app-1.2.jar'] });
  });

  it('take the version of a parent', () => {
    const parent = '<parent><artifactId>top</artifactId><version>7</version></parent>';
    expect(jars(`${parent}<artifactId>app</artifactId>`)).toMatchObject({ main: 'app-7.jar' });
  });

  it('have properties of the file and of its parents filled in', () => {
    const project = projectFromFiles({
      'pom.xml': pom('<artifactId>top</artifactId><version>1</version><properties><rev>9</rev></properties>'),
      'web/pom.xml': pom(
        '<parent><artifactId>top</artifactId><version>1</version></parent><artifactId>web</artifactId><version>${rev}-x</version>',
      ),
    });
    expect(mavenJars(project, 'web/pom.xml')).toMatchObject({ value: { main: 'web-9-x.jar' } });
  });

  it('follow finalName', () => {
    const inner = `${named}${build('', '<finalName>${project.artifactId}-all</finalName>')}`;
    expect(jars(inner)).toMatchObject({ main: 'app-all.jar' });
  });

  it('are several where plugins attach more', () => {
    const shaded = `${named}${build(plugin('maven-shade-plugin'))}`;
    expect(jars(shaded)).toEqual({ main: 'app-1.2.jar', all: ['app-1.2.jar', 'original-app-1.2.jar'] });
    const assembled = `${named}${build(plugin('maven-assembly-plugin', '<configuration><descriptorRefs><descriptorRef>jar-with-dependencies</descriptorRef></descriptorRefs></configuration>'))}`;
    expect(jars(assembled)).toMatchObject({ main: 'app-1.2-jar-with-dependencies.jar' });
    const classified = `${named}${build(plugin('spring-boot-maven-plugin', '<configuration><classifier>exec</classifier></configuration>'))}`;
    expect(jars(classified)).toMatchObject({ main: 'app-1.2-exec.jar' });
  });

  it.each([
    ['a property that nothing sets', '<artifactId>a</artifactId><version>${nowhere}</version>'],
    [
      'a property made of itself',
      `<artifactId>a</artifactId><version>\${x}</version><properties><x>\${x}1</x></properties>`,
    ],
    ['another packaging', `${named}<packaging>war</packaging>`],
    [
      'a profile with a name of its own',
      `${named}<profiles><profile><build><finalName>x</finalName></build></profile></profiles>`,
    ],
    ['no version at all', '<artifactId>a</artifactId>'],
  ])('are not known with %s', (_, inner) => {
    expect(jars(inner)).toBeTypeOf('string');
  });

  it('are not known of what is no pom', () => {
    for (const text of ['', '<project', '<beans/>', 'not xml', '<project>'.repeat(3)]) {
      expect(readPom(projectFromFiles({ 'pom.xml': text }), 'pom.xml')).toBeUndefined();
    }
  });

  it('end where parents name each other', () => {
    const circle = pom(
      '<parent><artifactId>app</artifactId><relativePath>pom.xml</relativePath></parent><artifactId>app</artifactId>',
    );
    expect(readPom(projectFromFiles({ 'pom.xml': circle }), 'pom.xml')?.artifactId).toBe('app');
  });
});

describe('what a jar needs beside it', () => {
  const read = (inner: string) => {
    const found = readPom(projectFromFiles({ 'pom.xml': pom(inner) }), 'pom.xml');
    if (!found) throw new Error('no pom');
    return found;
  };

  it('is the folder that the manifest names', () => {
    const settings =
      '<configuration><archive><manifest><addClasspath>true</addClasspath><classpathPrefix>lib/</classpathPrefix></manifest></archive></configuration>';
    expect(manifestFolder(read(`${named}${build(plugin('maven-jar-plugin', settings))}`))).toBe('lib');
  });

  it('is nothing without a class path in the manifest', () => {
    expect(manifestFolder(read(`${named}${build(plugin('maven-jar-plugin'))}`))).toBeUndefined();
    const managed = `<build><pluginManagement><plugins>${plugin('maven-jar-plugin', '<configuration><addClasspath>true</addClasspath></configuration>')}</plugins></pluginManagement></build>`;
    expect(manifestFolder(read(`${named}${managed}`))).toBeUndefined();
  });

  it('is nothing when Spring Boot packs the dependencies in', () => {
    const parent = '<parent><artifactId>spring-boot-starter-parent</artifactId><version>3</version></parent>';
    expect(isSpringBootJar(read(`${parent}${named}${build(plugin('spring-boot-maven-plugin'))}`))).toBe(true);
    expect(isSpringBootJar(read(`${named}${build(plugin('spring-boot-maven-plugin'))}`))).toBe(false);
    const goals = '<executions><execution><goals><goal>repackage</goal></goals></execution></executions>';
    expect(isSpringBootJar(read(`${named}${build(plugin('spring-boot-maven-plugin', goals))}`))).toBe(true);
  });
});
