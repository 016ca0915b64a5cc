import { unknown } from '../../text/fact';
import { slimCounterpart } from '../slim-counterpart';
import type { LanguageRuntimes } from './language';

export const rubyRuntimes: LanguageRuntimes = {
  names: /^(\/usr\/local\/bin\/)?ruby$/,
  distroless: () => unknown('there is no distroless image with Ruby'),
  distrolessPath: () => 'ruby',
  slim: (_, { builder }) => slimCounterpart(builder),
};
