import { packagePurpose } from '../model/effects/package-purpose';
import type { Program } from '../ecosystems/ecosystem';
import type { Stage } from '../model/model';
import { isShellBuiltin } from '../shell/quote';
import { basename } from '../text/path';
import type { Account } from './account';
import type { Reason } from './conversion';
import { healthcheckNeeds, isArtefact } from './healthcheck';
import type { ProbeNeeds } from './probes';
import { shells } from './start-script';
import { isCopiedIn } from './copied-from-elsewhere';
import { installedPackages } from './installed-packages';
import { otherInterpreter } from './other-interpreter';
import { inFullImages, isOfEveryBase, packageOf } from './system-programs';
import type { StartAnalysis } from './start';

/** What the runtime must have beside the program's own files. */
export interface SystemNeeds {
  readonly shell: Reason | undefined;
  /** OS packages to keep, each with why. */
  readonly packages: ReadonlyMap<string, Reason>;
  /** Packages with libraries that a carried interpreter brings along, each with why: only a slim image installs them. */
  readonly linked: ReadonlyMap<string, Reason>;
  /** Packages that the builder alone needs, or that every distroless image covers, each with why. */
  readonly left: ReadonlyMap<string, Reason>;
  /** HEALTHCHECK in exec form when that is all it needs; undefined when it stays as it is. */
  readonly healthcheck: readonly string[] | undefined;
  /** Users whom the start command names, to be made in the image that ships. */
  readonly accounts: readonly Account[];
  readonly refusal: Reason | undefined;
}

/** Names that a program tries on a developer's desk only. */
const desktopPrograms = new Set([
  'xdg-open',
  'open',
  'cmd',
  'rundll32',
  'explorer',
  'powershell',
  'pbcopy',
  'xclip',
  'osascript',
  'go',
]);

export function systemNeeds(
  stage: Stage,
  program: Program,
  start: StartAnalysis,
  probes: ProbeNeeds,
): SystemNeeds {
  const packages = new Map<string, Reason>();
  const linked = new Map<string, Reason>();
  const left = new Map<string, Reason>();
  if (program.webServer) {
    for (const name of program.libraries)
      packages.set(name, { message: `${name}: HEALTHCHECK runs it`, at: undefined });
    return {
      shell: undefined,
      packages,
      linked,
      left,
      healthcheck: program.healthcheck,
      accounts: [],
      refusal: undefined,
    };
  }
  let shell = start.needsShell;
  let refusal: Reason | undefined;
  const replaced = start.needsShell || !program.spawns.known ? undefined : program.healthcheck;
  const health = replaced
    ? { programs: [], shell: undefined, exec: replaced }
    : healthcheckNeeds(stage, program);
  shell ??= health.shell ?? probes.shell;
  const installed = installedPackages(stage);
  const spawned = program.spawns.known ? program.spawns.value : [];
  const used = new Map<string, string>();
  for (const name of spawned) used.set(name, 'the program starts it');
  for (const name of health.programs) used.set(name, 'HEALTHCHECK runs it');
  for (const [name, why] of probes.programs) used.set(name, why);
  for (const name of start.use.commands) {
    if (!used.has(name) && !isShellBuiltin(name)) used.set(name, 'the start command runs it');
  }

  for (const [name, { at, manager }] of installed) {
    const purpose = packagePurpose(manager, name);
    const user = [...used].find(([command]) => packageOf(command) === name);
    const buildOnly = user ? undefined : program.buildOnly?.(name);
    if (buildOnly !== undefined) {
      left.set(name, { message: `${name}: ${buildOnly}`, at });
    } else if (purpose === 'covered') {
      left.set(name, { message: `${name}: every distroless image has it`, at });
    } else if (user) {
      packages.set(name, { message: `${name} is needed at run time: ${user[1]}`, at });
    } else if (purpose === 'build') {
      left.set(name, { message: `${name}: used only to build`, at });
    } else if (purpose === 'both' && program.spawns.known && !shell) {
      left.set(name, {
        message: `${name}: the program starts no other programs, so only the build can use it`,
        at,
      });
    } else if (program.isLinked?.(name)) {
      linked.set(name, { message: `${name} is used at run time`, at });
    } else {
      const why =
        purpose === 'runtime'
          ? `${name} is used at run time`
          : purpose === 'both'
            ? `${name} may be used at run time`
            : `what ${name} is for is not known, so it stays`;
      packages.set(name, { message: why, at });
    }
  }
  for (const [command, why] of used) {
    const name = basename(command);
    if (isArtefact(command, program, stage) || program.provides?.(command)) continue;
    if (desktopPrograms.has(name) && why === 'the program starts it') continue;
    if (shells.test(command)) {
      shell ??= { message: `a shell is needed at run time: ${why} (${name})`, at: undefined };
    } else if (isOfEveryBase(name)) {
      shell ??= { message: `${name} is needed at run time: ${why}`, at: undefined };
    } else if (isCopiedIn(name, stage)) {
      shell ??= {
        message: `${name} comes from another image and may need libraries of the system`,
        at: undefined,
      };
    } else {
      const pkg = packageOf(name);
      if (packages.has(pkg)) continue;
      const isInstalled = !command.includes('/') || /^\/(usr\/)?s?bin\//.test(command);
      // The builder's image has git, curl and more beyond what the file installs.
      const isUnknown = packagePurpose('apt', pkg) === undefined && !inFullImages.has(pkg);
      if (isInstalled && isUnknown && stage.image?.slim && stage.image.language === program.language) {
        // The same image has it or lacks it as before, but for what a package brings that the file installs.
        for (const [other, { at, manager }] of installed) {
          if (packagePurpose(manager, other) === 'build' || !left.delete(other)) continue;
          packages.set(other, { message: `${other} may bring ${name}, and ${why}`, at });
        }
        shell ??= { message: `${name} is needed at run time: ${why}`, at: undefined };
      } else if (!isInstalled || isUnknown) {
        refusal ??= {
          message: `${command} would be missing from the runtime image, and ${why}`,
          at: undefined,
        };
      } else {
        packages.set(pkg, { message: `${pkg} is needed at run time: ${why}`, at: undefined });
      }
    }
  }
  if (program.needsSystem !== undefined) shell ??= { message: program.needsSystem, at: undefined };
  if (!program.spawns.known) {
    shell ??= { message: program.spawns.because, at: program.spawns.source };
  }
  for (const library of program.libraries) {
    const message = `${library}: the program is linked to it or starts it`;
    (program.isLinked?.(library) ? linked : packages).set(library, { message, at: undefined });
  }
  if (start.init && program.spawns.known && program.spawns.value.length > 0) {
    shell ??= {
      message: 'the init process stays, because the program starts other programs',
      at: start.init.at,
    };
  }
  const named = namedAccounts(stage, start);
  refusal ??= named.refusal ?? otherInterpreter(stage, program);
  return { shell, packages, linked, left, healthcheck: health.exec, accounts: named.accounts, refusal };
}

/**
 * Users whom a RUN made and a start script speaks of, as `gosu app` does: the image that ships gets them too, when their
 * name and number are all there is to them.
 */
function namedAccounts(
  stage: Stage,
  start: StartAnalysis,
): { readonly accounts: readonly Account[]; readonly refusal: Reason | undefined } {
  const accounts: Account[] = [];
  const commands = stage.steps.flatMap((step) => step.commands ?? []);
  for (const { effects, command } of commands) {
    for (const effect of effects) {
      if (effect.kind !== 'adds-user') continue;
      const uses = [...start.use.words].filter((word) => word.split(':').includes(effect.name));
      if (uses.length === 0) continue;
      const refuse = (why: string) => ({
        accounts,
        refusal: { message: `the start command names the user ${effect.name}, ${why}`, at: command.span },
      });
      const group = uses.map((word) => word.split(':')[1]).find((each) => each !== undefined && each !== '');
      if (group !== undefined && group !== effect.name) return refuse(`and the group ${group} beside it`);
      if (hasMore(command.words.map(({ raw }) => raw)))
        return refuse('who is made with a home, a shell or groups of its own');
      const given = stage.steps.some(
        ({ copy }) => copy?.instruction.chown && !/^\d/.test(copy.instruction.chown.value ?? ''),
      );
      const gift =
        given || commands.some(({ argv }) => argv[0]?.known && /^(chown|install)$/.test(argv[0].value));
      if (gift) return refuse('and a RUN gives files away, whose owner the image that ships would not know');
      accounts.push({ name: effect.name, uid: effect.uid });
    }
  }
  return { accounts, refusal: undefined };
}

/** Options of useradd and adduser beyond the number, and those that change nothing for the program. */
function hasMore(words: readonly string[]): boolean {
  return words.some((word) =>
    /^(-[a-zA-Z]*[dhGgsSr]|--(home|home-dir|gid|groups|ingroup|shell|system))/.test(word),
  );
}
