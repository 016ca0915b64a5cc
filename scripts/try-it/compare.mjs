/** What is the same before and after a conversion, and what is not. Pure: from observations to words. */

const SHOWN = 600;

/** Times in what a program prints are not what it says. */
const TIME = /\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/g;

/**
 * A table's rows (name, before, after) and the differences that a user of the image would meet. A difference has a
 * title and, for the curious, details.
 */
export function compare(before, after) {
  // A server that ends at once, for want of its database say, is compared by how it ends.
  const serves = before.trial.running || before.trial.answers.some(({ problem }) => problem === undefined);
  const answers = serves ? before.trial.answers : [];
  const served = answers.map((answer, i) => compareAnswers(answer, after.trial.answers[i]));
  const program = answers.length > 0 ? [] : [compareEnds(before.trial, after.trial)];
  const compared = [...served, ...program, ...compareHealth(before.trial, after.trial)];
  return {
    rows: [
      ['builds', `yes, ${before.seconds} s`, `yes, ${after.seconds} s`],
      ...compared.map(({ row }) => row),
      ...endsRow(before.trial, after.trial),
      ['image size', megabytes(before.image.size), megabytes(after.image.size)],
      ['user', userName(before.image.user), userName(after.image.user)],
      ['has a shell', yesNo(before.shell), yesNo(after.shell)],
    ],
    differences: compared.flatMap(({ difference }) => difference ?? []),
  };
}

/** The table, columns aligned. */
export function table(rows) {
  const width = (column) => Math.max(...rows.map((row) => row[column].length));
  const [first, second] = [width(0), width(1)];
  return rows
    .map(([name, before, after]) => `${name.padEnd(first)}  ${before.padEnd(second)}  ${after}`.trimEnd())
    .join('\n');
}

function compareAnswers(before, after = { problem: 'no answer' }) {
  const name = `GET ${before.path}`;
  const same =
    after.problem === undefined &&
    before.status === after.status &&
    before.type === after.type &&
    before.location === after.location &&
    (before.changes || before.body === after.body);
  if (before.problem !== undefined) {
    const title = `${name}: no answer to compare with: ${before.problem}`;
    return { row: [name, 'none', answerText(after)], difference: { title } };
  }
  const note = before.changes ? 'same kind (the text changes by itself)' : 'the same';
  const row = [name, answerText(before), same ? note : answerText(after)];
  if (same) return { row };
  const details = [
    `before: ${headText(before)}`,
    bodyText(before),
    `after: ${headText(after)}`,
    bodyText(after),
  ];
  return { row, difference: { title: `${name}: another answer`, details: details.join('\n') } };
}

function compareEnds(before, after) {
  const row = ['program', endText(before), endText(after)];
  const [said, says] = [before, after].map(({ output }) => output.replace(TIME, '<time>'));
  if (endText(before) !== endText(after))
    return { row, difference: { title: 'the program ends differently' } };
  // Of programs that run on, one may have got further.
  const goesOn =
    before.running && said !== '' && says !== '' && (said.startsWith(says) || says.startsWith(said));
  const alike = said === says || goesOn;
  if (!alike) {
    const details = `before:\n${tail(said)}\nafter:\n${tail(says)}`;
    return { row, difference: { title: 'the program prints something else', details } };
  }
  return { row: [row[0], row[1], 'the same, and the same output'] };
}

function compareHealth({ health: before }, { health: after }) {
  if (before === undefined && after === undefined) return [];
  const text = (health) =>
    health === undefined ? 'none' : health.code === 0 ? 'passes' : `fails (${health.code})`;
  const row = ['health check', text(before), text(after)];
  if (before?.code === after?.code) return [{ row }];
  return [{ row, difference: { title: 'the health check ends differently', details: after?.output } }];
}

/** Told, not judged: a program that is its container's first process is often deaf to signals to begin with. */
function endsRow({ endsWhenAsked: before }, { endsWhenAsked: after }) {
  if (before === undefined || after === undefined) return [];
  return [['ends when asked', yesNo(before), yesNo(after)]];
}

function answerText({ problem, status, body }) {
  return problem === undefined ? `${status}, ${Buffer.from(body, 'base64').length} bytes` : problem;
}

function headText({ problem, status, type, location }) {
  if (problem !== undefined) return problem;
  return [status, type, location].filter((part) => part !== undefined).join(', ');
}

function bodyText({ body }) {
  return body === undefined ? '' : Buffer.from(body, 'base64').toString('utf8').slice(0, SHOWN);
}

function endText({ running, exitCode }) {
  return running ? 'runs on' : `exit code ${exitCode}`;
}

function userName(user) {
  return user === '' || user === '0' ? 'root' : user;
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function yesNo(value) {
  return value ? 'yes' : 'no';
}

/** The end of a text: that is where a program says why it ended. */
export function tail(text) {
  return text.trimEnd().split('\n').slice(-25).join('\n').slice(-4000);
}
