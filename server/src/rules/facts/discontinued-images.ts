import { canonicalName } from '../../images/entries';
import type { ImageReference } from '../../images/image';

/** An image that its publishers gave up as a whole, and what they name instead. */
export interface Discontinued {
  /** As a sentence. */
  readonly because: string;
  /** As a phrase: "an image such as eclipse-temurin". */
  readonly instead: string;
  /** A reference to change to, where a counterpart exists under a name that follows from the tag. */
  readonly successor: string | undefined;
}

interface Row {
  readonly name: RegExp;
  readonly because: string;
  readonly instead: string;
  successorOf?(tag: string): string | undefined;
}

/** Sources: the deprecation notices on Docker Hub, Microsoft's artifact registry and kubernetes.io. */
const rows: readonly Row[] = [
  {
    name: /^openjdk$/,
    because:
      'The openjdk image is deprecated: since 2022 it gets early-access builds alone, and no security updates.',
    instead: 'eclipse-temurin or amazoncorretto, which are updated',
    successorOf: temurinFor,
  },
  {
    name: /^java$/,
    because: 'The java image is deprecated since 2016 and gets no updates.',
    instead: 'eclipse-temurin',
  },
  {
    name: /^adoptopenjdk(\/|$)/,
    because: 'AdoptOpenJDK became Eclipse Temurin in 2021, and its images get no updates since.',
    instead: 'eclipse-temurin',
  },
  {
    name: /^centos$/,
    because:
      'CentOS Linux has ended (version 8 on 2021-12-31, version 7 on 2024-06-30) and gets no security updates.',
    instead: 'almalinux or a Red Hat universal base image (UBI)',
  },
  {
    name: /^rockylinux$/,
    because: 'The official image rockylinux is deprecated and no longer updated.',
    instead: 'rockylinux/rockylinux, which the Rocky Linux project publishes itself',
    successorOf: (tag) => (/^(8|9)(\.\d+)?$/.test(tag) ? `rockylinux/rockylinux:${tag}` : undefined),
  },
  {
    name: /^microsoft\/(dotnet|aspnetcore)(-[a-z-]+)?$|^mcr\.microsoft\.com\/dotnet\/core\//,
    because: 'These .NET Core images are discontinued: no version in them is supported.',
    instead: 'mcr.microsoft.com/dotnet/aspnet or mcr.microsoft.com/dotnet/runtime',
  },
  {
    name: /^k8s\.gcr\.io\//,
    because: 'The registry k8s.gcr.io is frozen since 2023-04-03: no newer image or fix arrives there.',
    instead: 'the same image from registry.k8s.io',
  },
];

/** Undefined for images that are still published, and for those that are not known. */
export function discontinued(reference: ImageReference): Discontinued | undefined {
  const name = canonicalName(reference);
  const row = rows.find((each) => each.name.test(name));
  if (!row) return undefined;
  const { because, instead } = row;
  return { because, instead, successor: row.successorOf?.(reference.tag ?? 'latest') };
}

/** Versions that Temurin publishes as JDK and JRE. */
const temurinVersions = new Set(['8', '11', '17', '21', '25']);

/** `openjdk:17-jdk-slim` -> `eclipse-temurin:17-jdk`, `openjdk:8-jre-alpine` -> `eclipse-temurin:8-jre-alpine`. */
function temurinFor(tag: string): string | undefined {
  const [, major = '', rest = ''] = /^(\d+)(?:u\d+|(?:\.\d+)*)?((?:-[a-z0-9.]+)*)$/.exec(tag) ?? [];
  if (!temurinVersions.has(major) || /windows|nanoserver|oracle/.test(rest)) return undefined;
  return `eclipse-temurin:${major}-${/-jre/.test(rest) ? 'jre' : 'jdk'}${/alpine/.test(rest) ? '-alpine' : ''}`;
}
