/**
 * Writes local-sheet/api/sheets-v4.schema.json: a JSON Schema (draft-07) of every message of the Sheets API v4,
 * read out of the type declarations of @maxim_mazurok/gapi.client.sheets-v4 (MIT), which are generated from
 * Google's own discovery document. Run it again after that package was updated.
 *
 *   node scripts/sheets-schema.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageFile = createRequire(import.meta.url).resolve(
  '@maxim_mazurok/gapi.client.sheets-v4/package.json',
);
const source = readFileSync(join(dirname(packageFile), 'index.d.ts'), 'utf8');
const target = join(dirname(fileURLToPath(import.meta.url)), '../local-sheet/api/sheets-v4.schema.json');

/**
 * The declarations say `number` for both int32 and double. These are the doubles (and floats) of the reference;
 * every other number is an integer, and Google refuses a fraction there.
 */
const DOUBLES = new Set([
  'Color.red',
  'Color.green',
  'Color.blue',
  'Color.alpha',
  'ExtendedValue.numberValue',
  'BubbleChartSpec.bubbleOpacity',
  'ChartAxisViewWindowOptions.viewWindowMax',
  'ChartAxisViewWindowOptions.viewWindowMin',
  'HistogramChartSpec.bucketSize',
  'HistogramChartSpec.outlierPercentile',
  'HistogramRule.end',
  'HistogramRule.interval',
  'HistogramRule.start',
  'IterativeCalculationSettings.convergenceThreshold',
  'PieChartSpec.pieHole',
  'ScorecardChartSpec.scaleFactor',
  'TreemapChartSpec.maxValue',
  'TreemapChartSpec.minValue',
]);

const revision = /^\/\/ Revision: (\d+)$/m.exec(source)?.[1];
if (revision === undefined) throw new Error('the declarations name no discovery revision');

const usedDoubles = new Set();
const definitions = {};
// The messages come first; the interfaces named …Resource hold the methods, whose parameters the routes check.
const messages = source
  .slice(0, source.search(/^ {4}interface \w+Resource \{$/m))
  .replace(/\/\*\*[\s\S]*?\*\//g, '');
for (const [, name, body] of messages.matchAll(/^ {4}interface (\w+) \{\n([\s\S]*?)^ {4}\}$/gm)) {
  const properties = {};
  for (const [, field, type] of body.matchAll(/^ {6}(\w+)\??:\s*([\s\S]*?);$/gm)) {
    properties[field] = schemaOf(type.trim(), `${name}.${field}`);
  }
  definitions[name] = { type: 'object', properties, additionalProperties: false };
}

function schemaOf(type, path) {
  if (type.endsWith('[]') && !type.includes('|'))
    return { type: 'array', items: schemaOf(type.slice(0, -2), path) };
  const map = /^\{\s*\[P in string\]:\s*(\w+)\s*\}$/.exec(type);
  if (map) return { type: 'object', additionalProperties: schemaOf(map[1], path) };
  if (type.includes("'")) return enumOf(type);
  if (type === 'string' || type === 'boolean') return { type };
  if (type === 'any') return {};
  if (type === 'number') {
    if (!DOUBLES.has(path)) return { type: 'integer' };
    usedDoubles.add(path);
    return { type: 'number' };
  }
  if (/^[A-Z]\w*$/.test(type)) return { $ref: `#/definitions/${type}` };
  throw new Error(`${path} has a type this script does not know: ${type}`);
}

function enumOf(type) {
  const array = /^\(?([\s\S]*?)\)?(\[\])?$/.exec(type);
  const words = [...(array?.[1] ?? '').matchAll(/'([^']*)'/g)].map((match) => match[1]);
  const schema = { enum: words };
  return array?.[2] === undefined ? schema : { type: 'array', items: schema };
}

for (const path of DOUBLES) {
  if (!usedDoubles.has(path)) throw new Error(`${path} is listed as a double but is not in the declarations`);
}
for (const [name, definition] of Object.entries(definitions)) {
  for (const reference of JSON.stringify(definition).matchAll(/#\/definitions\/(\w+)/g)) {
    if (!(reference[1] in definitions))
      throw new Error(`${name} refers to ${reference[1]}, which was not found`);
  }
}

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'sheets-v4',
  $comment: `Google Sheets API v4, discovery revision ${revision}. Written by scripts/sheets-schema.mjs.`,
  definitions,
};
const lines = Object.entries(definitions).map(
  ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
);
const { definitions: _all, ...head } = schema;
const text = `${JSON.stringify(head).slice(0, -1)},"definitions":{\n${lines.join(',\n')}\n}}\n`;
JSON.parse(text);
writeFileSync(target, text);
console.log(
  `${Object.keys(definitions).length} messages of revision ${revision}, ${text.length} bytes: ${target}`,
);
