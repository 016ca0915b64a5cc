import type { Stage } from '../model/model';
import { effectiveCommand } from '../shell/effective-command';
import { basename } from '../text/path';
import { fromToken, isWorkplace } from './facts/shipped';
import { purposeOf, startCommands } from './facts/start';
import { compiledLanguage, installedToolchains, toolchainImage } from './facts/toolchain';
import type { Rule } from './rule';

export const singleStageBuild: Rule = {
  id: 'single-stage-build',
  severity: 'warning',
  serves: ['size', 'security', 'rebuild speed'],
  summary: 'The only stage compiles the program, so that compiler and sources ship with it.',
  fixable: 'no',
  answeredByConversion: true,
  check({ model, finalStage, project }) {
    if (model.stages.length !== 1 || isWorkplace(finalStage, project)) return [];
    const purpose = purposeOf(finalStage, project);
    if (purpose !== 'program' && purpose !== 'compiles') return [];
    const image = toolchainImage(finalStage);
    const installed = installedToolchains(finalStage);
    const packages = installed.filter(({ removed }) => !removed);
    if (!image && packages.length === 0 && installed.length > 0) return [];
    const builds = buildsOf(finalStage);
    // What make and its kin compile is told by the compilers that are there; Java has build tools of its own.
    const compiler = image?.language ?? packages[0]?.language;
    const made = compiler === 'java' || compiler === 'dotnet' ? undefined : compiler;
    const languageOf = (tool: string) => (anyLanguage.has(tool) ? (made ?? tool) : tool);
    const languages = builds.map(({ language }) => languageOf(language));
    if (purpose === 'compiles' && compiler !== undefined) languages.push(compiler);
    const compiled = languages.find((language) => isProgramLanguage(language, finalStage));
    const kits = [image, ...packages].flatMap((kit) => (kit ? [kit.what] : []));
    // A base image that is not known brought the C compiler: to build with, no doubt.
    if (compiled === undefined || (kits.length === 0 && isC(compiled))) return [];
    const first = builds.find(({ language }) => languageOf(language) === compiled);
    return [
      {
        at: fromToken(finalStage),
        message:
          purpose === 'compiles'
            ? `This image compiles its program each time it starts, so that ${list(kits)} and the sources must ship with it. Compile in a builder stage and ship the program alone: a smaller image that starts at once and holds less to attack.`
            : `This stage compiles the program and is also what ships: ${list(kits)} and the sources stay in the image, and nothing needs them once it runs. A builder stage keeps them out.`,
        related: first ? [{ at: first.at, message: 'The program is compiled here.' }] : [],
      },
    ];

    function list(names: readonly string[]): string {
      const shown = names.length > 0 ? names : [`the ${compiledLanguage(compiled) ?? ''} toolchain`];
      return shown.length > 4 ? `${shown.slice(0, 3).join(', ')} and more` : shown.join(', ');
    }
  },
};

/** Tools that build programs in any language, as effects name them. */
const anyLanguage = new Set(['make', 'bazel', 'just', 'task']);

function buildsOf(stage: Stage) {
  return stage.steps.flatMap((step) =>
    (step.commands ?? []).flatMap(({ command, effects }) =>
      effects.flatMap((effect) =>
        effect.kind === 'builds' && !isForeignTool(command)
          ? [{ language: effect.language, at: command.span }]
          : [],
      ),
    ),
  );
}

/** Go programs that call the Go toolchain themselves: whoever installs one wants both. */
const toolsThatNeedGo =
  /\/(golangci-lint|gopls|goreleaser|mockgen|air|dlv|wire|ko|gotestsum|ginkgo|govulncheck|staticcheck|gosec|revive|controller-gen|gomobile|xcaddy|fyne)(\/v\d+)?@/;

function isForeignTool(command: Parameters<typeof effectiveCommand>[0]): boolean {
  return effectiveCommand(command).args.some((arg) => toolsThatNeedGo.test(arg.raw));
}

const interpreters =
  /^(python[\d.]*|node|nodejs|npm|npx|yarn|pnpm|bun|deno|ruby|bundle|rails|puma|php|php-fpm|perl|java|Rscript|R|julia|gunicorn|uvicorn|celery|flask|streamlit|elixir|mix|iex|erl|lua|luajit|tclsh|nginx|apache2ctl|httpd)$/;

/**
 * C compilers serve interpreted programs too: `make` of an extension is no build of what ships. So C counts
 * only where neither the base image nor the start command belongs to another language.
 */
function isProgramLanguage(language: string, stage: Stage): boolean {
  const name = compiledLanguage(language);
  if (name === undefined) return false;
  if (!isC(language)) return true;
  const ofImage = stage.image?.language;
  if (ofImage !== undefined && compiledLanguage(ofImage) !== 'C') return false;
  return !startCommands(stage).some(([program]) => interpreters.test(basename(program ?? '')));
}

function isC(language: string): boolean {
  const name = compiledLanguage(language);
  return name === 'C' || name === 'C++';
}
