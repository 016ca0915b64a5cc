import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Conversion } from '../convert/conversion';
import type { RuntimeFlavour } from '../images/image';
import type { Project } from '../project/project';
import { withTargets } from '../project/named-targets';
import type { JettisonService } from '../service';
import { LineIndex } from '../text/span';
import type { ConfigurationOf } from './configurations';
import { conversionJson } from './report-json';
import { planText, reasonText } from './report-text';
import {
  fileContent,
  readInput,
  readSource,
  requireFaithful,
  writeSource,
  type SourceFile,
} from './source-file';
import { exitCode, UnusableInput, type ExitCode, type Terminal } from './terminal';

export interface ConvertCommandOptions {
  /** As configured where undefined. */
  readonly runtime: RuntimeFlavour | undefined;
  readonly optimise: boolean;
  /** Build context, as given; found from the file's place otherwise. */
  readonly context: string | undefined;
  readonly output: 'dockerfile' | 'write' | 'diff' | 'plan' | 'json';
}

/**
 * Reads the build context of a Dockerfile.
 * @param context its URI; undefined when it is to be found.
 */
export type LoadContext = (dockerfile: SourceFile, context: string | undefined) => Promise<Project>;

export interface ConvertDependencies {
  readonly service: JettisonService;
  readonly loadContext: LoadContext;
  readonly configuration: ConfigurationOf;
}

/** `jettison convert` */
export async function convert(
  terminal: Terminal,
  { service, loadContext, configuration }: ConvertDependencies,
  file: string,
  { runtime, optimise, context, output }: ConvertCommandOptions,
): Promise<ExitCode> {
  const source = file === '-' ? await readInput(terminal, 'Dockerfile') : readSource(terminal, file);
  if (output === 'write' && file === '-') {
    throw new UnusableInput('--write needs a file: standard input cannot be rewritten');
  }
  requireFaithful(source);
  const root = context === undefined ? undefined : await folderUri(terminal, context);
  const { runtime: configured = 'auto', targets, uri } = await configuration(source);
  const project = withTargets(await loadContext(source, root), targets, uri);
  const conversion = service.convert(source.text, project, { runtime: runtime ?? configured, optimise });
  const lines = new LineIndex(source.text);
  await print(terminal, source, conversion, lines, output);
  explain(terminal, source, conversion, lines, output);
  return conversion.status === 'refused' ? exitCode.findings : exitCode.clean;
}

async function folderUri(terminal: Terminal, given: string): Promise<string> {
  const absolute = path.resolve(terminal.folder, given);
  const isFolder = await stat(absolute).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new UnusableInput(`--context ${given}: no such folder`);
  return pathToFileURL(absolute).href;
}

async function print(
  terminal: Terminal,
  source: SourceFile,
  conversion: Conversion,
  lines: LineIndex,
  output: ConvertCommandOptions['output'],
): Promise<void> {
  const converted = conversion.status === 'converted' ? conversion.dockerfile : undefined;
  switch (output) {
    case 'json':
      return terminal.out(conversionJson(conversion, lines));
    case 'plan':
      return terminal.out(planText(conversion, lines));
    case 'write':
      if (converted !== undefined) await writeSource(source, converted);
      return;
    case 'diff':
      if (converted !== undefined) terminal.out(unifiedDiff(source, converted));
      return;
    case 'dockerfile':
      // Where there is nothing to do, the file as it is: `convert F > G` is then safe to use on any file.
      if (conversion.status !== 'refused') terminal.out(fileContent(source, converted ?? source.text));
  }
}

function unifiedDiff(source: SourceFile, converted: string): string {
  const name = source.shown.replaceAll('\\', '/').replace(/^\/+|^\.\//, '');
  return createTwoFilesPatch(
    `a/${name}`,
    `b/${name}`,
    fileContent(source, source.text),
    fileContent(source, converted),
    undefined,
    undefined,
    { context: 3, headerOptions: FILE_HEADERS_ONLY },
  );
}

/** What the user should know besides the result. JSON says it all itself. */
function explain(
  terminal: Terminal,
  { shown }: SourceFile,
  conversion: Conversion,
  lines: LineIndex,
  output: ConvertCommandOptions['output'],
): void {
  if (output === 'json') return;
  const say = (text: string): void => terminal.err(`${text}\n`);
  switch (conversion.status) {
    case 'converted':
      for (const reason of conversion.reasons) say(`note: ${reasonText(reason, shown, lines)}`);
      for (const warning of conversion.warnings) say(`warning: ${reasonText(warning, shown, lines)}`);
      if (output === 'write') say(`${shown}: converted, the image is now built on ${conversion.runtime}`);
      return;
    case 'refused':
      say(`jettison: ${shown} was not converted:`);
      for (const reason of conversion.reasons) say(`  ${reasonText(reason, shown, lines)}`);
      return;
    case 'nothing-to-do':
      say(`${shown}: nothing to do`);
      for (const reason of conversion.reasons) say(`  ${reasonText(reason, shown, lines)}`);
  }
}
