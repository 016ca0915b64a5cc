import type { Project } from '../../project/project';
import { type Fact, known, unknown } from '../../text/fact';

/** What the sources of .NET projects tell of their needs. */
export interface SourceNeeds {
  /** Programs that they start. */
  readonly spawns: Fact<readonly string[]>;
  readonly timeZones: boolean;
  /** Compiled in another way for debugging. */
  readonly debugCode: boolean;
  /** Texts in quotes that may name files. */
  readonly texts: readonly { readonly value: string; readonly file: string; readonly line: number }[];
}

const isSource = /\.(cs|fs|vb|cshtml|razor)$/;
const notOurs = /(^|\/)(bin|obj|tests?|node_modules)\/|\.Tests?\/|\.(Unit|Integration)Tests?\//i;

export function sourceNeeds(project: Project): SourceNeeds {
  const names = new Set<string>();
  const texts: SourceNeeds['texts'][number][] = [];
  let unclear: string | undefined;
  let timeZones = false;
  let debugCode = false;
  for (const { path } of project.files) {
    const isSettings = /(^|\/)appsettings[\w.-]*\.json$/.test(path);
    if (!(isSource.test(path) || isSettings) || notOurs.test(path)) continue;
    const text = project.read(path) ?? '';
    if (/\bTimeZone(Info)?\b|NodaTime/.test(text)) timeZones = true;
    if (/^\s*#if\s+.*\bDEBUG\b|\[Conditional\("DEBUG"\)\]/m.test(text)) debugCode = true;
    if (/\bProcess\.Start\b|\bProcessStartInfo\b/.test(text)) {
      const found = [
        ...text.matchAll(
          /(?:Process\.Start|ProcessStartInfo)\s*\(\s*@?"([^"]+)"|\bFileName\s*=\s*@?"([^"]+)"/g,
        ),
      ];
      for (const [, first, second] of found) names.add(first ?? second ?? '');
      if (found.length === 0) unclear ??= path;
    }
    let line = 1;
    let counted = 0;
    for (const found of text.matchAll(/"([\w.-][\w./ =;:-]{0,160})"/g)) {
      const value = found[1] ?? '';
      for (; counted < found.index; counted++) if (text[counted] === '\n') line++;
      texts.push({ value, file: path, line });
    }
  }
  const spawns: SourceNeeds['spawns'] =
    unclear === undefined
      ? known([...names])
      : unknown(`${unclear} starts a program whose name is not written out, so the shell and the tools stay`);
  return { spawns, timeZones, debugCode, texts };
}
