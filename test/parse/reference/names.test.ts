import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../src/parse/reference/names.ts';

const shown = (text: string): string[] =>
  namesOf(text).map((name) => name.literal ?? [name.family, name.given].filter(Boolean).join('|'));

const table: [text: string, names: string[]][] = [
  // Family names of several words, where the list says which way round it is.
  ['Zimmer Talbot, Monica; Scott, Jonathan A.', ['Zimmer Talbot|Monica', 'Scott|Jonathan A.']],
  ['Van Holm, Paul A. M./Liebrand, Wim B. G.', ['Van Holm|Paul A. M.', 'Liebrand|Wim B. G.']],
  ['Della Rosa, Donatella and Manuela Conti', ['Della Rosa|Donatella', 'Conti|Manuela']],
  ['M. Griffith – D.J. Master (edd.)', ['Griffith|M.', 'Master|D.J.']],
  ['Parin-Matthéy, Goldy', ['Parin-Matthéy|Goldy']],
  ['Désirée Kleiner', ['Kleiner|Désirée']],
  ['APPEL Eileen and BATT Rosemary', ['APPEL|Eileen', 'BATT|Rosemary']],
  // Initials in lower case, as scanners print them.
  ['Kernbach, g./ Lehner, u.', ['Kernbach|g.', 'Lehner|u.']],
  ['Hayek, F. A. v.', ['Hayek|F. A. v.']],
  // Signs before and asides behind.
  ['► Hanekamp, Gerd', ['Hanekamp|Gerd']],
  ['Brown, G.H. (Compiler)', ['Brown|G.H.']],
  ['Nuttin, J. (with the collaboration of W. Lens)', ['Nuttin|J.']],
  // Bodies, with commas and conjunctions of their own.
  ['U.S. Food and Drug Administration', ['U.S. Food and Drug Administration']],
  ['Online Computer Library Center, Inc.', ['Online Computer Library Center, Inc.']],
  [
    'Bundesministerium für Familie, Senioren, Frauen und Jugend',
    ['Bundesministerium für Familie, Senioren, Frauen und Jugend'],
  ],
  ['Zentrum für Zusammenarbeit und Entwicklung', ['Zentrum für Zusammenarbeit und Entwicklung']],
  // Western names in East Asian lists, and East Asian ones as printed.
  ['Proakis J. G.、Manolakis D. G.', ['Proakis|J. G.', 'Manolakis|D. G.']],
  ['[美] 费正清', ['费正清']],
  ['张三、李四、王五等', ['张三', '李四', '王五']],
  ['外语教学与研究出版社辞书编辑室', ['外语教学与研究出版社辞书编辑室']],
  ['佐藤 健一・鈴木 花子', ['佐藤健一', '鈴木花子']],
  ['マックス・ウェーバー', ['マックス・ウェーバー']],
  ['김철수·이영희', ['김철수', '이영희']],
];

describe('the names of one role', () => {
  it.each(table)('%s', (text, names) => {
    expect(shown(text)).toEqual(names);
  });

  it('are never empty and never throw', () => {
    const scraps = fc.array(
      fc.constantFrom(...'ab,;/&(（)）·・、 .王等éÉ\u0301', 'Smith', 'et al.', '(Hrsg.)', 'and', '编', 'J.'),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(scraps, (parts) => {
        for (const name of namesOf(parts.join('')))
          expect((name.literal ?? name.family ?? name.given ?? '').length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
