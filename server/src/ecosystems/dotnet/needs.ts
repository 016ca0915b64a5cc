import type { BaseImage } from '../../images/image';
import type { Stage } from '../../model/model';
import type { DotnetCommand } from './commands';
import type { ProjectFile } from './project-file';
import type { SourceNeeds } from './sources';

/** `8.0` of `8.0.204`; undefined for `latest`, previews and names without a minor version. */
export function versionOf(image: BaseImage): string | undefined {
  const tag = image.reference.tag ?? '';
  if (/preview|rc\.|nightly|alpha|beta/.test(tag)) return undefined;
  return /^(\d+\.\d+)(\.\d+)?(-|$)/.exec(tag)?.[1];
}

export interface Packaging {
  /** Brings its own .NET. */
  readonly selfContained: boolean;
  /** Compiled for the machine. */
  readonly native: boolean;
}

export function packagingOf(command: DotnetCommand, file: ProjectFile | undefined): Packaging {
  const says = (name: string) =>
    /^true$/i.test(command.properties.get(name.toLowerCase()) ?? file?.property(name) ?? '');
  const native = says('PublishAot');
  const selfContained = command.selfContained ?? (native || says('SelfContained'));
  return { selfContained: selfContained || native, native };
}

/**
 * The image that has what the program needs: `aspnet` has all of `runtime`. `-extra` adds ICU and time zones, without which
 * cultures and zones fail while the program runs.
 */
export function editionOf(
  packaging: Packaging,
  file: ProjectFile | undefined,
  stage: Stage,
  sources: SourceNeeds,
): string {
  const extra = isInvariant(file, stage) && !sources.timeZones ? '' : '-extra';
  if (packaging.selfContained) return `runtime-deps${extra}`;
  return `${isPlain(file) ? 'runtime' : 'aspnet'}${extra}`;
}

function isInvariant(file: ProjectFile | undefined, stage: Stage): boolean {
  const set = stage.end.env.get('DOTNET_SYSTEM_GLOBALIZATION_INVARIANT');
  const inImage = set?.known === true && set.source !== undefined && /^(1|true)$/i.test(set.value);
  return inImage || /^true$/i.test(file?.property('InvariantGlobalization') ?? '');
}

/** A program of the plain SDK that refers to no other project and to nothing of ASP.NET Core. */
function isPlain(file: ProjectFile | undefined): boolean {
  return file?.sdk === 'Microsoft.NET.Sdk' && file.references.every((name) => !projectOrWeb.test(name));
}

const projectOrWeb = /AspNetCore|\.(cs|fs|vb)proj$|Hosting|Grpc|Swashbuckle|Serilog/i;

/** Packages that need a browser, or libraries that are installed by hand. */
export function beyondImages(file: ProjectFile | undefined): string | undefined {
  return file?.references.find((name) =>
    /^(Microsoft\.Playwright|PuppeteerSharp|Selenium\.WebDriver|DinkToPdf|IronPdf|Wkhtmltopdf)/i.test(name),
  );
}
