import { parseUrl } from '../../text/parse-url.ts';
import { type BibField, bibFields } from '../bib-fields.ts';
import type { Context } from '../context.ts';
import { type Example, type Extra, findingAt, type Rule, safely } from '../rule.ts';

interface Fault extends Extra {
  message: string;
}

interface Row {
  id: string;
  severity: Rule['severity'];
  summary: string;
  why: string;
  fields: readonly string[];
  /** What is wrong with the value, or nothing. `start` is its offset in the document. */
  fault(field: BibField, start: number): Fault | undefined;
  examples: readonly Example[];
}

const entry = (fields: string): string =>
  `@article{a, author={Bee, Ann}, title={T}, journal={J}, volume={1}, pages={1--2}, ${fields}}`;
const doi = /^10\.\d{4,9}(?:\.\d{1,6}){0,3}\/\S{1,200}$/;
const isoDate =
  /^-?\d{4}(?:[-/](?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?(?:T[\d:Z+-]{2,20})?$/;

const rows: readonly Row[] = [
  {
    id: 'bib-doi',
    severity: 'warning',
    summary: 'The doi field holds something that is not a bare DOI.',
    why: 'Styles put https://doi.org/ in front of it, so that a link or a label in the field makes a broken link.',
    fields: ['doi'],
    fault({ value }, start) {
      const bare = value
        .trim()
        .replace(/^(?:doi:\s{0,3}|https?:\/\/(?:dx\.|www\.)?doi\.org\/)/i, '')
        .replace(/[.,;]$/, '')
        .replace(/\\_/g, '_');
      if (value.replace(/\\_/g, '_') === bare && doi.test(bare)) return undefined;
      const fix = doi.test(bare) && !/[{}\\]/.test(bare);
      return {
        message: `“${value}” is not a bare DOI.`,
        actual: value,
        data: { value },
        ...(fix
          ? { expected: bare, fix: safely('Leave the bare DOI.', start, start + value.length, bare) }
          : {}),
      };
    },
    examples: [
      {
        text: entry('year={2020}, doi={https://doi.org/10.1000/182}'),
        finds: ['https://doi.org/10.1000/182'],
        fixed: entry('year={2020}, doi={10.1000/182}'),
        format: 'bibtex',
      },
      { text: entry('year={2020}, doi={unknown}'), finds: ['unknown'], format: 'bibtex' },
      { text: entry('year={2020}, doi={10.1000/182}'), finds: [], format: 'bibtex' },
    ],
  },
  {
    id: 'bib-url',
    severity: 'warning',
    summary: 'The url field holds something that is not a web address.',
    why: 'It becomes a link that leads nowhere.',
    fields: ['url'],
    fault({ value }) {
      const plain = value
        .trim()
        .replace(/^\\url\{(.{0,2000})\}$/, '$1')
        .replace(/\\([_%&#~])/g, '$1')
        .replace(/[{}]/g, '');
      if (/^(?:https?|ftp):\/\/\S+$/i.test(plain) && parseUrl(plain)) return undefined;
      return { message: `“${value}” is not a web address.`, actual: value, data: { value } };
    },
    examples: [
      { text: entry('year={2020}, url={a.example/b}'), finds: ['a.example/b'], format: 'bibtex' },
      {
        text: entry('year={2020}, url={https://a.example/b c}'),
        finds: ['https://a.example/b c'],
        format: 'bibtex',
      },
      { text: entry('year={2020}, url={https://a.example/b\\_c}'), finds: [], format: 'bibtex' },
    ],
  },
  {
    id: 'bib-date',
    severity: 'warning',
    summary: 'A date field is not a date as BibLaTeX reads it.',
    why: 'BibLaTeX wants ISO 8601 (2024-05-21, or a range with a slash); other forms are dropped or sorted wrongly.',
    fields: ['date', 'urldate', 'origdate', 'eventdate', 'year'],
    fault({ name, value }) {
      const text = value.trim();
      if (/^(?:forthcoming|in press|to appear|n\.?\s?d\.?)$/i.test(text)) return undefined;
      // Bare names are macros, and a year may be approximate.
      const fine =
        name === 'year'
          ? /^[[{(]?(?:c(?:irca|a)?\.?\s?)?\d{4}[a-z]?(?:[-–/]{1,2}\d{2,4})?[?\])}]?$/i.test(text)
          : text
              .split('/')
              .every((part, _, all) =>
                part === '' || part === '..' ? all.length === 2 : isoDate.test(part),
              );
      return fine
        ? undefined
        : { message: `“${value}” is not a date.`, actual: value, data: { field: name, value } };
    },
    examples: [
      { text: entry('date={21 May 2024}'), finds: ['21 May 2024'], format: 'bibtex' },
      { text: entry('date={2024-13-05}'), finds: ['2024-13-05'], format: 'bibtex' },
      { text: entry('date={2024-05-21}, urldate={2024-06}'), finds: [], format: 'bibtex' },
    ],
  },
];

const ruleOf = ({ fields, fault, ...row }: Row): Rule => {
  const rule: Rule = {
    ...row,
    reads: 'entries',
    check: ({ source }: Context) =>
      source.format !== 'bibtex'
        ? []
        : source.entries.flatMap((ready) =>
            bibFields(source.text.slice(ready.start, ready.end))
              // A bare name is a macro, whose value stands elsewhere.
              .filter(({ name, bare, value }) => fields.includes(name) && !(bare && /^[a-z]/i.test(value)))
              .flatMap((field) => {
                const [start, end] = [ready.start + field.start, ready.start + field.end];
                const found = fault(field, start);
                if (!found) return [];
                const { message, ...extra } = found;
                return [findingAt(rule, source, start, end, message, extra)];
              }),
          ),
  };
  return rule;
};

export const bibRules: readonly Rule[] = rows.map(ruleOf);

export const bibDuplicateKey: Rule = {
  id: 'bib-duplicate-key',
  severity: 'error',
  reads: 'entries',
  summary: 'Two entries bear one key.',
  why: 'BibTeX stops or takes the first and drops the second without a word.',
  examples: [
    {
      text: '@book{a, author={Bee, Ann}, title={T}, publisher={P}, address={Q}, year={2020}}\n@book{a, author={Dee, Cy}, title={U}, publisher={P}, address={Q}, year={2021}}',
      finds: ['@book{a'],
      format: 'bibtex',
    },
    {
      text: '@book{a, author={Bee, Ann}, title={T}, publisher={P}, address={Q}, year={2020}}\n@book{b, author={Dee, Cy}, title={U}, publisher={P}, address={Q}, year={2021}}',
      finds: [],
      format: 'bibtex',
    },
  ],
  check({ source }) {
    const seen = new Map<string, number>();
    return source.entries.flatMap(({ key, start, end }) => {
      const folded = key.toLowerCase();
      const first = seen.get(folded);
      if (first === undefined) {
        seen.set(folded, source.place(start).line);
        return [];
      }
      const comma = source.text.slice(start, Math.min(end, start + 400)).indexOf(',');
      return [
        findingAt(
          bibDuplicateKey,
          source,
          start,
          comma < 0 ? end : start + comma,
          `The key ${key} is already that of the entry at line ${first}.`,
          { data: { key, line: first } },
        ),
      ];
    });
  },
};
