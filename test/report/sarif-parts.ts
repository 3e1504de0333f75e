/**
 * The parts of SARIF 2.1.0 that reports use, as JSON Schema, written from the specification (section numbers in the
 * comments). Properties that are not listed are not allowed, so that a report cannot grow one nobody checked.
 */
const object = (
  properties: Record<string, object>,
  required: readonly string[] = Object.keys(properties),
) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const text = { type: 'string', minLength: 1 };
/** §3.11: a message has at least its text. */
const message = object({ text });
/** §3.10.2: URIs as RFC 3986 has them, ASCII throughout. */
const uri = { type: 'string', pattern: "^[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+$" };
/** §3.9: date and time in UTC. */
const time = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?Z$' };
const level = { enum: ['none', 'note', 'warning', 'error'] };
/** §3.8: a property bag; tags are distinct strings. */
const bag = { type: 'object', properties: { tags: { type: 'array', items: text, uniqueItems: true } } };

/** §3.49 */
const descriptor = object({
  id: text,
  name: text,
  shortDescription: message,
  fullDescription: message,
  help: message,
  properties: bag,
});
/** §3.19 */
const driver = object(
  {
    name: text,
    semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+(?:[-+].+)?$' },
    informationUri: uri,
    rules: { type: 'array', items: descriptor, uniqueItems: true },
  },
  ['name', 'rules'],
);
/** §3.30: lines and columns begin at 1. */
const region = object(
  { startLine: { type: 'integer', minimum: 1 }, startColumn: { type: 'integer', minimum: 1 } },
  ['startLine'],
);
/** §3.28, §3.29, §3.33 */
const location = object(
  {
    physicalLocation: object(
      { artifactLocation: object({ uri, uriBaseId: { const: '%SRCROOT%' } }), region },
      ['artifactLocation'],
    ),
    logicalLocations: { type: 'array', items: object({ name: text, kind: text }) },
  },
  ['physicalLocation'],
);
/** §3.27 */
const result = object(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: { type: 'array', items: location, minItems: 1 },
    partialFingerprints: { type: 'object', minProperties: 1, additionalProperties: text },
    properties: bag,
  },
  ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'],
);
/** §3.20, §3.58 */
const invocation = object({
  executionSuccessful: { type: 'boolean' },
  startTimeUtc: time,
  endTimeUtc: time,
  toolExecutionNotifications: { type: 'array', items: object({ level, message }) },
});
/** §3.14 */
const run = object({
  tool: object({ driver }),
  columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
  originalUriBaseIds: { type: 'object', additionalProperties: object({ description: message }) },
  invocations: { type: 'array', items: invocation, minItems: 1 },
  results: { type: 'array', items: result },
});
/** §3.13 */
export const sarifParts = object({
  $schema: { type: 'string', format: 'uri' },
  version: { const: '2.1.0' },
  runs: { type: 'array', items: run, minItems: 1 },
});
