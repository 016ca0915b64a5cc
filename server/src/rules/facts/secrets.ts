import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { basename, normalisePath } from '../../text/path';

/** What makes a file a secret, by its name alone; names of examples and of public halves do not match. */
const secretNames: readonly (readonly [RegExp, string])[] = [
  [/^\.env(\.local|\.production\.local)?$/, 'An .env file is made to hold secrets'],
  [/^\.netrc$/, '.netrc holds passwords'],
  [/^\.git-credentials$/, '.git-credentials holds passwords'],
  [/^\.pypirc$/, '.pypirc holds passwords for package indexes'],
  [/^\.pgpass$/, '.pgpass holds passwords'],
  [/^id_(rsa|dsa|ecdsa|ed25519)$/, 'This is a private SSH key'],
  [/^(privkey|private[-_.]?key|private|server[-_.]key|key)\.pem$/, 'This is a private key'],
  [/^(server|tls|ssl|private|client|localhost|privkey)\.key$/, 'This is a private key'],
  [/\.(p12|pfx)$/, 'This key store holds a private key'],
  [
    /^(service[-_]?account[\w-]*|gcp-credentials|google-credentials|client_secrets?)\.json$/,
    'This file holds credentials of a cloud account',
  ],
];

const secretPaths: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)\.aws(\/credentials)?$/, 'This holds the keys of an AWS account'],
  [/(^|\/)\.docker\/config\.json$/, 'Docker keeps the passwords of registries in this file'],
  [/(^|\/)\.ssh$/, 'An .ssh folder holds private keys'],
  [/(^|\/)\.kube\/config$/, 'This file holds the keys of a cluster'],
];

/**
 * Why a file that is copied is a secret, as the beginning of a sentence; undefined when it is none, or may be none.
 *
 * @param path in the build context, or in the stage that it comes from; an .npmrc or .env of the context is looked into
 */
export function secretFile(path: string, project: Project, stage: Stage): string | undefined {
  const plain = normalisePath(path).replace(/\/$/, '');
  const name = basename(plain);
  if (name === '.npmrc') return npmSecret(plain, project, stage);
  if (isHarmless(plain.replace(/^\//, ''), project)) return undefined;
  return (
    secretNames.find(([pattern]) => pattern.test(name))?.[1] ??
    secretPaths.find(([pattern]) => pattern.test(plain))?.[1]
  );
}

/** Files for secrets that lie directly in a folder of the build context, by their paths in it. */
export function secretsIn(source: string, project: Project): readonly string[] {
  const folder = normalisePath(`/${source}`).replace(/^\/|\/$/g, '');
  if (project.truncated || /[*?[]/.test(source) || !project.isFolder(folder)) return [];
  return ['.env', '.env.local', '.netrc', '.git-credentials', '.pypirc', '.pgpass']
    .map((name) => (folder === '' ? name : `${folder}/${name}`))
    .filter((path) => project.has(path) && !project.isFolder(path) && !isHarmless(path, project));
}

/** An .env file that was read, and in which no variable with the name of a secret has a value. */
function isHarmless(path: string, project: Project): boolean {
  const text = /^\.env/.test(basename(path)) ? project.read(path) : undefined;
  return (
    text !== undefined &&
    !/^\s*(export\s+)?\w*(KEY|SECRET|TOKEN|PASS|PWD|CREDENTIAL|AUTH)\w*\s*=\s*["']?[^\s"'#]/im.test(text)
  );
}

/** Most .npmrc files hold harmless settings. It holds a token where its text shows one, or where the stage is given one. */
function npmSecret(path: string, project: Project, stage: Stage): string | undefined {
  const text = project.read(path.replace(/^\//, ''));
  const found =
    text === undefined
      ? [...stage.end.args.keys()].some((arg) =>
          /^(NPM|NODE|GITHUB|GITLAB|NEXUS|ARTIFACTORY)\w*(TOKEN|AUTH|PASSWORD)/.test(arg),
        )
      : /:_(authToken|auth|password)\s*=\s*(?!\$\{|\s*$)\S/m.test(text);
  return found ? '.npmrc holds the token for a package registry' : undefined;
}

/** Forms of tokens that their services document. */
const tokens: readonly (readonly [RegExp, string])[] = [
  [/\bAKIA[A-Z2-7]{16}\b/, 'the key of an AWS account'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{60,}\b/, 'a GitHub token'],
  [/\bglpat-[\w-]{20,}/, 'a GitLab token'],
  [/\bxox[abprs]-[\w-]{10,}/, 'a Slack token'],
  [/\bnpm_[A-Za-z0-9]{36}\b/, 'an npm token'],
  [/\bsk_live_[A-Za-z0-9]{16,}/, 'a Stripe key'],
  [/\bAIza[\w-]{35}\b/, 'a Google API key'],
  [/-----BEGIN ([A-Z]+ )?PRIVATE KEY-----/, 'a private key'],
  [/\bpypi-AgE[\w-]{50,}/, 'a PyPI token'],
  [/\bdckr_pat_[\w-]{20,}/, 'a Docker Hub token'],
];

/** What a value is, as a phrase: "a GitHub token". Keys that documentations use as examples are none. */
export function secretValue(value: string): string | undefined {
  return /EXAMPLE|X{6}|0{8}/i.test(value) ? undefined : tokens.find(([pattern]) => pattern.test(value))?.[1];
}
