import { describe, expect, it } from 'vitest';
import { legalFields } from '../../../src/parse/note/legal.ts';
import { processorMs } from '../../processor-time.ts';

describe('builds of legal notes', () => {
  it.each([
    [
      'Harbour Board v. Quay Co., 212 U.S. 44, 47 (1909)',
      {
        type: 'legal_case',
        title: 'Harbour Board v. Quay Co.',
        volume: '212',
        'container-title': 'U.S.',
        page: '44',
      },
      '47',
    ],
    [
      'Harbour v. Quay, 22 U.S. (9 Wheat.) 1, 203 (1824) (holding that dues are owed “by each that calls”, and (as before) by none that pass)',
      { type: 'legal_case', title: 'Harbour v. Quay', volume: '22', 'container-title': 'U.S.', page: '1' },
      '203',
    ],
    [
      'Orchard Bank v. Linden [1994] 1 A.C. 180',
      {
        type: 'legal_case',
        title: 'Orchard Bank v. Linden',
        volume: '1',
        'container-title': 'A.C.',
        page: '180',
      },
      undefined,
    ],
    [
      'Harbour Contracts Act 1980 (N.S.W.)',
      { type: 'legislation', title: 'Harbour Contracts Act', issued: { 'date-parts': [[1980]] } },
      undefined,
    ],
    [
      'M. Linden, ‘Marking Time in Port’ (2014) 84(6) Journal of Port Law 611.',
      { type: 'article-journal', volume: '84', issue: '6', page: '611' },
      undefined,
    ],
    ['46 U.S.C. § 1302', { type: 'legislation', title: '46 U.S.C. § 1302' }, undefined],
    [
      'Harbour Dues Act of 1962, Pub. L. No. 87-1, § 102, 76 Stat. 780, 781',
      { type: 'legislation', title: 'Harbour Dues Act of 1962', issued: { 'date-parts': [[1962]] } },
      undefined,
    ],
    [
      'M. Linden, ‘Dues and Duties’ (1998) 12 Journal of Port Law 201, 204.',
      {
        type: 'article-journal',
        author: [{ family: 'Linden', given: 'M.' }],
        title: 'Dues and Duties',
        volume: '12',
        'container-title': 'Journal of Port Law',
        page: '201',
      },
      '204',
    ],
    [
      'A. Kai, ‘Light Dues’ in Law by the Sea, ed. B. Mole (1994) 75.',
      {
        type: 'chapter',
        author: [{ family: 'Kai', given: 'A.' }],
        editor: [{ family: 'Mole', given: 'B.' }],
        title: 'Light Dues',
        'container-title': 'Law by the Sea',
        page: '75',
      },
      undefined,
    ],
    [
      'J. Orchard and A. de la Mole, Tolls of the Sea (1985) 77.',
      {
        type: 'book',
        author: [
          { family: 'Orchard', given: 'J.' },
          { family: 'de la Mole', given: 'A.' },
        ],
        title: 'Tolls of the Sea',
        page: '77',
      },
      '77',
    ],
  ])('%s', (text, fields, pin) => {
    const read = legalFields(text);
    expect(read?.fields).toMatchObject(fields);
    expect(read?.pin).toBe(pin);
  });

  it.each([
    'Orchard, J. (1985). Tolls of the Sea. Quay Press.',
    '李文川:《港口与市镇》',
    'A word of comment.',
    'J. Orchard, K. Linden, and M.B. Mole, Phys. Rev. C 45, 2055 (1992);',
    'V.Z. Mole, A.G. Kai, Carbon blacks of the quay, Int. J. Inorg. Mat. 2 (2000) 347–353.',
    'R. Linden et al, Phys. Rev. ST Accel. Beams, 6: 044001 (1999)',
    'Orchard, P.L. & Mole, D.G., 2002. A Review of Arsenic in Waters. Applied Quays, 17:5: 517.',
  ])('leaves %s to the model', (text) => expect(legalFields(text)).toBeUndefined());

  it('takes no longer than its text allows, whatever the text', () => {
    const long = ['Aaaa ', 'Aaaa and ', 'a v. ', '‘a in Bb, ed. Cc Dd (1999) ', '1 U.S.C. § 1a '].map(
      (part) => part.repeat(90).slice(0, 420),
    );
    const started = processorMs();
    for (const text of long) legalFields(text);
    expect(processorMs() - started).toBeLessThan(2000);
  });
});
