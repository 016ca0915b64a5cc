/** What editors check settings by: the parts of package.json that follow from the rules, and the schema of `.jettison.json`. */

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

/** @param manifest where the setting `jettison.runtime` says what there is. */
export function configurationSchema({ contributes }, rules) {
  const runtime = contributes.configuration.properties['jettison.runtime'];
  const severities = { $ref: '#/definitions/severities' };
  const texts = { type: 'array', items: { type: 'string', minLength: 1 } };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Jettison',
    description: 'Configuration of Jettison for the Dockerfiles in this folder and below it.',
    type: 'object',
    additionalProperties: false,
    allowTrailingCommas: true,
    definitions: { severities: { markdownDescription: SEVERITIES, ...severitiesByRule(rules) } },
    properties: {
      $schema: { type: 'string' },
      rules: severities,
      overrides: {
        markdownDescription: '`rules` for some of the Dockerfiles. Of several that match, the last one wins.',
        type: 'array',
        items: {
          type: 'object',
          required: ['files'],
          additionalProperties: false,
          properties: {
            files: {
              markdownDescription:
                'Patterns: without a slash of file names (`*.dev`), with one of paths from this folder (`examples/**`).',
              oneOf: [
                { type: 'string', minLength: 1 },
                { ...texts, minItems: 1 },
              ],
            },
            rules: severities,
          },
        },
      },
      runtime: {
        enum: runtime.enum,
        markdownEnumDescriptions: runtime.markdownEnumDescriptions,
        markdownDescription:
          'What a converted image is built on where the setting `jettison.runtime` is not set.',
      },
      trustedRegistries: {
        ...texts,
        markdownDescription:
          'Registries (`gcr.io`, `*.example.com`), or registries with the start of a path (`docker.io/library`), that images may come from.',
      },
      targets: {
        ...texts,
        markdownDescription:
          'Names of stages that somebody builds by `--target` where no file of the project says so.',
      },
    },
  };
}

const SEVERITIES =
  'Severity of single rules; `off` silences one. Rules that are not named keep their own severity.';

function rulesSetting(rules) {
  return { scope: 'resource', default: {}, markdownDescription: SEVERITIES, ...severitiesByRule(rules) };
}

function severitiesByRule(rules) {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      rules.map(({ id, summary, severity, offByDefault }) => [
        id,
        {
          enum: LEVELS,
          default: offByDefault ? 'off' : severity,
          markdownDescription: offByDefault
            ? `${summary} Off if not set.`
            : `${summary} Severity if not set: \`${severity}\`.`,
        },
      ]),
    ),
  };
}
