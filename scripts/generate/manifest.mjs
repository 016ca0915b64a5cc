/** The part of package.json that follows from the rules: the schema of the setting `jettison.rules`. */

const LEVELS = ['off', 'hint', 'information', 'warning', 'error'];

/** The manifest with that schema; everything else and the order of its keys stay. */
export function manifestWithRules(manifest, rules) {
  const configuration = manifest.contributes.configuration ?? { title: 'Jettison', properties: {} };
  const written = configuration.properties['jettison.rules'];
  const properties = {
    ...configuration.properties,
    'jettison.rules': { ...written, ...rulesSetting(rules) },
  };
  return {
    ...manifest,
    contributes: { ...manifest.contributes, configuration: { ...configuration, properties } },
  };
}

function rulesSetting(rules) {
  return {
    type: 'object',
    scope: 'resource',
    default: {},
    markdownDescription:
      'Severity of single rules; `off` silences one. Rules that are not named keep their own severity.',
    additionalProperties: false,
    properties: Object.fromEntries(
      rules.map(({ id, summary, severity }) => [
        id,
        {
          enum: LEVELS,
          default: severity,
          markdownDescription: `${summary} Severity if not set: \`${severity}\`.`,
        },
      ]),
    ),
  };
}
