import { known, unknown, type Fact } from '../../text/fact';
import type { RustFile } from './sources';

/** `Command` is that of a process where a file says so; clap and others have one, too. */
const processImports =
  /\b(?:std|tokio|async_std|async_process|smol)::process::(?:Command\b|\{[^}]*\bCommand\b)|\bprocess::Command::new\b|\bduct::cmd\b|\buse\s+async_process\b/;

/** Programs that the sources start; unknown when a name is computed. */
export function spawnedPrograms(files: readonly RustFile[]): Fact<readonly string[]> {
  const names = new Set<string>();
  for (const file of files) {
    if (!processImports.test(file.code)) continue;
    const own = /\buse\s+(?:std|tokio|async_std|async_process)::process\b|process::Command\b/.test(file.code);
    const calls = [...file.code.matchAll(/(\bprocess::)?\bCommand::new\s*\(\s*/g)].filter(
      ([, qualified]) => qualified !== undefined || own,
    );
    const literals = file.literals.filter(({ before }) =>
      /\bCommand::new\s*\(\s*&?$|\bcmd!?\s*\(\s*$/.test(before),
    );
    // clap's Command of the same file is named by a text, too; then the program is not found, and the user told.
    const isClap = /\bclap::(?:\{[^}]*\bCommand\b|Command\b)/.test(file.code);
    if (isClap && !/\bprocess::Command::new\b/.test(file.code)) continue;
    if (calls.length > literals.length)
      return unknown(`${file.path} starts a program whose name is computed while it runs`);
    for (const { value } of literals) names.add(value);
  }
  return known([...names]);
}
