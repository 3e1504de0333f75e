import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Item } from '../../../src/model/item.ts';
import { loadReferenceParser, type ReferenceParser } from '../../../src/parse/reference/index.ts';
import { processorMs } from '../../processor-time.ts';

interface Value {
  'date-parts'?: number[][];
}

let parser: ReferenceParser;
beforeAll(async () => {
  parser = await loadReferenceParser();
});

/** What is read of a reference: the fields named, dates as `YYYY-M-D`, names as printed or `Family|Given`. */
const read = (text: string, fields: string[]): Record<string, unknown> => {
  const item = parser.parse(text).item as unknown as Record<string, Value>;
  return Object.fromEntries(
    fields.map((field) => {
      const value = item[field];
      if (value?.['date-parts']) return [field, value['date-parts'][0]!.join('-')];
      if (Array.isArray(value))
        return [
          field,
          value.map((name) => name.literal ?? [name.family, name.given].filter(Boolean).join('|')),
        ];
      return [field, value];
    }),
  );
};

const table: [style: string, text: string, expected: Record<string, unknown>][] = [
  [
    'GB/T 7714, journal',
    '[6] 陈志远, 林晓梅, 周建国, 等. 沿海城市夜间经济的空间格局[J]. 地理研究, 2019, 38(5): 1120-1133.',
    {
      type: 'article-journal',
      author: ['陈志远', '林晓梅', '周建国'],
      title: '沿海城市夜间经济的空间格局',
      'container-title': '地理研究',
      issued: '2019',
      volume: '38',
      issue: '5',
      page: '1120-1133',
    },
  ],
  [
    'GB/T 7714, book in a series of places',
    '李文涛．明代漕运制度研究［M］．北京：中华书局，2008：45-52．',
    {
      type: 'book',
      author: ['李文涛'],
      title: '明代漕运制度研究',
      'publisher-place': '北京',
      publisher: '中华书局',
      page: '45-52',
    },
  ],
  [
    'GB/T 7714, online',
    '[12] 王海峰. 数字乡村建设的十年[EB/OL]. (2021-03-04)[2022-05-06]. https://example.cn/a/12.html.',
    {
      type: 'webpage',
      title: '数字乡村建设的十年',
      issued: '2021-3-4',
      accessed: '2022-5-6',
      URL: 'https://example.cn/a/12.html',
    },
  ],
  [
    'Chinese history note',
    '赵明远：《晚清盐政与地方社会》，上海：上海人民出版社，2003年，第77页。',
    {
      author: ['赵明远'],
      title: '晚清盐政与地方社会',
      'publisher-place': '上海',
      publisher: '上海人民出版社',
      issued: '2003',
      page: '77',
    },
  ],
  [
    'Chinese law note',
    '周静、孙立：《行政协议的司法审查》，载《法学研究》2016年第4期，第20页。',
    {
      author: ['周静', '孙立'],
      title: '行政协议的司法审查',
      'container-title': '法学研究',
      issue: '4',
      page: '20',
    },
  ],
  [
    'Traditional Chinese note',
    '林正義，〈海峽兩岸關係的演變〉，《問題與研究》，第38卷第2期，1999年，頁1-20。',
    {
      author: ['林正義'],
      title: '海峽兩岸關係的演變',
      'container-title': '問題與研究',
      volume: '38',
      issue: '2',
      page: '1-20',
    },
  ],
  [
    'Japanese book note',
    '高橋健一『近代日本の都市政策』東京大学出版会、1998年、33頁。',
    {
      author: ['高橋健一'],
      title: '近代日本の都市政策',
      publisher: '東京大学出版会',
      issued: '1998',
      page: '33',
    },
  ],
  [
    'Japanese article note',
    '佐藤美穂「地方自治と財政」『法律時報』第82巻第3号、2010年、12-18頁。',
    {
      author: ['佐藤美穂'],
      title: '地方自治と財政',
      'container-title': '法律時報',
      volume: '82',
      issue: '3',
      page: '12-18',
    },
  ],
  [
    'Korean article',
    '김지훈, 박서연 (2018). 청소년의 여가활동이 학업에 미치는 영향. 한국청소년연구, 29(2), 55-80.',
    {
      author: ['김지훈', '박서연'],
      title: '청소년의 여가활동이 학업에 미치는 영향',
      'container-title': '한국청소년연구',
      volume: '29',
      issue: '2',
      page: '55-80',
    },
  ],
  [
    'APA',
    'Hartwell, J. P., & Olsen, M. (2014). Rivers and the making of inland towns. Journal of Urban History, 40(3), 411–430. https://doi.org/10.1000/juh.2014.40',
    {
      author: ['Hartwell|J. P.', 'Olsen|M.'],
      title: 'Rivers and the making of inland towns',
      'container-title': 'Journal of Urban History',
      volume: '40',
      issue: '3',
      page: '411-430',
      DOI: '10.1000/juh.2014.40',
    },
  ],
  [
    'Chicago book note',
    'Margaret Ellison, The Long Harvest: Farming in Wales (Oxford: Oxford University Press, 1987), 112.',
    {
      author: ['Ellison|Margaret'],
      title: 'The Long Harvest: Farming in Wales',
      'publisher-place': 'Oxford',
      publisher: 'Oxford University Press',
      issued: '1987',
    },
  ],
  [
    'German chapter',
    'Krüger, Hanna (2005): Arbeit im Wandel. In: Vogt, Peter (Hrsg.): Soziologie der Gegenwart. Frankfurt/M.: Campus, S. 44-61.',
    {
      author: ['Krüger|Hanna'],
      title: 'Arbeit im Wandel',
      editor: ['Vogt|Peter'],
      'container-title': 'Soziologie der Gegenwart',
      publisher: 'Campus',
      page: '44-61',
    },
  ],
];

describe('a reference of each style', () => {
  it.each(table)('%s', (_style, text, expected) => {
    expect(read(text, Object.keys(expected))).toEqual(expected);
  });
});

const alphabet = [
  ...'张王李《》「」『』（）()[]［］：:，,。.；;第期卷页年月日ノの한글abcXYZ0123456789-–/&"“”\' \n\u0000\ud83d',
  'https://a.example/x',
  'doi:10.1000/1',
  'In: ',
  'et al.',
  '等',
  '令和6年',
];
const scraps = fc.array(fc.constantFrom(...alphabet), { maxLength: 120 }).map((parts) => parts.join(''));

describe('any text', () => {
  it('gives a valid item and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { item, urls, mended = [], confidence, fields } = parser.parse(text);
        expect(Item.safeParse({ ...item, id: 'x' }).error).toBeUndefined();
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        for (const chance of Object.values(fields)) expect(chance >= 0 && chance <= 1).toBe(true);
        for (const url of urls)
          expect(text.includes(url) || mended.some((mend) => mend.url === url)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('takes a very long line in its stride', () => {
    const started = processorMs();
    parser.parse('张三、李四：《书》，'.repeat(20_000));
    expect(processorMs() - started).toBeLessThan(2_000);
  });
});
