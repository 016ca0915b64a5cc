import type { Project } from '../../project/project';

/** Programs of the full images, and of their ImageMagick, with the package that has them in Debian and in Alpine alike. */
const packageOf: Readonly<Record<string, string>> = {
  git: 'git',
  curl: 'curl',
  wget: 'wget',
  convert: 'imagemagick',
  identify: 'imagemagick',
  mogrify: 'imagemagick',
  ssh: 'openssh-client',
  scp: 'openssh-client',
  svn: 'subversion',
  hg: 'mercurial',
  gpg: 'gnupg',
  ps: 'procps',
  file: 'file',
  unzip: 'unzip',
  make: 'make',
  gcc: 'gcc',
};

/** Kernel#system and its kin, backticks and %x, with the program's name written out. Source: ruby-doc.org, Kernel, Open3, IO. */
const call =
  /(?:\b(?:system|exec|spawn|popen[23]?e?|capture[23]e?|pipeline\w*)\s*\(?\s*|`|%x[({[|!])["']?([a-z][\w.-]*)(?=[\s"'`)\]}])/g;

/** Packages with the programs that the sources start by name and that a full image has without being asked. */
export function packagesOfSpawned(project: Project): string[] {
  const found = new Set<string>();
  for (const { path } of project.files) {
    if (!/\.(rb|ru|rake)$/.test(path) || /(^|\/)(spec|test|vendor|node_modules)\//.test(path)) continue;
    for (const [, name = ''] of (project.read(path) ?? '').matchAll(call)) {
      if (Object.hasOwn(packageOf, name)) found.add(packageOf[name] ?? name);
    }
  }
  return [...found];
}
