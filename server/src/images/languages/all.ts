import type { BaseImage } from '../image';
import { bunRuntimes } from './bun';
import { denoRuntimes } from './deno';
import { dotnetRuntimes } from './dotnet';
import { javaRuntimes } from './java';
import type { LanguageRuntimes } from './language';
import { nodeRuntimes } from './node';
import { phpRuntimes } from './php';
import { pythonRuntimes } from './python';
import { rubyRuntimes } from './ruby';

const languages: Readonly<Record<string, LanguageRuntimes>> = {
  bun: bunRuntimes,
  deno: denoRuntimes,
  dotnet: dotnetRuntimes,
  java: javaRuntimes,
  node: nodeRuntimes,
  php: phpRuntimes,
  python: pythonRuntimes,
  ruby: rubyRuntimes,
};

export function runtimesOf(language: string): LanguageRuntimes | undefined {
  return Object.hasOwn(languages, language) ? languages[language] : undefined;
}

/** True for an image that is there to run its language's programs, with no more than that: `node:22-slim`, but not `golang:alpine`. */
export function servesAsRuntime({ role, slim, language }: BaseImage): boolean {
  return role === 'runtime' || (slim && language !== undefined && runtimesOf(language) !== undefined);
}
