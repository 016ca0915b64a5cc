import type { Program } from '../ecosystems/ecosystem';
import type { RuntimeImage } from '../images/image';
import { runtimesOf } from '../images/languages/all';
import type { Effect, Stage, Step } from '../model/model';
import { within } from '../model/paths';
import { joinPath } from '../text/path';
import type { Account } from './account';
import type { Reason } from './conversion';
import type { Placement, RuntimeLine } from './plan';
import type { StartAnalysis } from './start';

interface UserPlan {
  readonly placements: readonly Placement[];
  readonly lines: ReadonlyMap<Step, RuntimeLine>;
  /** USER to add where the author's cannot stay. */
  readonly added: readonly RuntimeLine[];
  /** `uid:gid` for --chown. */
  readonly numeric: string;
  readonly root: boolean;
  /** Whom an image without this user has to get. */
  readonly account: Account;
  /** The image that ships has no such user, and the author's has: the entry is wanted. */
  readonly isMissing: boolean;
  readonly warnings: readonly Reason[];
}

/** The user that distroless `nonroot` tags run as. Source: GoogleContainerTools/distroless, common/BUILD.bazel. */
const nonroot = 65532;

/** Where users of official images live: the slim image of a language has the same as the builder. */
function ordinaryUser({ facts, rung }: RuntimeImage): number {
  return (
    (rung === 'slim' && facts.language !== undefined && runtimesOf(facts.language)?.user?.uid) || nonroot
  );
}

/** Keeps the author's choice of user as a number; without one the runtime image's own non-root user serves. */
export function runtimeUser(
  stage: Stage,
  runtime: RuntimeImage,
  start: StartAnalysis,
  program: Program,
  staysRoot = false,
): UserPlan {
  const userSteps = stage.steps.filter(({ instruction }) => instruction.kind === 'user');
  const lastRun = stage.steps.findLastIndex(({ instruction }) => instruction.kind === 'run');
  // A web server's image is made for its own user, and the author's was made for another program.
  const last = runtime.rung === 'server' ? undefined : userSteps.at(-1);
  const imageUid = runtime.facts.user?.uid ?? 0;
  const { user } = stage.end;
  const placements: Placement[] = [];
  const lines = new Map<Step, RuntimeLine>();
  const added: RuntimeLine[] = [];
  const warnings: Reason[] = [];
  let uid = imageUid;
  let reason = `the runtime image runs as user ${imageUid}`;
  if (last && user.known) {
    const { written } = user.value;
    const number = user.value.uid ?? createdUid(stage, written) ?? uidInImage(stage, written);
    uid = number ?? (written === 'nobody' ? 65534 : nonroot);
    if (uid === imageUid) {
      reason = `the runtime image runs as user ${imageUid} already`;
    } else {
      reason = `kept as a number: the runtime image does not know the name ${written}`;
    }
    if (number === undefined && written !== 'nobody') {
      warnings.push({
        message: `the program runs as user ${uid}; the number of ${written} is not known, so files in existing volumes may belong to another`,
        at: last.instruction.span,
      });
    }
  } else if (last && !user.known) {
    uid = ordinaryUser(runtime);
    warnings.push({
      message: `the user is not known (${user.because}); the program runs as user ${uid}`,
      at: last.instruction.span,
    });
  }
  if (!last && livesInRootsHome(stage, program)) {
    uid = 0;
    if (imageUid !== 0) {
      added.push({
        kind: 'new',
        text: 'USER 0:0',
        reason: 'the program lies in /root, which no other user may enter',
      });
    }
    warnings.push({
      message:
        'the program runs as root, because it lies in /root; build it into another folder and it can run as any user',
      at: undefined,
    });
  } else if (!last && program.needsRoot !== undefined) {
    uid = 0;
    if (imageUid !== 0) added.push({ kind: 'new', text: 'USER 0:0', reason: program.needsRoot });
  } else if (!last && staysRoot && stage.end.user.known && stage.end.user.value.uid === 0) {
    uid = 0;
    if (imageUid !== 0) {
      const why = 'the program writes files, and no folder of the image is given to another user';
      added.push({ kind: 'new', text: 'USER 0:0', reason: why });
    }
    warnings.push({
      message:
        'the program runs as root, because it writes files; give it a folder and it can run as any user',
      at: undefined,
    });
  } else if (!last && imageUid === 0 && !start.use.changesFiles) {
    uid = ordinaryUser(runtime);
    const why = 'the image has no user of its own, and the program needs no rights of root';
    added.push({ kind: 'new', text: `USER ${uid}:${uid}`, reason: why });
  }
  if (
    runtime.rung !== 'server' &&
    !last &&
    uid !== 0 &&
    stage.end.user.known &&
    stage.end.user.value.uid === 0
  ) {
    warnings.push({
      message: `the program runs as user ${uid}, no longer as root: it can write only to /tmp and to folders given to it`,
      at: undefined,
    });
    const volume = stage.steps.find(declaresVolume);
    if (volume) {
      warnings.push({
        message: `a volume that is in use already belongs to root: give its files to user ${uid}, or add USER 0:0`,
        at: volume.instruction.span,
      });
    }
  }
  for (const step of userSteps) {
    const index = stage.steps.indexOf(step);
    const builds = index < lastRun;
    const needed = step === last && uid !== imageUid;
    if (builds) {
      placements.push({ step, place: 'builder', reason: 'the commands after it run as this user' });
      if (needed) added.push({ kind: 'new', text: `USER ${uid}:${uid}`, reason });
    } else if (needed) {
      const verbatim = keepsWriting(step, user.known ? user.value.uid : undefined);
      lines.set(step, {
        kind: 'source',
        instruction: step.instruction,
        text: verbatim ? undefined : `USER ${uid}:${uid}`,
        reason,
      });
      placements.push({ step, place: 'runtime', reason });
    } else {
      placements.push({
        step,
        place: 'dropped',
        reason: step === last || !last ? reason : 'a later USER replaces it',
      });
    }
  }
  // Files given to a user whom a build argument names belong to the same argument.
  const kept = last && lines.get(last);
  const written = last?.instruction.body.text.trim() ?? '';
  const isVariable = kept?.kind === 'source' && kept.text === undefined && written.includes('$');
  const numeric = isVariable ? written : `${uid}:${uid}`;
  const userName = last && user.known ? user.value.written : '';
  const isCreated = creates(stage, userName);
  const name = uid === 0 ? 'root' : isCreated ? userName : 'nonroot';
  // A number that the author wrote has no entry today either.
  const isOfLanguage = ordinaryUser(runtime) === uid && uid !== nonroot;
  const isMissing =
    uid !== 0 && uid !== imageUid && !isVariable && !isOfLanguage && (isCreated || uid === nonroot);
  return { placements, lines, added, numeric, root: uid === 0, account: { name, uid }, isMissing, warnings };
}

/** A volume anywhere but in /tmp, where every user may write. */
export function declaresVolume({ instruction }: Step): boolean {
  if (instruction.kind !== 'volume') return false;
  return instruction.words.some(({ value }) => !within(joinPath('/', value), '/tmp'));
}

/** `/root` has mode 700. Source: GoogleContainerTools/distroless, base/testdata/base.yaml; Debian's base-files. */
function livesInRootsHome(stage: Stage, program: Program): boolean {
  const { workdir, user } = stage.end;
  const paths = [
    ...program.artefacts.map((item) => item.runtimePath),
    ...program.files.map((item) => item.path),
  ];
  if (workdir.known) paths.push(workdir.value);
  // Those of other stages and images go along with what ships as it stands.
  for (const { copy } of program.shipsSources ? stage.steps : []) {
    if (copy?.destination.known && copy.from.kind !== 'context') paths.push(copy.destination.value);
  }
  return user.known && user.value.uid === 0 && paths.some((path) => within(path, '/root'));
}

/** A number, or a variable with a number in it: whoever builds may set another. */
function keepsWriting(step: Step, uid: number | undefined): boolean {
  const text = step.instruction.body.text.trim();
  return /^\d+(:\d+)?$/.test(text) || (uid !== undefined && /^[\w${}:-]+$/.test(text) && text.includes('$'));
}

function creates(stage: Stage, name: string): boolean {
  return stage.steps.some((step) =>
    step.commands?.some(({ effects }) =>
      effects.some((effect) => effect.kind === 'adds-user' && effect.name === name),
    ),
  );
}

/** A user whom the images of the language have. */
function uidInImage({ image }: Stage, name: string): number | undefined {
  const user = image?.language === undefined ? undefined : runtimesOf(image.language)?.user;
  return user?.name === name ? user.uid : undefined;
}

/** `useradd -u 1001 app` in a RUN of the stage. */
function createdUid(stage: Stage, name: string): number | undefined {
  const effects: readonly Effect[] = stage.steps
    .flatMap((step) => step.commands ?? [])
    .flatMap((c) => c.effects);
  const found = effects.find((effect) => effect.kind === 'adds-user' && effect.name === name);
  return found?.kind === 'adds-user' ? found.uid : undefined;
}
