import type { Lock } from './lock';

/** A command of a package that keeps serving, without a shell and without other programs than its own Node.js. */
interface Server {
  readonly package: string;
  /** File in the package; that of the newest versions first. Source: `bin` in the packages' own package.json. */
  readonly file: string;
  /** Whether these arguments make it serve; others may compile, watch or start a shell. */
  serves(args: readonly string[]): boolean;
}

const always = () => true;

const servers: Readonly<Record<string, Server>> = {
  next: { package: 'next', file: 'dist/bin/next', serves: ([verb]) => verb === 'start' },
  'http-server': { package: 'http-server', file: 'bin/http-server', serves: always },
  'ts-node': { package: 'ts-node', file: 'dist/bin.js', serves: always },
  tsx: { package: 'tsx', file: 'dist/cli.mjs', serves: ([verb]) => verb !== 'watch' },
  'remix-serve': { package: '@remix-run/serve', file: 'dist/cli.js', serves: always },
  'react-router-serve': { package: '@react-router/serve', file: 'dist/cli.js', serves: always },
};

/** A command of an installed package as Node.js runs it. */
export interface PackageCommand {
  readonly package: string;
  /** Path seen from the folder of package.json. */
  readonly file: string;
}

/** Undefined for commands of which it is not known that they need nothing but Node.js. */
export function packageCommand(
  name: string,
  args: readonly string[],
  lock: Lock | undefined,
): PackageCommand | undefined {
  const server = Object.hasOwn(servers, name) ? servers[name] : undefined;
  if (!server?.serves(args)) return undefined;
  const locked = lock?.packages.find((each) => each.name === server.package && each.bin.has(name));
  const file = (locked?.bin.get(name) ?? server.file).replace(/^\.\//, '');
  return { package: server.package, file: `node_modules/${server.package}/${file}` };
}

/** Packages whose command has another name than they. Source: `bin` in their own package.json. */
const commandsOf: Readonly<Record<string, readonly string[]>> = {
  typescript: ['tsc'],
  '@nestjs/cli': ['nest'],
  '@angular/cli': ['ng'],
  '@babel/node': ['babel-node'],
  '@babel/cli': ['babel'],
  'webpack-cli': ['webpack'],
  'webpack-dev-server': ['webpack'],
  '@remix-run/dev': ['remix'],
  '@react-router/dev': ['react-router'],
  '@sveltejs/kit': ['svelte-kit', 'vite'],
  '@vue/cli-service': ['vue-cli-service'],
  '@swc/cli': ['swc'],
  'npm-run-all': ['run-s', 'run-p'],
  'npm-run-all2': ['run-s', 'run-p'],
  'ts-node-dev': ['tsnd'],
  'sequelize-cli': ['sequelize'],
  '@mikro-orm/cli': ['mikro-orm'],
  '@strapi/strapi': ['strapi'],
  '@medusajs/medusa-cli': ['medusa'],
  '@medusajs/cli': ['medusa'],
  '@redwoodjs/core': ['rw'],
  '@dotenvx/dotenvx': ['dotenvx'],
  'dotenv-cli': ['dotenv'],
};

/** Names by which a text can mean a package: its own, and those of its commands. */
export function namesOfPackage(name: string): readonly string[] {
  const own = Object.hasOwn(commandsOf, name) ? (commandsOf[name] ?? []) : [];
  return [name, name.replace(/^@[^/]+\//, ''), ...own];
}
