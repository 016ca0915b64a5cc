import { disableCgo } from '../../ecosystems/go/corrections';
import { linkingOf } from '../../ecosystems/go/link';
import { mainPackageOf } from '../../ecosystems/go/sources';
import { programAt, type BuiltProgram } from '../../ecosystems/go/trace';
import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { basename } from '../../text/path';
import type { DynamicBinary } from './dynamic-binary';
import { chainOf } from './shipped';
import { toolchainPackages } from './toolchain';

/**
 * The Go program at a path, when it is certain that Go links it dynamically: cgo is on, a C compiler is there, and the
 * program uses a package that is written in C in part. `static` for all other Go programs.
 */
export function goBinary(stage: Stage, path: string, project: Project): DynamicBinary | 'static' | undefined {
  if (chainOf(stage).length > longestChain) return undefined;
  const program = programAt(stage, path, project);
  if (!program) return undefined;
  const libc = program.stage.image?.libc;
  if ((libc !== 'glibc' && libc !== 'musl') || !hasCompiler(program.stage) || hasUncertainFlags(program))
    return 'static';
  const main = mainPackageOf(program.output, project);
  if (!main.known) return 'static';
  const linking = linkingOf(program.call, program.stage.image, project, main.value);
  if (!linking.known) return 'static';
  const builder = {
    language: 'Go' as const,
    stage: program.stage,
    libc,
    built: program.call.carrier.command.span,
  };
  const runtime = linking.value.cxx ? ('libstdc++' as const) : undefined;
  if (linking.value.libc !== 'none')
    return { ...builder, because: linking.value.reason, runtime, fix: undefined };
  const imported = main.value.packages.flatMap(({ imports }) => imports).find((name) => usesLibc.test(name));
  if (!linking.value.disableCgo || imported === undefined) return 'static';
  return {
    ...builder,
    because: `cgo is on, and the program imports ${imported}`,
    runtime,
    fix: {
      title: `Compile ${basename(path)} with CGO_ENABLED=0`,
      safety: 'review',
      edits: () => [disableCgo(program.call, program.step)],
    },
  };
}

/** Nobody stacks more stages than that; each of them is searched once for each of those above it. */
const longestChain = 20;

/** Packages of the standard library that ask the C library for names of hosts and users, when cgo is on, or that import such. */
const usesLibc =
  /^(net|net\/(http|rpc)(\/.*)?|net\/(smtp|textproto|mail)|crypto\/(tls|x509)|log\/syslog|expvar|mime\/multipart|os\/user)$/;

/** Without a C compiler Go turns cgo off by itself (since 1.20; before, the linker fell back to Go's own code). */
function hasCompiler(stage: Stage): boolean {
  const { image } = stage;
  const ownImage = image?.reference.registry === 'docker.io' && image.reference.repository === 'golang';
  if (ownImage && image?.libc === 'glibc') return true;
  return toolchainPackages(stage).some(({ language }) => language === 'c' || language === 'c++');
}

/** Flags and variables that may make it static, or compile for another machine, where cgo is off. */
function hasUncertainFlags({ call: { go, command } }: BuiltProgram): boolean {
  const setting = command.env.get('CGO_ENABLED');
  if (setting && (!setting.known || setting.value === '0')) return true;
  for (const name of ['ldflags', 'tags', 'buildmode', 'gcflags', 'toolexec', 'compiler']) {
    const flag = go.flags.get(name);
    if (flag && (!flag.known || /static|netgo|osusergo|zig/.test(flag.value))) return true;
  }
  if (['GOFLAGS', 'CC', 'CGO_LDFLAGS'].some((name) => command.env.has(name))) return true;
  const arch = command.env.get('GOARCH');
  return arch !== undefined && !(arch.known && arch.value === 'amd64');
}
