import type { RunCommand, Stage, Step } from '../model/model';
import { effectiveCommand } from '../shell/effective-command';
import { basename } from '../text/path';
import { calledAs } from './facts/run-edits';
import { purposeOf, startsUnreadScript } from './facts/start';
import { withNeeded } from './facts/stage-references';
import type { Finding, Rule } from './rule';

/** Tools that find what they downloaded by themselves, as root and where nothing says where that is. */
export const missingCacheMount: Rule = {
  id: 'missing-cache-mount',
  severity: 'hint',
  offByDefault: true,
  serves: ['rebuild speed'],
  summary: 'A RUN downloads or compiles without a cache mount, so that every build starts from nothing.',
  fixable: 'review',
  check({ model, finalStage, project }) {
    const startsTool =
      purposeOf(finalStage, project) !== 'program' || startsUnreadScript(finalStage, project);
    return [...withNeeded([finalStage], model)].flatMap((stage) => {
      if (worksOffline(stage)) return [];
      // What the image compiles with when it is started must be in it, where a mount would leave nothing.
      const compilesLater = stage.ships && startsTool;
      return stage.steps.flatMap((step) => judge(step, stage, compilesLater));
    });
  },
};

interface Cache {
  readonly tool: RegExp;
  readonly verb: RegExp;
  readonly targets: readonly string[];
  /** Compilers read from it, beside the installer that fills it. */
  readonly compiledFrom?: true;
  /** The image that keeps it there. */
  readonly repository?: string;
  /** A variable, or an option of the command, that puts it elsewhere or switches it off. */
  readonly moved: RegExp;
}

const caches: readonly Cache[] = [
  {
    tool: /^go$/,
    verb: /^(build|install|mod|get|test)$/,
    targets: ['/go/pkg/mod', '/root/.cache/go-build'],
    compiledFrom: true,
    repository: 'golang',
    moved: /^(GOMODCACHE|GOCACHE|GOPATH=(?!\/go$).*|GOFLAGS|-mod=vendor)/,
  },
  { tool: /^npm$/, verb: /^(ci|install|i)$/, targets: ['/root/.npm'], moved: /^(npm_config_cache|--cache)/i },
  {
    tool: /^pip[\d.]*$/,
    verb: /^install$/,
    targets: ['/root/.cache/pip'],
    moved: /^(PIP_(NO_)?CACHE_DIR|--(no-)?cache-dir)/,
  },
  {
    tool: /^cargo$/,
    verb: /^(build|install|fetch)$/,
    targets: ['/usr/local/cargo/registry'],
    compiledFrom: true,
    repository: 'rust',
    moved: /^CARGO_HOME=(?!\/usr\/local\/cargo$)/,
  },
  {
    tool: /^mvnw?$/,
    verb: /./,
    targets: ['/root/.m2'],
    compiledFrom: true,
    moved: /^(MAVEN_CONFIG=(?!\/root\/\.m2$)|-Dmaven\.repo)/,
  },
];

function judge(step: Step, stage: Stage, compilesLater: boolean): readonly Finding[] {
  const { instruction, before } = step;
  if (instruction.kind !== 'run' || instruction.arguments.form !== 'shell' || instruction.heredocs.length > 0)
    return [];
  // Another user could not write into a cache that belongs to root.
  if (!before.user.known || before.user.value.uid !== 0) return [];
  if (instruction.flags.some(({ name }) => name === 'mount' || name === 'network')) return [];
  for (const command of step.commands ?? []) {
    const found = cacheFor(command, stage);
    if (!found) continue;
    const { cache, verb } = found;
    if (cache.compiledFrom && compilesLater) continue;
    const mounts = cache.targets.map((target) => `--mount=type=cache,target=${target}`).join(' ');
    const at = instruction.arguments.span.start;
    return [
      {
        at: calledAs(command, verb),
        message: `Each build downloads or compiles here what an earlier one had already. A cache mount (${mounts}) keeps it between builds, outside the image.`,
        fixes: [
          {
            title: 'Add a cache mount',
            safety: 'review',
            edits: () => [
              {
                span: { start: at, end: at },
                newText: `${mounts} `,
                reason: 'Kept between builds, outside the image',
              },
            ],
          },
        ],
      },
    ];
  }
  return [];
}

function cacheFor(
  command: RunCommand,
  stage: Stage,
): { readonly cache: Cache; readonly verb: string } | undefined {
  const { name, args } = effectiveCommand(command.command);
  const tool = basename(name ?? '');
  const verb = args.find(({ literal }) => literal !== undefined && !literal.startsWith('-'))?.literal ?? '';
  const cache = caches.find((each) => each.tool.test(tool) && each.verb.test(verb));
  if (!cache || (cache.repository !== undefined && stage.image?.reference.repository !== cache.repository))
    return undefined;
  const settings = [...command.env].map(([key, value]) => `${key}=${value.known ? value.value : '?'}`);
  return [...settings, ...args.map(({ raw }) => raw)].some((each) => cache.moved.test(each))
    ? undefined
    : { cache, verb };
}

/** Then what one RUN downloads must be there for the next, without a mount. */
function worksOffline({ steps }: Stage): boolean {
  return steps.some(({ commands }) =>
    commands?.some(({ command }) => {
      const text = command.words.map(({ raw }) => raw).join(' ');
      return /\s(--offline|--frozen)\b|go-offline/.test(text) || /^(\S*\/)?mvnw?\b.*\s-\w*o\b/.test(text);
    }),
  );
}
