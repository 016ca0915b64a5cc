import type { Ecosystem } from './ecosystem';
import { c } from './c';
import { go } from './go';
import { java } from './java';
import { node } from './node';
import { ruby } from './ruby';
import { staticSite } from './static-site';
import { rust } from './rust';

/** Every language that is converted. A start command goes to the first that knows it. */
export const ecosystems: readonly Ecosystem[] = [go, staticSite, node, java, ruby, rust, c];
