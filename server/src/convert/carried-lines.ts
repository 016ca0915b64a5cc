import type { RuntimeImage } from '../images/image';
import type { Stage } from '../model/model';
import { within } from '../model/paths';
import { dirname } from '../text/path';
import type { FilePlan } from './files';
import type { AddedInstruction, RuntimeLine } from './plan';
import { quotePath } from './quote-path';

interface CarriedLines {
  /** What the builder does last: it prepares the folders that the runtime user will own. */
  readonly added: readonly AddedInstruction[];
  /** COPY lines that have to stand before WORKDIR, which would make their folder for root. */
  readonly before: readonly RuntimeLine[];
  readonly lines: readonly RuntimeLine[];
}

/** Everybody may write there in any image. Source: Debian's and Alpine's base-files. */
const writableByAll = /^\/(?:tmp|dev|proc|sys|var\/(?:tmp|lock))(?:\/|$)/;

/** Folders that images have, and that belong to root. Source: Debian's base-files, GoogleContainerTools/distroless. */
const partOfImages =
  /^\/(?:etc|home|media|mnt|opt|root|run|srv|usr(?:\/\w+)?|usr\/local\/\w+|var|var\/(?:backups|cache|lib|lib\/misc|local|log|mail|opt|run|spool))$/;

/** COPY lines of the runtime stage, and the RUN that prepares folders the runtime user owns. */
export function carriedLines(
  files: FilePlan,
  builder: string,
  owner: string,
  stage: Stage,
  runtime: RuntimeImage,
): CarriedLines {
  const lines: RuntimeLine[] = [];
  const before: RuntimeLine[] = [];
  const workdir = stage.end.workdir.known ? stage.end.workdir.value : '/';
  const put = (folder: string | undefined, text: string, reason: string) => {
    const makesWorkdir = folder !== undefined && workdir !== '/' && within(workdir, folder);
    (makesWorkdir ? before : lines).push({ kind: 'new', text, reason });
  };
  const folders = foldersToMake(files, runtime, owner, workdir);
  const staging = stagingFolder(stage);
  for (const { folder, staged, reason } of folders) {
    // A folder that is there keeps its owner, unless it comes as part of the one above it.
    const isThere = partOfImages.test(folder);
    const from = isThere ? withSlash(staging + dirname(staged)) : staging + staged;
    const to = isThere ? withSlash(dirname(folder)) : folder;
    put(
      folder,
      `COPY --from=${builder} --chown=${owner} ${quotePath(from)} ${quotePath(to)}`,
      `gives the runtime user its folder: ${reason}`,
    );
  }
  for (const { from, to, folder, reason, writable, owner: other } of files.carried) {
    // Without it what is copied belongs to root.
    const whose = other ?? (writable && owner !== '0:0' ? owner : undefined);
    const chown = whose === undefined ? '' : `--chown=${whose} `;
    const text = `COPY --from=${builder} ${chown}${quotePath(from)} ${quotePath(to)}`;
    put(writable && folder ? to : undefined, text, reason);
  }
  if (folders.length === 0) return { added: [], before, lines };
  const made = folders.flatMap(({ leaves }) => leaves.map((leaf) => quotePath(staging + leaf)));
  const why = [...new Set(folders.map(({ reason }) => reason))].join('; ');
  const text = `RUN mkdir -p ${made.join(' ')}`;
  return { added: [{ text, reason: `folders that the program writes to: ${why}` }], before, lines };
}

interface FolderToMake {
  /** Where the runtime image gets it. */
  readonly folder: string;
  /** Where the builder prepares it, below the staging folder. */
  readonly staged: string;
  /** The innermost folders in it, below the staging folder. */
  readonly leaves: readonly string[];
  readonly reason: string;
}

/** The outermost folders, one COPY each: folders above them keep their owner and mode. */
function foldersToMake(
  files: FilePlan,
  runtime: RuntimeImage,
  owner: string,
  workdir: string,
): FolderToMake[] {
  const wanted = new Map<string, string>();
  // What is copied into a folder that is there leaves the folder itself as it was.
  for (const { to, folder, writable } of files.carried)
    if (folder && writable && owner !== '0:0' && partOfImages.test(to))
      wanted.set(to, 'the application lies in it');
  for (const [path, reason] of files.created) {
    // Root's, as it is anyway: WORKDIR makes its folder.
    if ((path === files.home || path === workdir) && owner === '0:0') continue;
    // A link in Debian and Alpine, which cannot be copied onto; distroless images have it as a folder.
    const folder = runtime.rung === 'slim' ? path.replace(/^\/var\/run(?=\/|$)/, '/run') : path;
    const isOpenToAll = writableByAll.test(folder) && runtime.rung !== 'scratch';
    if (!isOpenToAll) wanted.set(folder, reason);
  }
  const all = [...wanted.keys()].sort();
  const below = (folder: string) => all.filter((other) => other !== folder && within(other, folder));
  return all
    .filter((folder) => !all.some((other) => other !== folder && within(folder, other)))
    .map((folder) => {
      // Apart from the others: what is copied with it gets its owner too.
      const staged = partOfImages.test(folder) ? `/system${folder}` : folder;
      const inside = below(folder);
      const leaves = inside.filter((leaf) => !inside.some((other) => other !== leaf && within(other, leaf)));
      return {
        folder,
        staged,
        leaves: leaves.length === 0 ? [staged] : leaves.map((leaf) => staged + leaf.slice(folder.length)),
        reason: [...new Set([folder, ...inside].flatMap((path) => wanted.get(path) ?? []))].join('; '),
      };
    });
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** Where the builder prepares folders: another user than root cannot make any in `/`. */
export function stagingFolder(stage: Stage): string {
  return buildsAsRoot(stage) ? '/runtime' : '/tmp/runtime';
}

/** Whether what is added at the builder's end runs as root. */
export function buildsAsRoot(stage: Stage): boolean {
  const last = stage.steps.findLast(({ instruction }) => instruction.kind === 'run');
  const user = last?.before.user ?? stage.end.user;
  return user.known && user.value.uid === 0;
}
