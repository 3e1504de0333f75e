import type { FieldSpan, Labelled } from '../align.ts';
import { seeded } from '../crf.ts';
import { chinese, inTraditional } from './chinese.ts';
import { germanSeries } from './german.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import { type Dice, dice } from './random.ts';
import { chineseStyles, germanStyles, japaneseStyles, koreanStyles, latinStyles } from './templates.ts';
import { english, german, type Harvest, type Latin, type Person } from './western.ts';
import type { Words } from './words.ts';

/** A template with its `‹a|b›` choices taken. */
const chosen = (template: string, die: Dice): string => {
  let out = '';
  let at = 0;
  const read = (): string => {
    const options = [''];
    while (at < template.length) {
      const sign = template[at]!;
      if (sign === '›') break;
      at++;
      if (sign === '|') options.push('');
      else if (sign === '‹') {
        options[options.length - 1] += read();
        at++;
      } else options[options.length - 1] += sign;
    }
    return die.pick(options);
  };
  while (at < template.length) {
    const sign = template[at++]!;
    if (sign === '‹') {
      out += read();
      at++;
    } else out += sign;
  }
  return out;
};

const initials = (given: string, after: string, between: string): string =>
  given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((part) =>
      part
        .split('-')
        .filter(Boolean)
        .map((piece) => piece[0]!.toUpperCase() + after)
        .join('-'),
    )
    .join(between);

const listed = (names: string[], separator: string, last: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(separator)}${last}${names.at(-1)}`;

/** Lists of names in Latin letters, a row a style. */
const latinLists: Record<string, (people: Person[], die: Dice) => string> = {
  inv: (people, die) => {
    const full = die.chance(0.3);
    const names = people.map(
      ({ family, given }) => `${family}, ${full ? given : initials(given, '.', die.chance(0.8) ? ' ' : '')}`,
    );
    return listed(names, ', ', die.pick([', & ', ' & ', ', and ', ' and ', ', ']));
  },
  chi: (people) =>
    listed(
      people.map(({ family, given }, at) => (at === 0 ? `${family}, ${given}` : `${given} ${family}`)),
      ', ',
      ', and ',
    ),
  fwd: (people, die) => {
    const short = die.chance(0.4);
    return listed(
      people.map(({ family, given }) => `${short ? initials(given, '.', ' ') : given} ${family}`),
      ', ',
      die.pick([', and ', ' and ', ' & ', ', ']),
    );
  },
  ieee: (people) =>
    listed(
      people.map(({ family, given }) => `${initials(given, '.', ' ')} ${family}`),
      ', ',
      people.length > 2 ? ', and ' : ' and ',
    ),
  vanc: (people) => people.map(({ family, given }) => `${family} ${initials(given, '', '')}`).join(', '),
  gb: (people, die) =>
    people
      .map(
        ({ family, given }) =>
          `${die.chance(0.3) ? family.toUpperCase() : family} ${initials(given, '', ' ')}`,
      )
      .join(', '),
  caps: (people) =>
    listed(
      people.map(({ family, given }) => `${initials(given, '.', ' ')} ${family.toUpperCase()}`),
      ', ',
      ' & ',
    ),
  caps2: (people) =>
    listed(
      people.map(({ family, given }) => `${family.toUpperCase()}, ${given}`),
      '; ',
      ' ; ',
    ),
  slash: (people) => people.map(({ family, given }) => `${given} ${family}`).join('/'),
  spaced: (people) => people.map(({ family, given }) => `${family}, ${initials(given, '.', '')}`).join('/ '),
  last: (people) => people.map(({ family }) => family).join('/'),
  de: (people, die) => {
    const full = die.chance(0.6);
    const comma = die.chance(0.92) ? ', ' : ' ';
    const names = people.map(
      ({ family, given }) => `${family}${comma}${full ? given : initials(given, '.', '')}`,
    );
    return listed(
      names,
      die.pick(['/', '; ', ' / ', ', ', '/ ']),
      die.pick(['/', '/', '; ', ' & ', ' und ', ' u. ', '/']),
    );
  },
};

/** Western names in the styles of East Asia, parted by `separator`. */
const joinedBy =
  (separator: string) =>
  (people: Person[], die: Dice): string => {
    const roll = die.next();
    const name = ({ family, given }: Person): string =>
      roll < 0.35
        ? `${family} ${initials(given, '', ' ')}`
        : roll < 0.5
          ? `${family.toUpperCase()} ${initials(given, '', ' ')}`
          : roll < 0.65
            ? `${family} ${initials(given, '. ', '').trim()}`
            : roll < 0.8
              ? `${given} ${family}`
              : roll < 0.9
                ? `${initials(given, '.', ' ')} ${family}`
                : `${family}, ${initials(given, '.', ' ')}`;
    return people.map(name).join(separator === ',' ? die.pick([',', ', ', '，']) : separator || ', ');
  };

const etAl: Record<string, string[]> = {
  zh: ['等', ',等', '，等', ', 等', '等人', ' 等'],
  ja: ['ほか', '他', ', 他', ' ほか', '、他'],
  ko: [' 외', ' 외 2인', ' 등'],
  latin: [' et al.', ', et al.', ' et al', ', et al'],
  de: [' u.a.', ' et al.', ' et al'],
};

interface Maker {
  lang: string;
  words?: Words;
  latin?: Latin;
  /** CJK references hold works in Latin letters now and then, and the other way round. */
  style: string;
}

const two = (value: number): string => String(value).padStart(2, '0');
const monthNames =
  'January February March April May June July August September October November December'.split(' ');
const germanMonths =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const wide = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const pages = (die: Dice): string => {
  const start = die.int(1, 600);
  if (die.chance(0.35)) return String(start);
  const dash = die.pick(['-', '-', '–', '—', '～', '〜', '－', '−', '--', '~']);
  const end = start + die.int(1, 40);
  return `${start}${dash}${die.chance(0.1) ? String(end).slice(-2) : end}`;
};

const url = (die: Dice): string =>
  `http${die.chance(0.7) ? 's' : ''}://${die.chance(0.7) ? 'www.' : ''}${die.pick(['example', 'news', 'gov', 'mod', 'archive', 'journal', 'people', 'mofa'])}${die.int(1, 99)}.${die.pick(['com', 'org', 'go.jp', 'gov.cn', 'co.kr', 'de', 'cn', 'net'])}/${die.pick(['a', 'news/2021', 'articles', 'pub/html', 'doc', '~x'])}/${die.int(100, 99999)}${die.pick(['', '.html', '.pdf', '.htm', '/', '?id=3'])}`;

const dates = (die: Dice, year: number) => {
  const [month, day] = [die.int(1, 12), die.int(1, 28)];
  const later = die.int(2005, 2025);
  const [m2, d2] = [die.int(1, 12), die.int(1, 28)];
  const era =
    year >= 2019 && die.chance(0.25)
      ? `令和${year - 2018}年`
      : year >= 1990 && year < 2019 && die.chance(0.15)
        ? `平成${year - 1988}年`
        : `${year}年`;
  return {
    isodate: die.pick([
      `${year}-${two(month)}-${two(day)}`,
      `${year}-${month}-${day}`,
      `${year}-${two(month)}-${two(day)}`,
    ]),
    zhdate: `${year}年${month}月${day}日`,
    jadate: `${era}${month}月${day}日`,
    kodate: die.pick([
      `${year}년 ${month}월 ${day}일`,
      `${year}. ${month}. ${day}`,
      `${year}.${two(month)}.${two(day)}`,
      `${year}.${month}.${day}`,
    ]),
    endate: die.pick([
      `${monthNames[month - 1]} ${day}, ${year}`,
      `${day} ${monthNames[month - 1]} ${year}`,
      `${monthNames[month - 1]!.slice(0, 3)}. ${day}, ${year}`,
      `${monthNames[month - 1]} ${year}`,
    ]),
    apadate: `${year}, ${monthNames[month - 1]} ${day}`,
    dedate: die.pick([
      `${day}.${month}.${year}`,
      `${day}. ${germanMonths[month - 1]} ${year}`,
      `${two(day)}.${two(month)}.${year}`,
    ]),
    accdate: die.pick([`${later}-${two(m2)}-${two(d2)}`, `${later}-${m2}-${d2}`]),
    acczh: `${later}年${m2}月${d2}日`,
    accja: die.pick([`${later}年${m2}月${d2}日`, `${later}/${m2}/${d2}`, `${later}-${two(m2)}-${two(d2)}`]),
    accko: die.pick([`${later}.${m2}.${d2}`, `${later}. ${m2}. ${d2}`, `${later}년 ${m2}월 ${d2}일`]),
    accen: `${monthNames[m2 - 1]} ${d2}, ${later}`,
    accde: `${d2}.${m2}.${later}`,
    month: String(month),
    month3: die.pick([
      monthNames[month - 1]!,
      monthNames[month - 1]!.slice(0, 3),
      `${monthNames[month - 1]!.slice(0, 3)}.`,
    ]),
  };
};

/** Which field of the item a slot of a template is. */
const slotFields: Record<string, string> = {
  author: 'author',
  foreign: 'author',
  body: 'author',
  editor: 'editor',
  translator: 'translator',
  title: 'title',
  container: 'container-title',
  journal: 'container-title',
  newspaper: 'container-title',
  series: 'collection-title',
  publisher: 'publisher',
  school: 'publisher',
  place: 'publisher-place',
  year: 'issued',
  isodate: 'issued',
  zhdate: 'issued',
  jadate: 'issued',
  kodate: 'issued',
  endate: 'issued',
  apadate: 'issued',
  dedate: 'issued',
  accdate: 'accessed',
  acczh: 'accessed',
  accja: 'accessed',
  accko: 'accessed',
  accen: 'accessed',
  accde: 'accessed',
  volume: 'volume',
  issue: 'issue',
  issue2: 'issue',
  page: 'page',
  edition: 'edition',
  edition2: 'edition',
  genre: 'genre',
  stdno: 'number',
  site: 'other',
  pageno: 'page',
  wp: 'container-title',
  volsign: 'volume',
  roman: 'volume',
  press: 'publisher',
  meeting: 'container-title',
  meetingde: 'container-title',
  patent: 'number',
  docno: 'number',
  reportno: 'number',
  wpen: 'container-title',
  body2: 'editor',
  site2: 'container-title',
  journalabbr: 'container-title',
};

/** Parts that few kinds of works have. */
const rareParts = (
  die: Dice,
  { words, latin }: Omit<Maker, 'style'>,
): Record<string, (style: string) => string> => ({
  press: () => (die.chance(0.5) ? (words ?? latin)!.body(die) : (words ?? latin)!.publisher(die)),
  meeting: () =>
    words
      ? `${die.pick(['', '第三届', '第十二届', '全国', '2019年', '中国', `第 ${die.int(2, 40)} 届`])}${words.series(die).slice(0, -2)}${die.pick(['国际研讨会', '学术研讨会', '学术年会', '国际学术会议', '论坛', '学术会议'])}`
      : `${die.pick(['Proceedings of the', 'International Conference on', 'Workshop on', 'Symposium on'])} ${latin!.journal(die)}`,
  meetingde: () => `„${latin?.title(die) ?? ''}“`,
  patent: () =>
    die.pick([
      `CN${die.int(100000000, 299999999)}${die.pick(['A', 'B', 'U'])}`,
      `${die.int(80000000, 99999999)}.${die.int(0, 9)}`,
      `US${die.int(1000000, 9999999)}`,
      `ZL${die.int(200010000000, 202310000000)}.${die.int(0, 9)}`,
    ]),
  docno: () =>
    `${die.pick(['国发', '国办发', '法释', '教体艺', '财税', '中发', '温委', '京政发'])}${die.pick(['〔@〕', '[@]', '（@）', '［@］']).replace('@', String(die.int(1995, 2023)))}${die.pick(['', ' ', '第'])}${die.int(1, 80)}${die.pick(['号', ' 号'])}`,
  reportno: () => `${die.pick(['', 'CS-', 'TR-', 'No. ', 'UCB/CSD-'])}${die.int(80, 99)}-${die.int(1, 300)}`,
  wpen: () =>
    die.pick([
      'Working Paper',
      'Discussion Paper',
      'Research Report',
      'CESifo Working Paper',
      'NBER Working Paper',
      'Policy Paper',
      'Technical Report',
      'Occasional Paper',
      'Working Paper Series',
      'Economics Discussion Papers',
      'Policy Research Working Paper',
    ]),
  body2: () => words?.body(die) ?? latin!.body(die),
  site2: () => words?.site(die) ?? latin!.newspaper(die),
  dept: () => die.pick(['历史学系', '法学院', '研究生院', '社会学系']),
  journalabbr: () =>
    die.pick([
      'Harv. L. Rev.',
      'Yale L.J.',
      'Phys. Rev. Lett.',
      'Phys. Rev. D',
      'J. Am. Chem. Soc.',
      'Nucl. Phys. B',
      'Astrophys. J.',
      'A&A',
      'MNRAS',
      'JHEP',
      'J. Appl. Phys.',
      'Proc. Natl. Acad. Sci. USA',
      'Angew. Chem. Int. Ed.',
      'Colum. L. Rev.',
      'Mod. L. Rev.',
      'Eur. J. Biochem.',
      'Phys. Lett. B',
      'Biochim. Biophys. Acta',
      'Commun. ACM',
      'IEEE Trans. Inf. Theory',
    ]),
});

const nameCount = (die: Dice): number => {
  const roll = die.next();
  return roll < 0.55 ? 1 : roll < 0.75 ? 2 : roll < 0.9 ? 3 : roll < 0.985 ? die.int(4, 7) : die.int(8, 24);
};

const render = (die: Dice, maker: Maker): { text: string; spans: FieldSpan[] } => {
  const { words, latin, lang } = maker;
  const year = die.int(die.chance(0.8) ? 1980 : 1900, 2024);
  const shared = dates(die, year);
  const volume = String(die.chance(0.85) ? die.int(1, 60) : die.int(60, 999));
  const number = die.chance(0.8) ? die.int(1, 12) : die.int(13, 400);
  const genres: Record<string, string[]> = {
    zh: ['博士学位论文', '硕士学位论文', '博士论文', '硕士论文'],
    ja: ['博士論文', '修士論文', '博士学位論文'],
    ko: ['박사학위논문', '석사학위논문', '박사논문', '박사학위 논문'],
    de: ['Dissertation', 'Diplomarbeit', 'unveröffentlichtes Manuskript', 'Mimeo', 'Habilitationsschrift'],
    en: ['PhD thesis', 'Ph.D. dissertation', 'Unpublished doctoral dissertation', 'Master’s thesis'],
  };
  const listOf = (style: string, role: string): string => {
    const several =
      role === 'editor'
        ? Math.min(nameCount(die), 3)
        : role === 'translator'
          ? die.int(1, 2)
          : nameCount(die);
    if (latin) {
      if (role === 'author' && die.chance(0.08)) return latin.body(die);
      const people = Array.from({ length: several }, () => latin.person(die));
      const list = (latinLists[style] ?? joinedBy(style))(people, die);
      return several > 1 && die.chance(0.12) ? list + die.pick(etAl[lang === 'de' ? 'de' : 'latin']!) : list;
    }
    if (die.chance(role === 'author' ? 0.09 : role === 'editor' ? 0.2 : 0.02)) return words!.body(die);
    if (role === 'author' && several === 1 && die.chance(0.1)) return words!.foreign(die);
    const separator = style || '、';
    const names = Array.from({ length: several }, () => {
      const name = words!.name(die);
      return lang === 'zh' && die.chance(0.02)
        ? 'Smith J'
        : lang === 'ja' && die.chance(0.08) && name.length === 4
          ? `${name.slice(0, 2)} ${name.slice(2)}`
          : name;
    });
    const list = names.join(separator === ',' ? die.pick([',', ', ', '，']) : separator);
    return several > 2 && die.chance(0.35) ? list + die.pick(etAl[lang]!) : list;
  };
  const values: Record<string, (style: string) => string> = {
    author: (style) => listOf(style, 'author'),
    editor: (style) => listOf(style, 'editor'),
    translator: (style) => listOf(style, 'translator'),
    foreign: () => words?.foreign(die) ?? listOf('fwd', 'author'),
    body: () => (words ?? latin)!.body(die),
    title: () => (words ?? latin)!.title(die),
    container: () => (words ?? latin)!.title(die),
    journal: () => (words ?? latin)!.journal(die),
    newspaper: () => (words ?? latin)!.newspaper(die),
    publisher: () => (words ?? latin)!.publisher(die),
    school: () => (words ?? latin)!.school(die),
    place: () => (words ?? latin)!.place(die),
    series: () => words?.series(die) ?? (lang === 'de' ? germanSeries(die) : latin!.journal(die)),
    site: () => words?.site(die) ?? latin!.newspaper(die),
    year: () => String(year) + (die.chance(0.03) ? die.pick(['a', 'b']) : ''),
    volume: () => volume,
    issue: () =>
      die.chance(0.05)
        ? `${number}-${number + 1}`
        : die.chance(0.03) && lang === 'zh'
          ? 'S1'
          : String(number),
    issue2: () => String(die.int(1, 6)),
    page: () => pages(die),
    page2: () => String(die.int(100, 300)),
    edition: () => String(die.int(2, 9)),
    edition2: () => die.pick(['第2版', '修订版', '第二版', '增订版', '第三版']),
    genre: () => die.pick(genres[lang] ?? genres.en!),
    stdno: () =>
      die.pick(['GB/T ', 'GB ', 'GB/T']) + die.int(100, 20000) + die.pick(['—', '-']) + die.int(1986, 2015),
    wp: () =>
      die.pick([
        'Arbeitspapier',
        'Discussion Paper',
        'WZB Discussion Paper',
        'Working Paper',
        'IAB-Forschungsbericht',
        'Schriftenreihe',
        'ZUMA-Arbeitsbericht',
        'Materialien',
        'Arbeitsbericht',
        'MPIfG Working Paper',
        'IZA Discussion Paper',
        'Geographische Schriften',
        'DIW-Wochenbericht',
      ]),
    sheets: () => String(die.int(100, 900)),
    roman: () => die.pick(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'XII']),
    pageno: () => String(die.int(1, 16)),
    volsign: () => die.pick(['上', '下', '中', '上册', '下册', '一', '二']),
    n: () => String(die.int(1, 150)),
    daynum: () => String(die.int(1, 28)),
    ...rareParts(die, { words, latin, lang }),
    doi: () =>
      `10.${die.int(1000, 9999)}/j.${die.pick(['abc', 'xyz', 'cnki', 'jss'])}.${die.int(1990, 2022)}.${die.int(1, 99)}`,
    url: () => url(die),
  };
  const widths = words && die.chance(lang === 'ja' ? 0.12 : 0.02);
  const spans: FieldSpan[] = [];
  let text = '';
  const template = chosen(maker.style, die);
  let at = 0;
  for (const match of template.matchAll(/\{(\w+)(?::([^}]*))?\}/g)) {
    text += template.slice(at, match.index);
    at = match.index + match[0].length;
    const slot = match[1]!;
    let value = values[slot]?.(match[2] ?? '') ?? shared[slot as keyof typeof shared] ?? '';
    if (widths && slot !== 'url' && slot !== 'doi' && slot !== 'n') value = wide(value);
    const field = slotFields[slot];
    if (field) spans.push([field, text.length, text.length + value.length]);
    text += value;
  }
  return { text: text + template.slice(at), spans };
};

/** Swaps signs for look-alikes of the same length, as other hands and scanners print them. */
const worn = (text: string, die: Dice): string => {
  const swaps: [RegExp, string][] = [
    [/，/g, ','],
    [/：/g, ':'],
    [/（/g, '('],
    [/）/g, ')'],
    [/；/g, ';'],
    [/,(?! )/g, '，'],
    [/\.$/, '。'],
    [/．/g, '.'],
    [/、/g, '，'],
    [/"/g, '“'],
    [/–/g, '-'],
    [/《|》/g, '"'],
  ];
  let out = text;
  for (let turns = die.int(1, 2); turns > 0; turns--) {
    const [from, to] = die.pick(swaps);
    if (!/https?:|10\.\d/.test(out)) out = out.replace(from, (sign) => (die.chance(0.8) ? to : sign));
  }
  return out;
};

/** Blanks dropped after signs, or put in; offsets follow. */
const respaced = ({ text, spans }: { text: string; spans: FieldSpan[] }, die: Dice) => {
  const drop = die.chance(0.5);
  const map = new Int32Array(text.length + 1);
  let out = '';
  for (let at = 0; at < text.length; at++) {
    map[at] = out.length;
    const sign = text[at]!;
    const before = text[at - 1] ?? '';
    if (drop && sign === ' ' && /[,.:;，．)\]]/.test(before) && die.chance(0.8)) continue;
    out += sign;
    if (!drop && /[，。：、》」』）]/.test(sign) && text[at + 1] !== ' ' && die.chance(0.3)) out += ' ';
  }
  map[text.length] = out.length;
  return { text: out, spans: spans.map(([field, start, end]): FieldSpan => [field, map[start]!, map[end]!]) };
};

const shares: [lang: string, share: number][] = [
  ['zh', 0.36],
  ['ja', 0.16],
  ['ko', 0.09],
  ['en', 0.19],
  ['de', 0.2],
];

/** The language whose share of the unit line `roll` falls on. */
const languageAt = (roll: number): string => {
  let passed = 0;
  for (const [lang, share] of shares) {
    passed += share;
    if (roll < passed) return lang;
  }
  return 'zh';
};

/** `size` references in many styles over works that do not exist (their parts in English are drawn from `harvest`). */
export const compose = (seed: number, size: number, harvest: Harvest): Labelled[] => {
  const die = dice(seeded(seed));
  const latin = english(harvest);
  const makers: Record<string, () => Maker> = {
    zh: () =>
      die.chance(0.2)
        ? { lang: 'zh', latin, style: die.pick(die.chance(0.35) ? latinStyles : chineseStyles) }
        : { lang: 'zh', words: chinese, style: die.pick(die.chance(0.14) ? koreanStyles : chineseStyles) },
    ja: () => ({
      lang: 'ja',
      ...(die.chance(0.1) ? { latin } : { words: japanese }),
      style: die.pick(die.chance(0.05) ? chineseStyles : die.chance(0.08) ? koreanStyles : japaneseStyles),
    }),
    ko: () => ({
      lang: 'ko',
      ...(die.chance(0.12) ? { latin } : { words: korean }),
      style: die.pick(koreanStyles),
    }),
    en: () => ({ lang: 'en', latin, style: die.pick(latinStyles) }),
    de: () =>
      die.chance(0.25)
        ? { lang: 'de', latin, style: die.pick(germanStyles) }
        : { lang: 'de', latin: german, style: die.pick(germanStyles) },
  };
  return Array.from({ length: size }, (_, at) => {
    const lang = languageAt(die.next());
    const maker = makers[lang]!();
    let { text, spans } = render(die, maker);
    if (die.chance(0.25)) ({ text, spans } = respaced({ text, spans }, die));
    if (die.chance(0.2)) text = worn(text, die);
    if (lang === 'zh' && maker.words && die.chance(0.2)) text = inTraditional(text);
    return { id: `composed-${at}`, source: 'composed', lang, text, spans };
  });
};
