import { expandWord } from '../../dockerfile/variables';
import { parseImageReference } from '../../images/reference';
import type { Rule } from '../rule';
import { buildkitCheck, type CheckFinding } from './facts/check';
import { defaultArgs } from './facts/global-args';

export const invalidDefaultArgInFrom: Rule = buildkitCheck({
  id: 'InvalidDefaultArgInFrom',
  severity: 'warning',
  serves: ['reproducibility', 'maintenance'],
  summary: 'FROM names no valid image unless the build is given arguments.',
  fixable: 'no',
  find({ model: { stages, dockerfile } }) {
    const lookup = defaultArgs(dockerfile, stages.at(-1)?.name?.toLowerCase());
    const findings: CheckFinding[] = [];
    for (const { from } of lookup ? stages : []) {
      const { image } = from;
      if (!image) continue;
      const name = expandWord(image, dockerfile.escape, (variable) => lookup?.(variable));
      // Where a name cannot be expanded the build stops, and BuildKit looks at no further stage.
      if (!name.known) break;
      if (parseImageReference(name.value)) continue;
      const given = image.raw.includes('$')
        ? `Without --build-arg, ${image.raw} is ${name.value === '' ? 'empty' : `"${name.value}"`}, which is no valid image name: give the ARG a default`
        : `"${name.value}" is no valid image name`;
      findings.push({ at: image.span, message: `${given}.` });
    }
    return findings;
  },
});
