/** `docs/results.md`: what the image tests have measured, as a page. Pure: from results to text. */

const HEAD = `# Measured

What conversion does to whole projects: each is built and run as its author wrote it and as Jettison converts it, and
must answer alike. Written by \`npm run test:images\`; not edited by hand.
`;

/**
 * @param results one for each project: \`outcome\` is \`passed\`, \`failed\` or \`not run\`
 * @param circumstances engine, date and whether base images were assembled on the machine
 */
export function resultsPage(results, { engine, assembled }) {
  const measured = results.filter(({ before, after }) => before && after);
  const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
  const rows = results.map((result) => row(result));
  const shares = measured.map(({ before, after }) => 1 - after.size / before.size).sort((a, b) => a - b);
  const lines = [
    HEAD,
    `${count('passed')} passed, ${count('failed')} failed, ${count('not run')} not run. Engine: ${engine}.`,
    ...(shares.length > 0
      ? [`The median image is ${percent(shares[Math.floor(shares.length / 2)])} smaller.`]
      : []),
    ...(assembled
      ? [
          'Base images were assembled on the machine from the same packages: sizes are close to those of the real ones, not equal.',
        ]
      : []),
    '',
    '| language | project | before | after | smaller by | runtime image | user | shell | result |',
    '| --- | --- | ---: | ---: | ---: | --- | --- | --- | --- |',
    ...rows,
    '',
  ];
  return lines.join('\n');
}

function row({ language, name, before, after, runtime, outcome, reason }) {
  const cells =
    before && after
      ? [
          megabytes(before.size),
          megabytes(after.size),
          percent(1 - after.size / before.size),
          `\`${runtime}\``,
          `${user(before.user)} → ${user(after.user)}`,
          `${yesNo(before.shell)} → ${yesNo(after.shell)}`,
        ]
      : ['', '', '', runtime === undefined ? '' : `\`${runtime}\``, '', ''];
  const result = outcome === 'passed' ? 'the same answers' : `${outcome}: ${reason.replaceAll('|', '\\|')}`;
  return `| ${[language, name, ...cells, result].join(' | ')} |`;
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function percent(share) {
  return `${Math.round(share * 100)} %`;
}

function user(name) {
  return name === '' ? 'root' : name;
}

function yesNo(value) {
  return value ? 'yes' : 'no';
}
