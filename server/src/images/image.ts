/** A reference as written after FROM or in `COPY --from=`, taken apart. No field is expanded or guessed. */
export interface ImageReference {
  readonly raw: string;
  /** `docker.io` when none is written. */
  readonly registry: string;
  /** Without registry; `library/` removed for Docker Hub's official images. */
  readonly repository: string;
  /** Undefined when neither tag nor digest is written, or when there is only a digest. */
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

export interface ImageUser {
  readonly name: string | undefined;
  readonly uid: number;
}

export type Libc = 'glibc' | 'musl' | 'none';

export type PackageManager = 'apt' | 'apk' | 'dnf' | 'microdnf' | 'yum' | 'zypper' | 'pacman' | 'none';

/** What the catalogue knows of one tag of a base image. An undefined field is not known: be silent about it. */
export interface BaseImage {
  readonly reference: ImageReference;
  readonly family:
    'distroless' | 'official' | 'dhi' | 'chainguard' | 'redhat' | 'other' | 'alpine' | 'chiseled' | 'scratch';
  /** `toolchain`: compilers or a language's development kit; `os`: a general system; `minimal`: less than an OS. */
  readonly role: 'runtime' | 'minimal' | 'toolchain' | 'os';
  readonly language: string | undefined;
  /** Version of the language or runtime as far as the tag says it, `1.22`, `3.13`. */
  readonly languageVersion: string | undefined;
  readonly libc: Libc | undefined;
  /** glibc version as `[2, 41]`. */
  readonly glibc: readonly [number, number] | undefined;
  /** Distribution and release that the tag is built on: `debian` 13, `alpine` 3.22, `ubuntu` 24.04. */
  readonly distribution:
    { readonly name: string; readonly version: string; readonly codename: string | undefined } | undefined;
  /** Small variant of its repository (`-slim`, `-alpine`, distroless, scratch). */
  readonly slim: boolean;
  /** Path of a POSIX shell that shell-form instructions can use (`/bin/sh`), `null` when there is none there. */
  readonly shell: string | null | undefined;
  readonly packageManager: PackageManager | undefined;
  readonly user: ImageUser | undefined;
  readonly workdir: string | undefined;
  readonly entrypoint: readonly string[] | undefined;
  readonly cmd: readonly string[] | undefined;
  readonly env: Readonly<Record<string, string>>;
  /** `debug` tag of a distroless image: carries a busybox shell. */
  readonly debug: boolean;
  readonly status: 'current' | 'deprecated' | 'end-of-life';
  /** When support ended or ends, ISO date. */
  readonly endOfLife: string | undefined;
  /** Reference to use instead of a deprecated or ended one, tag included. */
  readonly successor: string | undefined;
  /** Compressed transfer size in bytes, amd64, where a source gives it; an estimate. */
  readonly compressedBytes: number | undefined;
  /** Size on disk in bytes, where a source gives it; an estimate. */
  readonly diskBytes: number | undefined;
}

/** What runs a program that is not machine code: an interpreter or a virtual machine. */
export interface Interpreter {
  /** As in {@link BaseImage.language}: `node`, `python`, `java`. */
  readonly language: string;
  /** As far as it is known: `22`, `3.12`, `21`; undefined when nothing tells. */
  readonly version: string | undefined;
  /** The one file that it is in the builder, where neither the image nor the packages of its distribution brought it. */
  readonly file?: string;
  /** The program starts it by its plain name too: it has to be in PATH. */
  readonly byName?: boolean;
  /** Which of several images of one version, for languages that have them: `aspnet`, `runtime-deps`. */
  readonly edition?: string;
  /** Folders with machine code that it loads, beside its own: virtual environments. */
  readonly folders?: readonly string[];
  /** The program installs packages while it runs. */
  readonly usesPackageManager?: boolean;
}

/** What a program needs of the image that runs it. */
export interface RuntimeNeeds {
  /** Undefined for machine code. */
  readonly interpreter?: Interpreter | undefined;
  /** Files that a web server hands out: nothing else of the builder is needed. */
  readonly webServer?: boolean | undefined;
  /** C library that the program's binaries are linked against; `none` for static ones. */
  readonly libc: Libc;
  /** Newest glibc symbol version that the builder can have linked; undefined when unknown or not glibc. */
  readonly builderGlibc: readonly [number, number] | undefined;
  /** libgcc_s or libstdc++ (C++, Rust, some cgo). */
  readonly cxxRuntime: boolean;
  /** libssl of the system. */
  readonly openssl: boolean;
  /** A shell: shell-form start command, scripts. */
  readonly shell: boolean;
  /** OS packages, by the builder's package manager, needed while running and absent from distroless. */
  readonly packages: readonly string[];
  /** Shared libraries that the builder can hand over; undefined for a program whose libraries every image has. */
  readonly gathers?: GatheredNeeds | undefined;
  /** Base image of the stage that is being replaced, to find the slim counterpart of the same distribution. */
  readonly builder: BaseImage | undefined;
}

/** Programs whose shared libraries can be copied from the builder. */
export interface GatheredNeeds {
  /** Absolute paths in the builder. */
  readonly programs: readonly string[];
  /** No package is known to have all of them: an image with a package manager needs the copies as well. */
  readonly required: boolean;
}

export type RuntimeFlavour = 'auto' | 'distroless' | 'slim' | 'scratch' | 'alpine' | 'chainguard';

/** A rung of the ladder that meets the needs. */
export interface RuntimeImage {
  readonly rung: 'static' | 'base' | 'cc' | 'language' | 'carried' | 'slim' | 'scratch' | 'server';
  /** For FROM, tag included. */
  readonly image: string;
  readonly facts: BaseImage;
  /** Why this one: a sentence for the user. */
  readonly because: string;
  /** How the start command names the interpreter there; undefined where its plain name is found through PATH. */
  readonly interpreterPath?: string;
  /** What has to be brought from the builder before the program can start; undefined for nothing. */
  readonly carries?: CarriedParts;
}

/** An interpreter, or shared libraries, copied from the builder onto an image that has the C library for them. */
export interface CarriedParts {
  /** Instructions at the builder's end that lay it out, without line ending. */
  readonly prepares: readonly { readonly text: string; readonly reason: string }[];
  /** Absolute paths in builder and runtime. */
  readonly copies: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
  /** Variables that it needs, beside those of the author. */
  readonly env: readonly { readonly name: string; readonly value: string; readonly reason: string }[];
}
