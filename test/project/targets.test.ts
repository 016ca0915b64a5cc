import { appliesTo } from '../../server/src/project/applies';
import { describe, expect, it } from 'vitest';
import { projectFromFiles } from '../../server/src/project/memory';
import { describeBuilds } from '../../server/src/project/targets';

function targets(files: Record<string, string>, dockerfilePath = 'Dockerfile'): string[] {
  return projectFromFiles(files, { dockerfilePath }).targets.map(({ target, file }) => `${file}: ${target}`);
}

function overrides(files: Record<string, string>, dockerfilePath = 'Dockerfile'): string[] {
  return projectFromFiles(files, { dockerfilePath }).overrides.map(({ kind, file }) => `${file}: ${kind}`);
}

const found: [string, string, string, string?][] = [
  [
    'compose with context and target',
    'compose.yaml',
    'services:\n  a:\n    build:\n      context: .\n      target: dev\n',
  ],
  [
    'compose with a default of a variable',
    'docker-compose.yml',
    'services: {a: {build: {target: "${T:-dev}"}}}',
  ],
  ['compose with anchors', 'compose.yml', 'x-b: &b {context: ., target: dev}\nservices: {a: {build: *b}}'],
  [
    'compose with merge keys',
    'compose.yml',
    'x-b: &b {target: dev}\nservices: {a: {build: {<<: *b, context: "."}}}',
  ],
  ['compose in a subfolder', 'deploy/compose.yaml', 'services: {a: {build: {context: .., target: dev}}}'],
  ['bake', 'docker-bake.hcl', 'target "app" {\n  dockerfile = "Dockerfile" # x\n  target = "dev"\n}\n'],
  [
    'bake with inheritance',
    'docker-bake.hcl',
    'target "base" { \n context = "."\n}\ntarget "app" {\n inherits = ["base"]\n target = "dev"\n}',
  ],
  ['bake in JSON', 'docker-bake.json', '{"target":{"a":{"context":".","target":"dev"}}}'],
  ['skaffold', 'skaffold.yaml', 'build:\n  artifacts:\n  - image: a\n    docker: {target: dev}\n'],
  [
    'a skaffold profile',
    'skaffold.yaml',
    'profiles:\n- build:\n    artifacts:\n    - image: a\n      docker: {target: dev}\n',
  ],
  [
    'a dev container',
    '.devcontainer/devcontainer.json',
    '// c\n{"build":{"dockerfile":"../Dockerfile","target":"dev",},}',
  ],
  [
    'a build-push step',
    '.github/workflows/ci.yml',
    'jobs:\n  b:\n    steps:\n    - uses: docker/build-push-action@v6\n      with:\n        context: .\n        target: dev\n',
  ],
  [
    'a run step',
    '.github/workflows/ci.yml',
    'jobs:\n  b:\n    steps:\n    - run: docker buildx build --target dev -t x:${{ github.sha }} .\n',
  ],
  ['GitLab CI', '.gitlab-ci.yml', 'b:\n  script:\n    - docker build --target=dev -t "$IMAGE" .\n'],
  [
    'kaniko',
    '.gitlab-ci.yml',
    'b:\n  script:\n    - /kaniko/executor --context . --dockerfile Dockerfile --target dev\n',
  ],
  ['a Makefile', 'Makefile', 'image:\n\t@docker build \\\n\t  --target dev \\\n\t  -t $(IMAGE) .\n'],
  [
    'a script in a subfolder run from the root',
    'scripts/build.sh',
    'set -e\ndocker build -f Dockerfile --target "dev" .',
  ],
  ['a script that climbs', 'scripts/build.sh', 'podman build --target dev -f ../Dockerfile ..'],
  ['a computed -f', 'Makefile', 'x:\n\tdocker build -f $(FILE) --target dev .\n'],
];

describe('stage targets', () => {
  for (const [name, file, text, dockerfile] of found) {
    it(`are found in ${name}`, () => {
      expect(targets({ [file]: text }, dockerfile)).toEqual([`${file}: dev`]);
    });
  }

  const silent: [string, string, string][] = [
    [
      'another Dockerfile',
      'compose.yaml',
      'services: {a: {build: {dockerfile: other.Dockerfile, target: dev}}}',
    ],
    ['another context', 'compose.yaml', 'services: {a: {build: {context: ./api, target: dev}}}'],
    ['a remote context', 'compose.yaml', 'services: {a: {build: {context: "https://x/y.git", target: dev}}}'],
    [
      'an inline Dockerfile',
      'compose.yaml',
      'services: {a: {build: {dockerfile_inline: "FROM x", target: dev}}}',
    ],
    ['a computed target', 'compose.yaml', 'services: {a: {build: {target: "$T"}}}'],
    ['broken YAML', 'compose.yaml', 'services: {a: {build: {target: dev}'],
    ['YAML that multiplies', 'compose.yaml', `build: \n${'a: &a [x]\n'.repeat(2)}b: *nowhere`],
    ['broken JSON', 'docker-bake.json', '{"target":'],
    ['a docker run', 'Makefile', 'x:\n\tdocker run --target dev build .\n'],
    ['a computed target of a command', 'Makefile', 'x:\n\tdocker build --target $(T) .\n'],
    ['another command of the line', 'Makefile', 'x:\n\tdocker build . && go-thing --target dev\n'],
    ['a file of another name', 'notes.txt', 'docker build --target dev .'],
    ['a list where a mapping belongs', 'compose.yaml', 'services: [build: 1]'],
  ];
  for (const [name, file, text] of silent) {
    it(`are not taken from ${name}`, () => {
      expect(targets({ [file]: text })).toEqual([]);
    });
  }

  it('belong to the Dockerfile that is named', () => {
    const files = {
      'compose.yaml':
        'services: {a: {build: {context: api, target: x}}, b: {build: {dockerfile: build/D, target: y}}}',
    };
    expect(targets(files, 'api/Dockerfile')).toEqual(['compose.yaml: x']);
    expect(targets(files, 'build/D')).toEqual(['compose.yaml: y']);
  });

  it('are read from files above the context', () => {
    const file = { path: '/repo/compose.yaml', text: 'services: {a: {build: {context: svc, target: dev}}}' };
    expect(describeBuilds([file], '/repo/svc', '/repo/svc/Dockerfile').targets).toEqual([
      { target: 'dev', file: '../compose.yaml' },
    ]);
    expect(describeBuilds([file], '/repo/svc', undefined).targets).toEqual([]);
  });

  it('of an override file belong to the service that the base file builds', () => {
    const files = {
      'compose.yaml': 'services: {a: {build: api}}',
      'compose.override.yaml': 'services: {a: {build: {target: dev}, command: ["x"]}, b: {command: ["y"]}}',
    };
    expect(targets(files, 'api/Dockerfile')).toEqual(['compose.override.yaml: dev']);
    expect(overrides(files, 'api/Dockerfile')).toEqual(['compose.override.yaml: command']);
  });
});

describe('probes of health', () => {
  const probes = (text: string, dockerfilePath = 'Dockerfile') =>
    projectFromFiles({ 'compose.yaml': `services: {a: ${text}}` }, { dockerfilePath }).probes;

  it('are found in compose services that build this Dockerfile', () => {
    expect(probes('{build: ., healthcheck: {test: [CMD, wget, -q, "http://localhost"]}}')).toEqual([
      { argv: ['wget', '-q', 'http://localhost'], file: 'compose.yaml' },
    ]);
    expect(probes('{build: ., healthcheck: {test: "curl localhost || exit 1"}}')).toEqual([
      { argv: ['sh', '-c', 'curl localhost || exit 1'], file: 'compose.yaml' },
    ]);
  });

  it.each([
    '{build: ., healthcheck: {test: [NONE]}}',
    '{build: ., healthcheck: {disable: true, test: [CMD, curl, localhost]}}',
    '{build: ., healthcheck: {interval: 5s}}',
    '{build: ., healthcheck: curl}',
    '{image: postgres, healthcheck: {test: [CMD, pg_isready]}}',
    '{build: other, healthcheck: {test: [CMD, curl, localhost]}}',
  ])('are not seen in %s', (text) => {
    expect(probes(text)).toEqual([]);
  });
});

describe('overridden start commands', () => {
  it('are found in compose services that build this Dockerfile', () => {
    const compose = 'services: {a: {build: ., entrypoint: /x, command: ["y"]}, b: {image: z, command: q}}';
    expect(overrides({ 'compose.yaml': compose })).toEqual([
      'compose.yaml: command',
      'compose.yaml: entrypoint',
    ]);
    expect(overrides({ 'compose.yaml': compose }, 'other/Dockerfile')).toEqual([]);
    expect(overrides({ 'compose.yaml': 'services: {a: {build: ., command: }}' })).toEqual([]);
  });

  it('are told with the stage that their service builds', () => {
    const compose = `services:
      dev: {build: {context: ., target: dev}, command: x}
      prod: {build: ., command: x, healthcheck: {test: [CMD, curl, -f, localhost]}}
      other: {build: ., healthcheck: {test: [NONE]}}
      quiet: {build: ., healthcheck: {disable: true, test: curl localhost}}
      text: {build: ., healthcheck: {test: curl localhost}}`;
    const project = projectFromFiles({ 'compose.yaml': compose }, { dockerfilePath: 'Dockerfile' });
    const file = 'compose.yaml';
    expect(project.overrides).toEqual([
      { kind: 'command', file, target: 'dev' },
      { kind: 'command', file },
    ]);
    expect(project.probes).toEqual([
      { argv: ['curl', '-f', 'localhost'], file },
      { argv: ['sh', '-c', 'curl localhost'], file },
    ]);
    const final = { name: 'Dev', index: 1 };
    expect(project.overrides.map((each) => appliesTo(each, final))).toEqual([true, true]);
    expect(project.overrides.map((each) => appliesTo(each, { name: 'prod', index: 2 }))).toEqual([
      false,
      true,
    ]);
  });

  const pod = 'spec: {template: {spec: {containers: [{image: "reg/app:1", command: [sh], args: [x]}]}}}';
  it('are found in Kubernetes files for an image that is built here', () => {
    const make = 'x:\n\tdocker build -t reg/app:2 .\n';
    expect(overrides({ 'k8s/app.yaml': pod, Makefile: make })).toEqual([
      'k8s/app.yaml: entrypoint',
      'k8s/app.yaml: command',
    ]);
  });

  it('of other images say nothing', () => {
    expect(overrides({ 'k8s/app.yaml': pod })).toEqual([]);
    expect(overrides({ 'k8s/app.yaml': pod, Makefile: 'x:\n\tdocker build -t reg/app2 .\n' })).toEqual([]);
    expect(overrides({ 'k8s/app.yaml': pod, Makefile: 'x:\n\tdocker build -t reg/app other\n' })).toEqual([]);
  });
});
