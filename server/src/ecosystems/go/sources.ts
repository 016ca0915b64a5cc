import type { Project } from '../../project/project';
import { known, unknown, type Fact } from '../../text/fact';
import type { GoOutput } from './builds';
import { goPackages } from './packages';
import { reachablePackages, type Reachable } from './reach';

/** The packages of the build context that a program is compiled from; unknown when its sources are elsewhere. */
export function mainPackageOf(output: GoOutput, project: Project): Fact<Reachable> {
  const { contextFolder, module } = output;
  if (contextFolder === undefined || !module) {
    return unknown(`the sources of ${output.name} are not in the build context`);
  }
  const options = { modulePath: module.modulePath };
  const pkg = goPackages(project, module.contextRoot, options).find(({ dir }) => dir === contextFolder);
  const place = contextFolder === '' ? 'the build context' : contextFolder;
  if (!pkg) {
    return unknown(
      project.truncated ? 'the build context is too large to be read in full' : `${place} holds no Go files`,
    );
  }
  if (!pkg.isMain) return unknown(`the Go package in ${place} is no program: it is not package main`);
  return known(reachablePackages(project, pkg, options));
}
