import { describe, expect, it } from 'vitest';
import { filesNamed, isJava, parseJava } from '../../server/src/ecosystems/java/java-command';
import { gradleCall, mavenCall, toolOf } from '../../server/src/ecosystems/java/tools';

const words = (text: string) => text.split(' ');

describe('a command line of java', () => {
  it('starts a jar, with options before it and arguments after it', () => {
    expect(parseJava(words('-Xmx1g -cp x -jar app.jar -jar other'))).toMatchObject({
      target: { kind: 'jar', path: 'app.jar' },
      options: ['-Xmx1g', '-cp', 'x'],
      args: ['-jar', 'other'],
    });
  });

  it('starts a class on a class path', () => {
    expect(parseJava(words('-cp a:b/* --add-opens x/y=z com.example.Main go'))).toMatchObject({
      target: { kind: 'class', name: 'com.example.Main' },
      classPath: 'a:b/*',
      args: ['go'],
    });
  });

  it('starts a module', () => {
    expect(parseJava(words('-p mods -m app/com.example.Main'))).toMatchObject({
      target: { kind: 'class', name: 'com.example.Main' },
      modulePath: 'mods',
    });
  });

  it('compiles a source file', () => {
    expect(parseJava(['Main.java'])?.target).toEqual({ kind: 'source', path: 'Main.java' });
  });

  it('starts nothing when it only prints', () => {
    expect(parseJava(['-version'])).toBeUndefined();
    expect(parseJava(['-jar'])).toBeUndefined();
    expect(parseJava([])).toBeUndefined();
  });

  it('has an unknown target where the word is not known', () => {
    expect(parseJava(['-jar', undefined])?.target).toBeUndefined();
    expect(parseJava([undefined, '-jar', 'a.jar'])?.target).toEqual({ kind: 'jar', path: 'a.jar' });
  });

  it('names files in options and arguments', () => {
    const command = parseJava(
      words(
        '-javaagent:/opt/a.jar=x=1 -Dlogging.config=file:conf/log.xml -Xmx1g -jar a.jar --spring.config.location=./c/ server config.yml -v',
      ),
    );
    expect(command && filesNamed(command)).toEqual(['/opt/a.jar', 'conf/log.xml', './c/', 'config.yml']);
  });
});

describe('tools of Java', () => {
  it('are known behind wrappers and paths', () => {
    expect(toolOf('./mvnw')).toBe('mvn');
    expect(toolOf('/opt/gradle/bin/gradle')).toBe('gradle');
    expect(toolOf('constructor')).toBeUndefined();
    expect(isJava('/opt/java/openjdk/bin/java')).toBe(true);
    expect(isJava('/app/jre/bin/java')).toBe(false);
  });

  it('take goals apart from options and their values', () => {
    const call = mavenCall(words('-B -f web/pom.xml -Pprod -Dx=1 -D y=2 -DskipTests clean package'));
    expect(call).toMatchObject({ goals: ['clean', 'package'], folder: 'web/', profiles: ['prod'] });
    expect([...call.properties]).toEqual([
      ['x', '1'],
      ['y', '2'],
      ['skipTests', 'true'],
    ]);
    expect(mavenCall(['--version']).asksOnly).toBe(true);
  });

  it('take tasks apart from options and their values', () => {
    const call = gradleCall(words('-p app --no-daemon -x test -Pversion=3 :app:build'));
    expect(call).toMatchObject({ tasks: [':app:build'], folder: 'app' });
    expect(call.properties.get('version')).toBe('3');
  });
});
