import { unknown } from '../../text/fact';
import { carriedPython } from '../carried-python';
import { slimCounterpart } from '../slim-counterpart';
import type { LanguageRuntimes } from './language';

export const pythonRuntimes: LanguageRuntimes = {
  names: /^(\/usr\/local\/bin\/)?python(3(\.\d+)?)?$/,
  // Its packages would have to move, and the scripts that pip makes name an interpreter that is not there.
  distroless: () => unknown('what pip installs names the interpreter of the builder'),
  distrolessPath: () => '/usr/bin/python3',
  carried: carriedPython,
  slim: (_, { builder }) => slimCounterpart(builder),
};
