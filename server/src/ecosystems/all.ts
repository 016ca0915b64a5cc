import type { Ecosystem } from './ecosystem';
import { c } from './c';
import { compiled } from './compiled';
import { dotnet } from './dotnet';
import { go } from './go';
import { java } from './java';
import { node } from './node';
import { php } from './php';
import { prebuilt } from './prebuilt';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';
import { staticSite } from './static-site';

/** Every language that is converted. A start command goes to the first that knows it. */
export const ecosystems: readonly Ecosystem[] = [
  go,
  dotnet,
  staticSite,
  node,
  java,
  python,
  ruby,
  php,
  rust,
  c,
  compiled,
  prebuilt,
];
