import type { BaseImage } from '../../images/image';
import type { Stage } from '../../model/model';
import { known, unknown, type Fact } from '../../text/fact';
import { basename } from '../../text/path';
import { lineOf, type PythonSource } from './sources';

/** Calls that hand a text to a shell. Source: docs.python.org, os, subprocess, asyncio. */
const throughShell =
  /\bos\.(?:system|popen)\s*\(|\bsubprocess\.get(?:status)?output\s*\(|\bcreate_subprocess_shell\s*\(|\bshell\s*=\s*True\b|\bpty\.spawn\s*\(/g;

/** Calls that start a program, up to their first argument. */
const starts =
  /\b(?:subprocess\.(?:run|call|check_call|check_output|Popen)|(?<![\w.])(?:Popen|check_output|check_call)|os\.(?:exec[lv]p?e?|posix_spawnp?|spawn[lv]p?e?)|create_subprocess_exec)\s*\(\s*/g;

/** A server of the Model Context Protocol that a client starts. Source: modelcontextprotocol.io, Python SDK. */
const servers =
  /\b(?:StdioServerParameters|MCPServerStdio|StdioTransport)\s*\(\s*(?:[^()]{0,200}?\bcommand\s*=\s*)?/g;

/** Libraries of the system that are looked for by name: an image without its list of libraries does not find them. */
const byName =
  /\bdjango\.contrib\.gis\b|\bfind_library\s*\(|\b(?:ctypes\.)?(?:CDLL|cdll\.LoadLibrary)\s*\(\s*f?["'](?!lib(?:c|m|dl|pthread)\.so)[^"'/]+["']/g;

/** Programs that every Debian or Alpine image has. */
const inEveryImage =
  /^(sh|bash|ls|cat|cp|mv|rm|mkdir|chmod|chown|ln|touch|date|sleep|env|echo|head|tail|cut|sort|uniq|wc|tr|id|whoami|uname|hostname|df|du|kill|find|grep|sed|awk|tar|gzip|xargs|basename|dirname|realpath|mktemp|perl|python3?)$/;

/** Programs that the full images have beyond those. Source: docker-library/buildpack-deps. */
const inFullImages =
  /^(git|curl|wget|ssh|scp|ssh-keygen|gpg|hg|svn|convert|identify|mogrify|magick|gcc|g\+\+|make|file|ps|unzip|patch|openssl|bzip2|xz|pg_config|mysql_config|sqlite3)$/;

/** Which programs the sources start; unknown when a name is computed. Those that the image does not have are left out. */
export function spawnedBy(sources: readonly PythonSource[], stage: Stage): Fact<readonly string[]> {
  const names = new Set<string>();
  for (const source of sources) {
    const { text } = source;
    const shell = first(throughShell, text);
    if (shell !== undefined) return unknown(`${lineOf(source, shell)} hands a command to a shell`);
    const library = first(byName, text);
    if (library !== undefined)
      return unknown(`${lineOf(source, library)} opens a library of the system by name`);
    for (const match of [...text.matchAll(starts), ...text.matchAll(servers)]) {
      const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 200);
      const name = programOf(rest);
      if (name === undefined)
        return unknown(`which program ${lineOf(source, match.index)} starts is not known`);
      if (name !== '' && mayBeThere(name, stage)) names.add(name);
    }
  }
  return known([...names]);
}

function first(pattern: RegExp, text: string): number | undefined {
  for (const { index } of text.matchAll(pattern)) return index;
  return undefined;
}

/** The program of a first argument; empty for Python itself; undefined when it is computed. */
function programOf(argument: string): string | undefined {
  const inner = argument.replace(/^args\s*=\s*/, '').replace(/^[[(]\s*/, '');
  if (/^sys\.executable\b/.test(inner)) return '';
  const name = /^["']([\w./+-]+)["']/.exec(inner)?.[1];
  if (name === undefined) return undefined;
  return /^python[\d.]*$/.test(basename(name)) ? '' : name;
}

/** False when the image certainly lacks it: the program does without it today. */
function mayBeThere(name: string, { steps, image }: Stage): boolean {
  if (name.includes('/') || inEveryImage.test(name)) return true;
  const brings = steps.some(
    ({ copy, commands }) =>
      (copy !== undefined && copy.from.kind !== 'context') ||
      commands?.some(({ effects }) =>
        effects.some(
          (effect) =>
            effect.kind === 'packages' ||
            effect.kind === 'unknown' ||
            (effect.kind === 'writes' && effect.path.known && /\/bin(\/|$)/.test(effect.path.value)),
        ),
      ),
  );
  return brings || (isFull(image) && inFullImages.test(name));
}

function isFull(image: BaseImage | undefined): boolean {
  return image === undefined || (!image.slim && image.role === 'toolchain');
}
