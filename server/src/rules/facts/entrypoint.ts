import type { Stage, Start } from '../../model/model';
import { shippedSteps } from './shipped';

/**
 * The ENTRYPOINT that a container of the stage starts with: the file's own or the base image's. `none` when it is
 * certain that there is none; undefined when the base image may have one.
 */
export function entrypointOf(stage: Stage): Start | 'none' | undefined {
  const { entrypoint } = stage.end;
  if (entrypoint) return entrypoint;
  const isSet = shippedSteps(stage).some(({ instruction }) => instruction.kind === 'entrypoint');
  return isSet || stage.image?.entrypoint !== undefined ? 'none' : undefined;
}
