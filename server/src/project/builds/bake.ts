import { parse } from 'jsonc-parser';
import { baseName, folderOf, joinPath } from '../paths';
import { type BuildFile, type BuildUse, imageName, isRemoteContext, list, literal, mapping } from './use';

type Attributes = Readonly<Record<string, unknown>>;

/** Targets of `docker buildx bake` files. Of HCL only blocks with literal attributes are understood. */
export function bakeUses(file: BuildFile): BuildUse[] {
  const targets = file.path.endsWith('.hcl')
    ? hclTargets(file.text)
    : Object.entries(mapping(mapping(parse(file.text))['target'])).map(
        ([name, value]) => [name, mapping(value)] as const,
      );
  const byName = new Map(targets);
  return targets.flatMap(([, attributes]) => {
    const all = withInherited(attributes, byName, 8);
    const context = literal(all['context'] ?? '.');
    const written = literal(all['dockerfile'] ?? 'Dockerfile');
    if (context === undefined || isRemoteContext(context)) return [];
    return {
      dockerfile:
        written === undefined ? undefined : joinPath(joinPath(folderOf(file.path), context), written),
      target: literal(all['target']),
      image: imageName(literal(list(all['tags'])[0])),
      overrides: [],
      file: file.path,
    };
  });
}

function withInherited(
  attributes: Attributes,
  byName: ReadonlyMap<string, Attributes>,
  depth: number,
): Attributes {
  const parents = list(attributes['inherits'])
    .map((name) => byName.get(String(name)))
    .filter((parent) => parent !== undefined);
  if (parents.length === 0 || depth === 0) return attributes;
  const inherited = parents.map((parent) => withInherited(parent, byName, depth - 1));
  return Object.assign({}, ...inherited, attributes) as Attributes;
}

/** A value that is not literal: `literal` makes it unknown. */
const computed = '$';

function hclTargets(text: string): (readonly [string, Attributes])[] {
  const source = text.replace(/"(?:\\.|[^"\\\n])*"|(?:#|\/\/).*$|\/\*[^]*?\*\//gm, (part) =>
    part.startsWith('"') ? part : '',
  );
  return [...source.matchAll(/^[ \t]*target\s+"([^"\n]+)"\s*\{/gm)].map((opener) => {
    const start = opener.index + opener[0].length;
    const attributes: Record<string, unknown> = {};
    for (const [, key = '', value = ''] of blockBody(source, start).matchAll(
      /^[ \t]*([\w-]+)\s*=\s*(\[[^\]]*\]|.*)/gm,
    )) {
      attributes[key] ??= hclValue(value.trim());
    }
    return [opener[1] ?? '', attributes] as const;
  });
}

function hclValue(value: string): unknown {
  if (/^"(?:\\.|[^"\\])*"$/.test(value)) return value.slice(1, -1);
  if (/^\[[^$]*\]$/.test(value)) return [...value.matchAll(/"([^"\n]*)"/g)].map((item) => item[1]);
  return computed;
}

function blockBody(source: string, start: number): string {
  let depth = 1;
  for (let i = start; i < source.length; i++) {
    if (source[i] === '{') depth++;
    else if (source[i] === '}' && --depth === 0) return source.slice(start, i);
  }
  return source.slice(start);
}

export function isBakeFile(path: string): boolean {
  return /^docker-bake(?:\.override)?\.(?:hcl|json)$/.test(baseName(path));
}
