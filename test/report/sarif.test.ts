import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { sarif } from '../../src/report/sarif.ts';
import { sampleReport } from './sample.ts';
import { sarifParts } from './sarif-parts.ts';

const ajv = new Ajv2020({ strict: false });
(addFormats as unknown as (to: Ajv2020) => void)(ajv);
const validate = ajv.compile(sarifParts);
const options = { language: 'en', width: 100, colour: false } as const;
const of = (report: Report) => JSON.parse(sarif(report, options));

describe('SARIF', () => {
  it('is valid by the specification', () => {
    expect(validate(of(sampleReport())) || validate.errors).toBe(true);
  });

  it('stays valid for a report of nothing, and for names no URI can hold', () => {
    const report = sampleReport();
    const [document] = report.documents;
    const odd = { ...report, documents: [{ ...document!, path: '章/文 [1] "x".md' }] };
    expect(validate(of(odd)) || validate.errors).toBe(true);
    expect(validate(of({ ...report, documents: [] })) || validate.errors).toBe(true);
  });

  it('points each result at its rule', () => {
    const { results, tool } = of(sampleReport()).runs[0];
    expect(results.length).toBeGreaterThan(3);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  it('is refused where a part is wrong', () => {
    const broken = of(sampleReport());
    broken.runs[0].results[0].level = 'fatal';
    expect(validate(broken)).toBe(false);
  });
});
