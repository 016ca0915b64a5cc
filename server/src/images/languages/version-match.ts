import { known, unknown, type Fact } from '../../text/fact';
import { lookUp } from '../catalogue';
import { DISTROLESS } from '../distroless';
import type { Interpreter } from '../image';
import { parseImageReference } from '../reference';

/** The distroless image of a language that has one for each major version: `nodejs22`, `java21`. */
export function distrolessOfMajor(
  name: string,
  spoken: string,
  { language, version }: Interpreter,
): Fact<string> {
  const [major] = version?.split('.') ?? [];
  if (major === undefined || !/^\d+$/.test(major)) {
    return unknown(`the version of ${spoken} is not known, so no distroless image can be matched to it`);
  }
  const image = `${DISTROLESS}${name}${major}-debian13:nonroot`;
  const reference = parseImageReference(image);
  const facts = reference && lookUp(reference);
  const isMatch = facts?.language === language && facts.languageVersion === major;
  if (!isMatch || facts.status !== 'current') {
    return unknown(`distroless has no image with ${spoken} ${major} that is still updated`);
  }
  return known(image);
}
