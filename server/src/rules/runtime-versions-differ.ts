import type { Stage } from '../model/model';
import { languageName } from './facts/base-image';
import { runtimeLine } from './facts/runtime-version';
import { fromToken, rootOf, shippedSteps } from './facts/shipped';
import type { Finding, Rule } from './rule';

/**
 * Stages that the shipped image copies from, of the same language in another version. Not flagged where that is usual
 * and works: a newer JDK or .NET SDK can build for an older runtime, and an older JDK's classes run on a newer one.
 * Python has a rule of its own, which knows what breaks.
 */
export const runtimeVersionsDiffer: Rule = {
  id: 'runtime-versions-differ',
  severity: 'information',
  serves: ['reproducibility', 'maintenance'],
  summary: 'The program is built with one version of its runtime and ships with another.',
  fixable: 'no',
  check({ finalStage }) {
    const line = runtimeLine(finalStage.image);
    const language = finalStage.image?.language;
    if (line === undefined || language === undefined || language === 'python') return [];
    const builders = builderStages(finalStage).filter((stage) => {
      const other = stage.image?.language === language ? runtimeLine(stage.image) : undefined;
      return other !== undefined && other !== line && matters(language, Number(other), Number(line));
    });
    return builders.slice(0, 1).map((builder): Finding => {
      const name = languageName(language);
      const other = runtimeLine(builder.image) ?? '';
      return {
        at: fromToken(rootOf(finalStage)),
        message: `What ships runs on ${name} ${line} and is built with ${name} ${other}: it is tested on one and runs on the other${native[language] ?? ''}. Use one version in both stages.`,
        related: [{ at: fromToken(rootOf(builder)), message: `Built with ${name} ${other} here.` }],
      };
    });
  },
};

/** What depends on the version, as the rest of a sentence. */
const native: Readonly<Record<string, string>> = {
  node: ', and native modules of one do not load in the other',
  ruby: ', and native gems of one do not load in the other',
  php: ', and extensions of one do not load in the other',
  dotnet: ', and a framework-dependent program does not start on another major version by itself',
  java: ', and classes that a newer compiler makes do not load in an older runtime',
};

function matters(language: string, built: number, runs: number): boolean {
  if (language === 'java') return built > runs;
  return language === 'dotnet' ? built < runs : true;
}

/** Stages whose files reach the image directly. */
function builderStages(stage: Stage): readonly Stage[] {
  return shippedSteps(stage).flatMap(({ copy }) => (copy?.from.kind === 'stage' ? [copy.from.stage] : []));
}
