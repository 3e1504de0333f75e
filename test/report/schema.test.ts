import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Report } from '../../src/model/report.ts';
import { json } from '../../src/report/json.ts';
import { sampleReport } from './sample.ts';

const path = new URL('../../schema/report.schema.json', import.meta.url);
const made = {
  $id: 'urn:refvouch:schema:report',
  title: 'refvouch report, version 1',
  ...z.toJSONSchema(Report, { io: 'output', unrepresentable: 'any' }),
};

it('the published JSON Schema is the one the reports are checked with (UPDATE=1 writes it)', () => {
  const text = `${JSON.stringify(made, null, 2)}\n`;
  if (process.env.UPDATE || !existsSync(path)) writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

it('a JSON report is valid by it, and written twice is the same', () => {
  const validate = new Ajv2020({ strict: false }).compile(made);
  const text = json(sampleReport());
  expect(validate(JSON.parse(text)) || validate.errors).toBe(true);
  expect(json(JSON.parse(text))).toBe(text);
});
