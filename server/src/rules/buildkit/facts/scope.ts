import type { Instruction } from '../../../dockerfile/ast';
import type { Stage, State } from '../../../model/model';

export interface VariableScope {
  /** True as well for a name that the base image may set. */
  has(name: string): boolean;
  /** Names that are certainly set. */
  names(): readonly string[];
}

/** Read by BuildKit itself, set or not. */
const tolerated = new Set(['PATH', 'BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE']);

/**
 * What the official images of languages and servers set, by the beginnings of their names: the catalogue knows a part.
 * Source: the ENV instructions of github.com/docker-library.
 */
const setByOfficialImages =
  /^(LANG|LANGUAGE|LC_ALL|HOME|TERM|TZ|DEBIAN_FRONTEND|GPG_KEYS?|CA_CERTIFICATES_\w+|SSL_\w+|LD_\w+)$|^(APACHE|ASPNET|ASPNETCORE|BUN|BUNDLE|BUNDLER|CARGO|CATALINA|COMPOSER|DENO|DOTNET|ELIXIR|ERLANG|GEM|GHC|GO|GOLANG|GRADLE|HTTPD|JAVA|JDK|JRE|JULIA|KONG|MAVEN|MONGO|MYSQL|MARIADB|NGINX|NJS|NODE|NPM|NUGET|OTP|PERL|PG|PHP|PHPIZE|PIP|PKG|DYNPKG|POSTGRES|PYPY|PYTHON|RABBITMQ|REBAR3?|REDIS|RUBY|RUBYGEMS|RUST|RUSTUP|SWIFT|TINI|TOMCAT|YARN|XDG)(_|$|[A-Z]*PATH$)/;

/** What variables are set in a stage. Of a base image that is not known, any name may be. */
export function variableScope(stage: Stage): (before: State) => VariableScope {
  const fromBase = mayBeSetByBase(stage);
  const triggered = setByTriggers(stage);
  return ({ env, args }) => ({
    has: (name) =>
      env.has(name) || args.has(name) || triggered.has(name) || tolerated.has(name) || fromBase(name),
    names: () => ['PATH', ...env.keys(), ...args.keys(), ...triggered],
  });
}

function mayBeSetByBase({ image, base }: Stage): (name: string) => boolean {
  // A number or a sign is no name that an image could set.
  const isName = (name: string) => /^[\p{L}_]/u.test(name);
  if (!image || base.kind === 'unknown') return isName;
  const { family, role, language } = image;
  const isBare =
    family === 'scratch' ||
    (family === 'distroless' && language === undefined) ||
    (role === 'os' && /^(alpine|debian|ubuntu|busybox)$/.test(image.reference.repository));
  if (isBare) return () => false;
  if (family === 'official') return (name) => setByOfficialImages.test(name);
  return isName;
}

/** The variables that ONBUILD instructions of the stage below set before the first instruction. */
function setByTriggers({ base }: Stage): ReadonlySet<string> {
  const steps = base.kind === 'stage' ? base.stage.steps : [];
  return new Set(
    steps.flatMap(({ instruction }) =>
      instruction.kind === 'onbuild' && instruction.trigger ? namesOf(instruction.trigger) : [],
    ),
  );
}

function namesOf(trigger: Instruction): readonly string[] {
  return trigger.kind === 'env' || trigger.kind === 'arg' ? trigger.pairs.map(({ key }) => key.value) : [];
}
