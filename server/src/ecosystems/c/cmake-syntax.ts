/** A command of a CMakeLists.txt. */
export interface CMakeCommand {
  /** Lower case. */
  readonly name: string;
  /** Arguments, quotes taken off; variables not expanded. */
  readonly args: readonly string[];
}

/** The commands of a CMake file, in order. Text that is no command is left out. */
export function readCMake(text: string): CMakeCommand[] {
  const commands: CMakeCommand[] = [];
  const token = /#\[(=*)\[|#[^\n]*|"(?:[^"\\]|\\[^])*"|\[(=*)\[|[()]|[^\s()#"]+/g;
  let name: string | undefined;
  let args: string[] | undefined;
  let depth = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [whole] = match;
    const bracket = match[1] ?? match[2];
    if (bracket !== undefined) {
      const end = text.indexOf(`]${bracket}]`, token.lastIndex);
      if (match[2] !== undefined) args?.push(text.slice(token.lastIndex, end === -1 ? undefined : end));
      if (end === -1) break;
      token.lastIndex = end + bracket.length + 2;
    } else if (whole.startsWith('#')) continue;
    else if (whole === '(') {
      if (args) depth++;
      else args = [];
    } else if (whole === ')') {
      if (args && depth > 0) depth--;
      else {
        if (name !== undefined && args) commands.push({ name: name.toLowerCase(), args });
        name = undefined;
        args = undefined;
      }
    } else if (args) args.push(whole.startsWith('"') ? whole.slice(1, -1) : whole);
    else name = whole;
  }
  return commands;
}

/** Systems that a Linux build is not. */
const elsewhere = /^(WIN32|APPLE|MSVC|ANDROID|IOS|EMSCRIPTEN|MINGW|CYGWIN|MSYS|XCODE)$/;

/** Without the branches of other systems. Which other branches are taken is not known: all of them count. */
export function* onLinux(commands: readonly CMakeCommand[]): Generator<CMakeCommand> {
  const skipped: boolean[] = [];
  for (const command of commands) {
    const { name, args } = command;
    if (name === 'if') skipped.push(args.length === 1 && elsewhere.test(args[0] ?? ''));
    else if (name === 'elseif' || name === 'else')
      skipped.splice(-1, 1, name === 'elseif' && args.length === 1 && elsewhere.test(args[0] ?? ''));
    else if (name === 'endif') skipped.pop();
    else if (!skipped.includes(true)) yield command;
  }
}
