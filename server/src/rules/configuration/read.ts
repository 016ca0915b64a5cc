import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { runtimeFlavours } from '../../images/flavours';
import type { Span } from '../../text/span';
import { nearest } from '../facts/spelling';
import {
  emptyConfiguration,
  isPattern,
  severityLevels,
  type Configuration,
  type Override,
  type Severities,
} from './configuration';

export interface ConfigurationReading {
  /** What is valid in the file; what is not is left out. */
  readonly configuration: Configuration;
  /** In document order. */
  readonly problems: readonly ConfigurationProblem[];
}

export interface ConfigurationProblem {
  readonly message: string;
  readonly at: Span;
}

/**
 * Reads a configuration file: JSON, with comments and trailing commas. Never throws.
 * @param ruleIds of the rules that there are.
 */
export function readConfiguration(text: string, ruleIds: readonly string[]): ConfigurationReading {
  const problems: ConfigurationProblem[] = [];
  // As long as the text, so that offsets stay.
  const plain = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const root = parsed(plain, problems);
  const read = reader(ruleIds, (message, { offset, length }) =>
    problems.push({ message, at: { start: offset, end: offset + length } }),
  );
  const configuration = root ? read(root) : emptyConfiguration;
  return { configuration, problems: problems.sort((a, b) => a.at.start - b.at.start) };
}

function parsed(text: string, problems: ConfigurationProblem[]): Node | undefined {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: false });
    // What follows the first error is often its consequence.
    const [first] = errors;
    if (first) {
      const { error, offset, length } = first;
      problems.push({
        message: syntaxError(printParseErrorCode(error)),
        at: { start: offset, end: offset + length },
      });
    }
    return root;
  } catch {
    problems.push({ message: 'too deeply nested', at: { start: 0, end: 0 } });
    return undefined;
  }
}

/** `CommaExpected` -> `not valid JSON: comma expected`. */
function syntaxError(code: string): string {
  return `not valid JSON: ${code.replace(/(?!^)([A-Z])/g, ' $1').toLowerCase()}`;
}

type Report = (message: string, at: Node) => void;

function reader(ruleIds: readonly string[], report: Report): (root: Node) => Configuration {
  function severities(node: Node): Severities {
    const read: Record<string, Severities[string]> = {};
    for (const [id, key, value] of properties(node, 'an object of severities by rule', report)) {
      const level = severityLevels.find((each) => each === value.value);
      if (!ruleIds.includes(id)) report(noSuch('rule', id, ruleIds), key);
      else if (level === undefined) report(`"${id}" must be one of ${quoted(severityLevels)}`, value);
      else read[id] = level;
    }
    return read;
  }

  function override(node: Node): Override[] {
    let files: readonly string[] | undefined;
    let rules: Severities = {};
    for (const [name, key, value] of properties(node, 'an object with "files" and "rules"', report)) {
      if (name === 'files')
        files = value.type === 'string' ? patterns([value], report) : patterns(items(value, report), report);
      else if (name === 'rules') rules = severities(value);
      else report(noSuch('key', name, ['files', 'rules']), key);
    }
    if (node.type === 'object' && files === undefined) report('an override needs "files"', node);
    return files === undefined ? [] : [{ files, rules }];
  }

  return (root) => {
    let read = emptyConfiguration;
    const take = (more: Partial<Configuration>): void => void (read = { ...read, ...more });
    const keys: Readonly<Record<string, (value: Node) => void>> = {
      $schema: () => undefined,
      rules: (value) => take({ rules: severities(value) }),
      overrides: (value) => take({ overrides: items(value, report).flatMap(override) }),
      runtime(value) {
        const runtime = runtimeFlavours.find((each) => each === value.value);
        if (runtime === undefined) report(`"runtime" must be one of ${quoted(runtimeFlavours)}`, value);
        else take({ runtime });
      },
      trustedRegistries: (value) => take({ trustedRegistries: texts(value, report) }),
      targets: (value) => take({ targets: texts(value, report) }),
    };
    for (const [name, key, value] of properties(root, 'an object', report)) {
      const known = Object.hasOwn(keys, name) ? keys[name] : undefined;
      if (known) known(value);
      else report(noSuch('key', name, Object.keys(keys)), key);
    }
    return read;
  };
}

/** Key, the node of the key, and that of the value. Of a key that is given twice the last value counts, as in JSON. */
function properties(node: Node, expected: string, report: Report): [name: string, key: Node, value: Node][] {
  if (node.type !== 'object') {
    report(`${expected} is expected here`, node);
    return [];
  }
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }): [string, Node, Node][] => {
    if (!key || !value || typeof key.value !== 'string') return [];
    if (seen.has(key.value)) report(`"${key.value}" is given twice`, key);
    seen.add(key.value);
    return [[key.value, key, value]];
  });
}

function items(node: Node, report: Report): readonly Node[] {
  if (node.type === 'array') return node.children ?? [];
  report('a list is expected here', node);
  return [];
}

function texts(node: Node, report: Report): readonly string[] {
  return items(node, report).flatMap((item) => text(item, report));
}

function patterns(nodes: readonly Node[], report: Report): readonly string[] {
  return nodes.flatMap((node) => {
    const [pattern] = text(node, report);
    if (pattern === undefined || isPattern(pattern)) return pattern ?? [];
    report(`"${pattern}" is not a pattern for paths`, node);
    return [];
  });
}

function text(node: Node, report: Report): readonly string[] {
  if (typeof node.value === 'string' && node.value.trim() !== '') return [node.value.trim()];
  report('a text in quotes is expected here', node);
  return [];
}

function noSuch(what: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return `there is no ${what} "${name}"${meant === undefined ? '' : `; is "${meant}" meant?`}`;
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(', ');
}
