import { Command, CommanderError, Option } from 'commander';
import { runtimeFlavours } from '../host/settings';
import type { RuntimeFlavour } from '../images/image';
import type { Severity } from '../rules/rule';
import type { JettisonService } from '../service';
import { configurations, type FindConfiguration } from './configurations';
import { convert, type ConvertCommandOptions, type LoadContext } from './convert';
import { lint, reportFormats, severityOrder, type ReportFormat } from './lint';
import { rulesJson } from './report-json';
import { rulesText } from './report-text';
import { exitCode, UnusableInput, type ExitCode, type Terminal } from './terminal';

export interface CommandLine {
  readonly version: string;
  readonly service: JettisonService;
  readonly loadContext: LoadContext;
  readonly findConfiguration: FindConfiguration;
  /** Starts the language server on standard input and output. */
  serve(): Promise<void>;
}

/** Runs one command. Every failure becomes a message and an exit code; nothing is thrown. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  { version, service, loadContext, findConfiguration, serve }: CommandLine,
): Promise<ExitCode> {
  let code: ExitCode = exitCode.clean;
  const program = new Command('jettison')
    .description('Finds what a Docker image ships and does not need, and splits Dockerfiles into stages.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) });

  program
    .command('lint')
    .description('report findings in Dockerfiles; folders are searched for them')
    .argument('[path...]', 'files and folders; - is standard input (default: .)')
    .addOption(new Option('--format <format>', 'form of the report').choices(reportFormats).default('text'))
    .option('--fix', 'apply the fixes that keep the image as it is', false)
    .option(
      '--fix-review',
      'apply also the fixes that a person should look at; Dockerfiles alone are changed',
      false,
    )
    .addOption(
      new Option('--severity <severity>', 'lowest severity of a finding that makes the exit code 1')
        .choices(severityOrder)
        .default('warning'),
    )
    .option('--config <file>', 'the configuration, in place of the .jettison.json nearest to each file')
    .option('--stdin-filename <name>', 'the name that standard input is taken for')
    .action(async (paths: string[], options: LintArguments) => {
      const given = paths.length > 0 ? paths : ['.'];
      const configuration = configurations(terminal, service, findConfiguration, options.config);
      code = await lint(terminal, { version, service, loadContext, configuration }, given, {
        stdinFilename: undefined,
        ...options,
      });
    });

  program
    .command('convert')
    .description('split a Dockerfile into a builder stage and a minimal runtime stage')
    .argument('<file>', 'the Dockerfile; - is standard input')
    .addOption(
      new Option(
        '--runtime <flavour>',
        'what the image is built on (default: as configured, else auto)',
      ).choices(runtimeFlavours),
    )
    .option('--optimise', 'also cache dependencies apart, strip binaries and mount caches', false)
    .option('--context <folder>', 'the build context (default: found from the place of the file)')
    .addOption(new Option('--write', 'change the file').conflicts(['diff', 'plan', 'json']))
    .addOption(new Option('--diff', 'print a unified diff').conflicts(['plan', 'json']))
    .addOption(new Option('--plan', 'print what becomes of each instruction, and why').conflicts('json'))
    .addOption(new Option('--json', 'print the result with its reasons as JSON'))
    .action(async (file: string, { runtime, optimise, context, ...flags }: ConvertArguments) => {
      const options = { runtime, optimise, context, output: outputOf(flags) };
      const configuration = configurations(terminal, service, findConfiguration, undefined);
      code = await convert(terminal, { service, loadContext, configuration }, file, options);
    });

  program
    .command('rules')
    .description('list the rules')
    .addOption(new Option('--format <format>', 'form of the list').choices(['text', 'json']).default('text'))
    .action((options: { format: string }) => {
      terminal.out(options.format === 'json' ? rulesJson(service) : rulesText(service));
    });

  program
    .command('lsp')
    .description('run the language server')
    .requiredOption('--stdio', 'speak on standard input and output')
    .action(serve);

  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
}

interface LintArguments {
  readonly format: ReportFormat;
  readonly config?: string;
  readonly fix: boolean;
  readonly fixReview: boolean;
  readonly severity: Severity;
  readonly stdinFilename?: string;
}

interface ConvertArguments extends OutputFlags {
  readonly runtime?: RuntimeFlavour;
  readonly optimise: boolean;
  readonly context?: string;
}

interface OutputFlags {
  readonly write?: true;
  readonly diff?: true;
  readonly plan?: true;
  readonly json?: true;
}

function outputOf({ write, diff, plan, json }: OutputFlags): ConvertCommandOptions['output'] {
  if (write) return 'write';
  if (diff) return 'diff';
  if (plan) return 'plan';
  return json ? 'json' : 'dockerfile';
}

function exitCodeOf(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.clean : exitCode.unusable;
  const unusable = error instanceof UnusableInput;
  const text =
    error instanceof Error ? (unusable ? error.message : (error.stack ?? error.message)) : String(error);
  terminal.err(unusable ? `jettison: ${text}\n` : `jettison: internal error, please report it: ${text}\n`);
  return exitCode.unusable;
}
