import { known, unknown, type Fact } from '../../text/fact';
import { lookUp } from '../catalogue';
import type { Interpreter, RuntimeNeeds } from '../image';
import { parseImageReference } from '../reference';
import { compareVersions } from '../version';
import type { LanguageRuntimes } from './language';

const REGISTRY = 'mcr.microsoft.com/dotnet/';

/**
 * Source: dotnet/dotnet-docker. Chiseled images of 8 and newer stand on Ubuntu 24.04; `-extra` adds ICU and time zones.
 * An edition names the repository, and `-extra` where it is wanted: `aspnet`, `runtime-deps-extra`.
 */
export const dotnetRuntimes: LanguageRuntimes = {
  // Since .NET 8.
  user: { name: 'app', uid: 1654 },
  names: /^(\/usr\/bin\/|\/usr\/share\/dotnet\/)?dotnet$/,
  distroless(interpreter) {
    const { version, edition = 'aspnet-extra' } = interpreter;
    if (version === undefined || compareVersions(version, '8.0') < 0)
      return unknown('the images without a shell have another user and other names before .NET 8');
    const extra = edition.endsWith('-extra') ? '-extra' : '';
    return image(edition.replace(/-extra$/, ''), `${version}-noble-chiseled${extra}`);
  },
  distrolessPath: () => '/usr/bin/dotnet',
  slim: ({ version, edition = 'aspnet' }: Interpreter, { builder }: RuntimeNeeds) => {
    if (version === undefined) return unknown('the version of .NET is not known');
    if (builder?.libc === 'musl' && edition.endsWith('-extra'))
      return unknown('the Alpine images of .NET have neither ICU nor time zones, which the program may need');
    // The release of the distribution that the author chose: `8.0-jammy`, `8.0-alpine3.20`.
    const [, variant = ''] = /^\d+\.\d+(?:\.\d+)?(-[a-z][\w.-]*)?$/.exec(builder?.reference.tag ?? '') ?? [];
    return image(edition.replace(/-extra$/, ''), version + variant.replace(/-aot$/, ''));
  },
};

function image(repository: string, tag: string): Fact<string> {
  const name = `${REGISTRY}${repository}:${tag}`;
  const reference = parseImageReference(name);
  return reference && lookUp(reference) ? known(name) : unknown(`${name} is not known`);
}
