import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { rules } from '../../src/lint/index.ts';

const path = fileURLToPath(new URL('../../docs/lint-rules.md', import.meta.url));

/** A text as an indented block, which needs no fence and shows what it holds. */
const block = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line ? `    ${line.replaceAll('\u00a0', '⍽')}` : ''))
    .join('\n');

const documentation = (): string =>
  [
    '# Lint rules',
    '',
    'Made from the rules themselves: `UPDATE=1 npx vitest run test/lint/documentation.test.ts`. Each can be turned off or given another severity in the `rules` table of the configuration, by its name. “Mended” rules have a fix that `refvouch fix` makes. A no-break space is shown as ⍽.',
    '',
    ...rules.flatMap(({ id, severity, summary, why, examples }) => {
      const bad = examples.find(({ finds }) => finds.length > 0);
      const mended = examples.some(({ fixed }) => fixed !== undefined);
      return [
        `## ${id}`,
        '',
        `*${severity}${mended ? ', mended' : ''}.* ${summary} ${why}`,
        '',
        ...(bad ? ['Found:', '', block(bad.text), ''] : []),
        ...(bad?.fixed === undefined ? [] : ['Mended:', '', block(bad.fixed), '']),
      ];
    }),
  ].join('\n');

it('the list of rules says what the rules say', () => {
  if (process.env.UPDATE) writeFileSync(path, documentation());
  expect(readFileSync(path, 'utf8')).toBe(documentation());
});
