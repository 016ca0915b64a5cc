import { evaluator } from './evaluate';
import type { GoExpression } from './expressions';
import type { Reachable } from './reach';
import { callsOf, placeAt } from './runtime-use';

/**
 * Frameworks that serve from children of their own, which end as soon as their parent is process 1: they take it for
 * the heir of a parent that ended. Source: gofiber/fiber v1 to v3, prefork.go.
 */
const preforking = /^github\.com\/(?:gofiber|goravel)\/fiber(?:\/|$)/;
const preforkSetting = /(?:^|\.)(?:enable)?prefork$/i;

/**
 * Why a program may not become process 1 of a container when it is not today: its own sources ask for their parent, or
 * have a framework fork. Undefined when nothing says so. Third-party modules are not looked into.
 */
export function asksForParent(reachable: Reachable): string | undefined {
  for (const { call, callee, place } of callsOf(reachable, evaluator(reachable))) {
    if (callee !== 'os.Getppid' && callee !== 'syscall.Getppid') continue;
    const { file, line } = placeAt(place, call.offset);
    return `${file}:${line} asks for the parent process`;
  }
  for (const { file } of reachable.packages.flatMap((pkg) => pkg.files.map((each) => ({ file: each })))) {
    if (!file.head.imports.some(({ path }) => preforking.test(path))) continue;
    const { lists, bindings } = file.body();
    const settings = [
      ...lists.flatMap(({ items }) => items.map(({ key, value }) => ({ name: key ?? '', value }))),
      ...bindings,
    ];
    const found = settings.find(({ name, value }) => preforkSetting.test(name) && !isFalse(value));
    if (found) {
      const line = file.lineAt(found.value.offset);
      return `${file.path}:${line} sets ${found.name}, and its children end when their parent is process 1`;
    }
  }
  return undefined;
}

function isFalse(value: GoExpression): boolean {
  return value.kind === 'name' && value.name === 'false';
}
