import { packagePurpose } from '../model/effects/package-purpose';
import type { Stage, Step } from '../model/model';
import type { Reason } from './conversion';

/** Packages that distributions do not have, or not in the version that a source of its own brings. */
const ofOthers =
  /^(yarn|nodejs|google-(chrome|cloud)-.+|docker-.+|mongodb.*|postgresql(-client)?-\d+|msodbcsql\d+|mssql-tools\d*|temurin-.+|zulu.+|kubectl|gh|azure-cli|terraform|powershell|(dotnet|aspnetcore)-.+|php\d.*|newrelic.*|datadog.*)$/;

const addsSource =
  /deb\.nodesource\.com|dl\.yarnpkg\.com|packages\.microsoft\.com|apt\.postgresql\.org|dl\.google\.com\/linux|packages\.cloud\.google\.com|download\.docker\.com|repo\.mongodb\.org|packagecloud\.io|\b(add-apt-repository|apt-add-repository)\b|\/etc\/apt\/sources\.list\.d\/\S+\.(list|sources)/;

/** Why packages that a builder installs cannot be installed anew: the image that ships has not its package sources. */
export function foreignPackage(stage: Stage, packages: readonly string[]): Reason | undefined {
  const old = packages.length > 0 ? runWith(stage, /\barchive\.debian\.org\b/) : undefined;
  if (old)
    return {
      message: `${packages.join(', ')}: the packages of this release are at archive.debian.org only, where the image that ships does not look`,
      at: old.instruction.span,
    };
  const source = runWith(stage, addsSource);
  const name = packages.find((each) => ofOthers.test(each) || packagePurpose('apt', each) === undefined);
  if (!source || name === undefined || /-(dev|devel)$/.test(name)) return undefined;
  return {
    message: `${name} is needed at run time and may come from the package source that the file adds, which the image that ships does not have`,
    at: source.instruction.span,
  };
}

function runWith({ steps }: Stage, text: RegExp): Step | undefined {
  return steps.find(({ instruction }) => instruction.kind === 'run' && text.test(instruction.body.text));
}
