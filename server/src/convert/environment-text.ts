/** An ENV instruction with one variable, quoted where Docker would read more into the value. */
export function environmentText(name: string, value: string): string {
  const isPlain = /^[\w./:@%+,-]*$/.test(value);
  return `ENV ${name}=${isPlain ? value : `"${value.replace(/(["\\$])/g, '\\$1')}"`}`;
}
