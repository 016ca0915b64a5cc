import type { BaseImage } from '../../images/image';

/** How many parts of a version make a line of releases that programs are built for. */
const lineLength: Readonly<Record<string, number>> = {
  node: 1,
  java: 1,
  dotnet: 1,
  python: 2,
  ruby: 2,
  php: 2,
};

/** `18` of Node.js 18.4, `3.12` of Python 3.12.1; undefined where the tag does not tell, and for other languages. */
export function runtimeLine(image: BaseImage | undefined): string | undefined {
  const { language, languageVersion } = image ?? {};
  const length = language === undefined ? undefined : lineLength[language];
  if (length === undefined || languageVersion === undefined) return undefined;
  const parts = languageVersion.split('.');
  return parts.length < length ? undefined : parts.slice(0, length).join('.');
}
