import { known, unknown, type Fact } from '../../text/fact';
import { carriedPython, hasOfficialPython } from '../carried-python';
import type { BaseImage } from '../image';
import { slimCounterpart } from '../slim-counterpart';
import type { LanguageRuntimes } from './language';

export const pythonRuntimes: LanguageRuntimes = {
  names: /^(\/usr\/local\/bin\/)?python(3(\.\d+)?)?$/,
  // Its packages would have to move, and the scripts that pip makes name an interpreter that is not there.
  distroless: () => unknown('what pip installs names the interpreter of the builder'),
  distrolessPath: () => '/usr/bin/python3',
  carried: carriedPython,
  slim: (_, { builder }) =>
    builder && hasOfficialPython(builder) && builder.family === 'other'
      ? slimWithUv(builder)
      : slimCounterpart(builder),
};

/** uv's own images tag a slim variant of each release: `python3.12-bookworm` -> `python3.12-bookworm-slim`. */
function slimWithUv({ reference, slim }: BaseImage): Fact<string> {
  if (slim) return known(reference.raw);
  const { raw, tag, digest } = reference;
  return tag !== undefined && digest === undefined && /python3\.\d+(\.\d+)?-[a-z]+$/.test(tag)
    ? known(`${raw}-slim`)
    : unknown(`no slim variant of ${raw} is known`);
}
