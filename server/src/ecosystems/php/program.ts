import type { Artefact, Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import type { Stage } from '../../model/model';
import { within } from '../../model/paths';
import { known, unknown } from '../../text/fact';
import { basename } from '../../text/path';
import { extensionFolder, settingsFolder } from './classify';
import { librariesOf } from './libraries';
import { givenFolders, takesAway, type Given } from './ownership';
import { namesProgram, shellUse, writesElsewhere } from './spawned';
import { phpStart, startText } from './start';

const ofPhp =
  /^(php[\d.]*|php-fpm|php-cgi|phpdbg|docker-php-entrypoint|apache2-foreground|apache2(ctl)?|apachectl|a2(en|dis)(mod|site|conf)|service)$/;

/** Folders of the system: an application that lies there is copied by what was copied, not as a whole. */
const systemFolder = /^\/(root|home|opt|srv|var|usr|usr\/src|usr\/local|etc|tmp)?$/;

/** Packages by which Composer and front ends are built. */
const forBuilding =
  /^(git|unzip|zip|p7zip-full|nodejs|npm|yarn|curl|wget|gnupg2?|vim|nano|composer|lsb-release|software-properties-common|apt-transport-https|openssh-client|subversion|libtool|dialog)$/;

const otherServices =
  /^(supervisor|nginx(-\w+)?|cron|dcron|busybox-initscripts|redis(-server)?|mariadb-server|mysql-server|default-mysql-server|postgresql|openssh-server|memcached|rsyslog)$/;

/** The PHP program that the stage starts: by its own PHP, or by the web server of its image. */
export function analysePhpProgram(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { stage, project, at, workdir } = request;
  const { image } = stage;
  if (image?.language !== 'php' || image.family !== 'official') return undefined;
  const refusal = (message: string): ProgramRefusal => ({ kind: 'refusal', message, at });
  const service = packagesOf(stage).find((name) => otherServices.test(name));
  if (service !== undefined) return refusal(`${service} is installed: the image may run several services`);
  const start = phpStart(request.argv, stage, project, workdir);
  if (typeof start === 'string') return refusal(start);
  if (runs(stage, 'install-php-extensions') && start.kind === 'server')
    return refusal('install-php-extensions installs libraries, and which ones is not known');
  const given = givenFolders(stage);
  const isServer = start.kind === 'server' || image.libc === 'musl';
  if (isServer && given.unclear !== undefined) return refusal(given.unclear);
  const away = isServer ? takesAway(stage) : undefined;
  if (away !== undefined)
    return refusal(
      `${away} takes something of the base image away, which the image that ships would have again`,
    );
  const user = stage.end.user.known ? stage.end.user.value : undefined;
  if (isServer && user !== undefined && user.uid !== 0 && !servesAs(stage, user.written))
    return refusal(`the image runs as ${user.written}, whose rights a copy of its files may not have`);
  if (!bringsApplication(stage))
    return refusal(
      'the image holds no application: one that is mounted into it may need all that is installed',
    );
  const shell = start.argv ? shellUse(project) : undefined;
  const libraries = librariesOf(stage);
  return {
    kind: 'program',
    language: 'php',
    artefacts: [...ofInterpreter(stage), ...application(applicationFolder(stage, workdir), isServer, given)],
    argv: start.argv,
    libc: image.libc ?? 'glibc',
    interpreter: {
      language: 'php',
      version: image.languageVersion,
      edition: start.kind,
    },
    shipsSources: true,
    provides: (command) => ofPhp.test(basename(command)),
    buildOnly: (name) =>
      forBuilding.test(name) && !usesProgram(request, name) ? 'used only to build' : undefined,
    isLinked: (name) => !isServer && libraries.includes(name),
    builderImage: image,
    cxxRuntime: false,
    libraries,
    files: [],
    unsure: [],
    writes: [],
    spawns: isServer
      ? unknown(
          start.kind === 'server'
            ? 'the web server of the image starts PHP, and what that starts is not followed'
            : 'PHP of Alpine is linked with musl, and the images without a shell have glibc',
          at,
        )
      : start.argv === undefined
        ? unknown('a shell starts the program', at)
        : shell === undefined
          ? known([])
          : unknown(shell, at),
    ...(isServer ? { needsRoot: 'the server of the image starts as root, and runs PHP as www-data' } : {}),
    writesAnywhere:
      !isServer &&
      (systemFolder.test(applicationFolder(stage, workdir)) ||
        writesElsewhere(project, workdir) !== undefined),
    corrections: [],
    addedInstructions: [],
    optimisations: () => [],
    isBuildVariable: (name) =>
      /^(COMPOSER_|PHPIZE_DEPS$|PHP_CFLAGS$|PHP_CPPFLAGS$|PHP_LDFLAGS$|MAKEFLAGS$|NODE_VERSION$)/.test(name),
    isSource: (path) => /^(Dockerfile.*|docker-compose.*|composer\.(json|lock))$/.test(basename(path)),
    compiledIn: () => false,
    sourceFolders: [],
    warnings: [],
  };
}

/** A program that the start command, a health check or the sources name is needed while the container runs. */
function usesProgram({ stage, project }: ProgramRequest, name: string): boolean {
  const program = name === 'nodejs' ? 'node' : name === 'openssh-client' ? 'ssh' : name.replace(/2$/, '');
  return new RegExp(`\\b${program}\\b`).test(startText(stage, project)) || namesProgram(project, program);
}

function packagesOf(stage: Stage): string[] {
  const effects = stage.steps.flatMap((step) => step.commands ?? []).flatMap((command) => command.effects);
  return effects.flatMap((effect) =>
    effect.kind === 'packages' ? effect.packages.map(({ name }) => name) : [],
  );
}

function runs(stage: Stage, tool: string): boolean {
  return stage.steps
    .flatMap((step) => step.commands ?? [])
    .some(({ argv }) => argv[0]?.known === true && basename(argv[0].value) === tool);
}

/** USER www-data where nothing was made as that user: what is copied belongs to whom it did. */
function servesAs({ image, steps }: Stage, user: string): boolean {
  const made = steps.some(
    ({ instruction, before }) =>
      instruction.kind === 'run' && !(before.user.known && before.user.value.uid === 0),
  );
  return user === 'www-data' && image?.libc === 'glibc' && !made;
}

/** False for an image that only prepares a place for the sources. */
function bringsApplication(stage: Stage): boolean {
  const isPlace = (path: string) => !/^\/(usr\/local|usr\/s?bin|etc|tmp|root|s?bin)(\/|$)/.test(path);
  return stage.steps.some(
    ({ copy, commands }) =>
      (copy && (!copy.destination.known || isPlace(copy.destination.value))) === true ||
      commands?.some(({ effects }) =>
        effects.some(
          (effect) =>
            effect.kind === 'writes' &&
            /^(download|command|copy)$/.test(effect.from) &&
            effect.path.known &&
            isPlace(effect.path.value) &&
            effect.path.value !== '/',
        ),
      ),
  );
}

/** The working directory, or the one above it where the file puts the application there: `/var/www`. */
function applicationFolder({ steps }: Stage, workdir: string): string {
  const above = '/var/www';
  if (!within(workdir, above)) return workdir;
  const lands = steps.some(
    ({ copy, commands }) =>
      (copy?.destination.known === true && copy.destination.value.replace(/\/$/, '') === above) ||
      commands?.some(({ effects }) =>
        effects.some(
          (effect) =>
            effect.kind === 'writes' &&
            effect.from !== 'attributes' &&
            effect.path.known &&
            effect.path.value === above,
        ),
      ),
  );
  return lands ? above : workdir;
}

/** Extensions and settings that the stage made, and those of its web server. */
function ofInterpreter(stage: Stage): Artefact[] {
  const commands = stage.steps.flatMap((step) => step.commands ?? []);
  const text = stage.steps.map(({ instruction }) => instruction.body.text).join('\n');
  const builds = commands.some(({ effects }) =>
    effects.some(
      (effect) => effect.kind === 'writes' && effect.path.known && effect.path.value === extensionFolder,
    ),
  );
  const folder = (path: string, reason: string): Artefact => ({
    path,
    runtimePath: path,
    folder: true,
    reason,
  });
  return [
    ...(builds ? [folder(extensionFolder, 'the extensions that were built')] : []),
    ...(builds || /\/usr\/local\/etc|PHP_INI_DIR/.test(text)
      ? [folder(settingsFolder, 'the settings of PHP and its extensions')]
      : []),
    ...(/\/etc\/apache2|\ba2(en|dis)\w+/.test(text)
      ? [folder('/etc/apache2', 'the settings of the web server')]
      : []),
  ];
}

/** The folder of the application; in the image of a web server what was given to its user stays that user's. */
function application(folder: string, isServer: boolean, { folders }: Given): Artefact[] {
  const reason = 'the application, with what the build made in it';
  const whole = systemFolder.test(folder) ? [] : [folder];
  if (!isServer)
    return whole.map((path) => ({ path, runtimePath: path, folder: true, writable: true, reason }));
  const owner = 'www-data:www-data';
  const owned = (path: string) => folders.some((folder) => within(path, folder));
  const inner = folders.filter(
    (path) => !whole.some((each) => within(each, path)) && !systemFolder.test(path),
  );
  return [
    ...whole.map((path) => ({
      path,
      runtimePath: path,
      folder: true,
      reason,
      ...(owned(path) ? { owner, writable: true } : {}),
    })),
    ...inner
      .filter((path) => !whole.some((each) => within(path, each) && owned(each)))
      .map((path) => ({
        path,
        runtimePath: path,
        folder: true,
        writable: true,
        owner,
        reason: 'a RUN gives it to www-data, whom the web server runs as',
      })),
  ];
}
