import type { Dockerfile } from '../../dockerfile/ast';

/**
 * True for the source of a Dockerfile rather than one: text for Jinja, Go templates, ERB, cookiecutter, m4 or a file
 * that includes others. What it will hold is not known, so that nothing can be said of it.
 */
export function isTemplate(dockerfile: Dockerfile): boolean {
  return dockerfile.instructions.some((instruction) => {
    if (instruction.kind === 'unknown') {
      const source = dockerfile.text.slice(instruction.span.start, instruction.span.end);
      return /^(\{\{|\{%|<%|<#|@@|#\{|%[%{]|\[%|INCLUDE\b|define\(|include\(|changequote)/.test(source);
    }
    return (
      instruction.kind === 'from' &&
      /\{\{|\{%|<%|@@|%%|\[%|__[A-Z_]+__|%\{/.test(instruction.image?.raw ?? '')
    );
  });
}
