import type { Dice } from '../compose/random.ts';
import type { Latin } from '../compose/western.ts';
import type { Words } from '../compose/words.ts';

/** Makers of citations that `training/compose` has none of: short ones, cases, statutes, legal notes, pages of the web and the press. */
export type Maker = (die: Dice) => string;

const initialsOf = (given: string): string =>
  given
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((part) => `${part[0]}.`)
    .join('');

const year = (die: Dice): number => die.int(1900, 2024);
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const english = (die: Dice): string =>
  die.pick([
    `${die.pick(months)} ${die.int(1, 28)}, ${year(die)}`,
    `${die.int(1, 28)} ${die.pick(months)} ${year(die)}`,
    `${die.pick(months).slice(0, 3)}. ${die.int(1, 28)}, ${year(die)}`,
    `${die.pick(months)} ${year(die)}`,
  ]);
const cjkDate = (die: Dice): string => `${die.int(1990, 2025)}年${die.int(1, 12)}月${die.int(1, 28)}日`;
const link = (die: Dice): string =>
  `http${die.chance(0.8) ? 's' : ''}://${die.pick(['www.', '', 'news.', 'data.'])}${die.pick(['example', 'kantei', 'people', 'stats', 'daily', 'archive', 'press'])}${die.int(1, 99)}.${die.pick(['org', 'go.jp', 'gov.cn', 'com', 'co.kr', 'gov', 'de'])}/${die.pick(['news/', 'a/', 'en/docs/', 'press/2021/', ''])}${die.pick(['', 'index_'])}${die.int(10, 99999)}${die.pick(['', '.html', '.pdf', '/', '.htm', '?id=4'])}`;
const span = (die: Dice): string => {
  const from = die.int(1, 700);
  return die.pick([
    `${from}`,
    `${from}–${from + die.int(1, 30)}`,
    `${from}-${from + die.int(1, 30)}`,
    `${from}, ${from + 3}`,
  ]);
};

/** Legal notes in English: authors forward, year in brackets, volume before and page behind the journal. */
export const legal = (latin: Latin): Maker[] => {
  const author = (die: Dice): string => {
    const one = (): string => {
      const { family, given } = latin.person(die);
      return die.chance(0.7) ? `${initialsOf(given)} ${family}` : `${given} ${family}`;
    };
    return die.chance(0.75) ? one() : `${one()}${die.pick([' and ', ' & ', ', and '])}${one()}`;
  };
  const quote = (die: Dice, text: string): string => die.pick([`‘${text}’`, `“${text}”`, `‘${text}’`, text]);
  const party = (die: Dice): string =>
    die.pick([
      latin.person(die).family,
      latin.publisher(die),
      latin.body(die),
      'R.',
      'Commonwealth',
      'United States',
      `${latin.person(die).family} Ltd`,
    ]);
  const reports = [
    'A.C.',
    'All E.R.',
    'W.L.R.',
    'C.L.R.',
    'A.L.R.',
    'U.S.',
    'F.3d',
    'F. Supp.',
    'S. Ct.',
    'Q.B.',
    'Ch.',
    'N.S.W.L.R.',
    'E.H.R.R.',
  ];
  const short = (die: Dice): string =>
    die.pick([
      'Mod. Law Rev.',
      'J. of Law and Society',
      'Harv. L. Rev.',
      'Yale L.J.',
      'Oxford J. Legal Studies',
      'Am. J. Comp. L.',
      'Int. J. of Law',
      'Cambridge Law J.',
      latin.journal(die),
    ]);
  const at = (die: Dice): string =>
    die.pick([
      '',
      ` at ${die.int(10, 600)}`,
      `, ${die.int(10, 600)}`,
      ` at pp. ${span(die)}`,
      ` at p. ${die.int(1, 400)}`,
    ]);
  return [
    (die) =>
      `${author(die)}, ${quote(die, latin.title(die))} (${year(die)}) ${die.int(1, 99)} ${short(die)} ${die.int(1, 900)}${at(die)}`,
    (die) =>
      `${author(die)}, ${latin.title(die)} (${year(die)})${die.pick(['', ` ${span(die)}`, ` ch. ${die.int(1, 12)}`, ` ${die.int(1, 300)}`])}`,
    (die) =>
      `${author(die)}, ${quote(die, latin.title(die))} in ${latin.title(die)}, ${die.pick(['ed. ', 'eds. '])}${author(die)} (${year(die)})${die.pick(['', ` ${span(die)}`])}`,
    (die) =>
      `${author(die)}, ${quote(die, latin.title(die))}, ${die.int(1, 99)} ${short(die)} ${die.int(1, 900)}${at(die)} (${year(die)})`,
    (die) => `${author(die)}, ${latin.title(die)} ${span(die)} (${die.int(2, 9)}th ed. ${year(die)})`,
    (die) =>
      `${party(die)} v. ${party(die)}${die.pick([' ', ', '])}${die.pick([`[${year(die)}]`, `(${year(die)})`])} ${die.int(1, 40)} ${die.pick(reports)} ${die.int(1, 900)}${at(die)}`,
    (die) =>
      `${party(die)} v. ${party(die)}, ${die.int(1, 600)} ${die.pick(reports)} ${die.int(1, 999)}${at(die)} (${year(die)})`,
    (die) =>
      `${die.pick(['Family', 'Criminal Code', 'Contracts Review', 'Data Protection', 'Food Safety', 'Domestic Relations', 'Crimes (Amendment)'])} Act ${year(die)}${die.pick(['', ' (U.K.)', ' (N.S.W.)', ' (Cwth.)', `, s. ${die.int(1, 90)}`])}`,
    (die) =>
      `${die.int(5, 50)} ${die.pick(['U.S.C.', 'C.F.R.'])} ${die.pick(['§', '§§'])} ${die.int(1, 2000)}${die.pick(['', `(${die.pick(['a', 'b', 'c'])})`, ` (${year(die)})`])}`,
    (die) =>
      `Pub. L. No. ${die.int(80, 117)}-${die.int(1, 500)}, ${die.int(40, 130)} Stat. ${die.int(1, 3000)} (${year(die)})`,
    (die) => `U.S. Const. art. ${die.pick(['I', 'II', 'VI'])}, ${die.pick(['§', 'cl.'])} ${die.int(1, 10)}`,
    (die) => `H.R. Rep. No. ${die.int(80, 117)}-${die.int(1, 900)}, at ${die.int(1, 90)} (${year(die)})`,
    (die) =>
      `${author(die)}, “${latin.title(die)},” ${latin.journal(die)} ${die.int(1, 90)}, no. ${die.int(1, 6)} (${year(die)}): ${span(die)}`,
    (die) =>
      `${author(die)}, “${latin.title(die)},” ${latin.newspaper(die)}, ${english(die)}${die.pick(['', `, ${link(die)}`, `. ${link(die)}`])}`,
    (die) =>
      `${latin.title(die)}, ${latin.body(die)}, ${english(die)}${die.pick(['', `, ${link(die)}`, `. ${link(die)}`, ` (${link(die)})`])}`,
    (die) =>
      `${author(die)}, ${latin.title(die)} (${latin.place(die)}: ${latin.publisher(die)}, ${year(die)})${die.pick(['', `, ${span(die)}`, `, p. ${die.int(1, 300)}`])}`,
    (die) =>
      `${latin.body(die)}, ${latin.title(die)} (${year(die)}), ${link(die)}${die.pick(['', ` (last visited ${english(die)})`, ` [https://perma.cc/${die.int(1000, 9999)}-ABCD]`])}`,
  ];
};

/** Legal notes in German. */
export const germanLegal = (latin: Latin): Maker[] => {
  const name = (die: Dice): string => {
    const one = latin.person(die).family;
    return die.chance(0.75) ? one : `${one}/${latin.person(die).family}`;
  };
  const at = (die: Dice): string =>
    die.pick(['', ` (${die.int(1, 300)} ff.)`, ` (${die.int(1, 300)})`, ' ff.', ' f.']);
  return [
    (die) =>
      `${name(die)}, ${latin.title(die)}, ${latin.journal(die)} ${die.int(1, 90)} (${year(die)}) ${die.int(1, 500)}${at(die)}`,
    (die) =>
      `${name(die)}, ${latin.title(die)}, in: ${name(die)}${die.pick(['', ' (Hrsg.)'])}, ${latin.title(die)}${die.pick(['', `, Bd. ${die.int(1, 9)}`])} (${die.pick(['', `${latin.place(die)} `])}${year(die)}) ${die.int(1, 400)}${at(die)}`,
    (die) =>
      `${name(die)}, ${latin.title(die)} (${die.pick(['', `${die.int(2, 9)}. Aufl. `, `${latin.place(die)} `])}${year(die)})${die.pick(['', ` ${die.int(1, 400)}${at(die)}`])}`,
    (die) => `${name(die)}, ${latin.title(die)}, in: ${name(die)} ${die.int(1, 300)}${at(die)}`,
    (die) =>
      `${name(die)}, ${latin.title(die)}, ${latin.place(die)} ${year(die)}${die.pick(['', `, S. ${die.int(1, 300)}`, `, S. ${die.int(1, 300)} ff.`])}`,
    (die) => `BGHZ ${die.int(1, 200)}, ${die.int(1, 400)}${at(die)}`,
    (die) => `BVerfGE ${die.int(1, 140)}, ${die.int(1, 400)}${at(die)}`,
  ];
};

/** Citations that name a work by its author, or by the note it stood in. */
export const short: Record<string, (family: () => string) => Maker[]> = {
  en: (family) => [
    (die) =>
      `${family()}, ${die.pick(['op. cit.', 'op. cit.', 'id.', 'loc. cit.'])}${die.pick(['', `, n. ${die.int(1, 90)}`, `, n. ${die.int(1, 90)}, p. ${die.int(1, 300)}`, `, p. ${die.int(1, 300)}`, `, pp. ${span(die)}`])}`,
    (die) =>
      `${die.pick(['id.', 'Id.', 'Ibid.', 'ibid.'])}${die.pick(['', `, p. ${die.int(1, 300)}`, ` at ${die.int(1, 300)}`, `, ${die.int(1, 300)}`, `, para. ${die.int(1, 9)}.${die.int(1, 20)}`, `, pp. ${span(die)}`])}`,
    (die) => `${family()}, supra note ${die.int(1, 99)}, at ${span(die)}`,
    (die) => `supra note ${die.int(1, 99)}${die.pick(['', `, at ${die.int(1, 99)}`])}`,
    (die) => `${family()}${die.pick([' and ', ' & '])}${family()}, op. cit.`,
    (die) => `${family()} (${year(die)})${die.pick(['', `, ${die.int(1, 300)}`, `, p. ${die.int(1, 300)}`])}`,
    (die) => `Above, n. ${die.int(1, 90)}`,
  ],
  de: (family) => [
    (die) =>
      `${family()} ${year(die)}${die.pick(['', `, S. ${die.int(1, 400)}`, `, S. ${die.int(1, 400)} ff.`, ` S. ${die.int(1, 400)}`, `, S. ${die.int(1, 400)} f.`])}`,
    (die) =>
      `${family()}/${family()}${die.pick([' ', ', '])}${year(die)}${die.pick(['', `, S. ${die.int(1, 400)} ff.`])}`,
    (die) => `${family()} (oben N. ${die.int(1, 90)}) ${die.int(1, 300)}${die.pick(['', ' ff.', ' f.'])}`,
    (die) => `${family()} ${die.int(1, 300)} ${die.pick(['f.', 'ff.'])}`,
    (die) => `${family()}${die.pick([' ', ', '])}a.a.O.${die.pick(['', `, S. ${die.int(1, 400)}`])}`,
    (die) => `Ebd.${die.pick(['', `, S. ${die.int(1, 400)}`])}`,
    (die) => `${family()}/${family()} ${die.pick(['I', 'II'])} ${die.int(1, 300)}`,
    (die) => `${family()}, ${year(die)}${die.pick(['', ` S. ${die.int(1, 400)} ff.`])}`,
  ],
  zh: (family) => [
    (die) => `同上${die.pick(['', '书', '文', '注'])}${die.pick(['', `，第${die.int(1, 300)}页`])}`,
    (die) => `${family()}：前引${die.pick(['书', '文'])}${die.pick(['', `，第${die.int(1, 300)}页`])}`,
    (die) =>
      `同注${die.pick(['〔', '[', ''])}${die.int(1, 60)}${die.pick(['〕', ']', ''])}，第${die.int(1, 300)}页`,
    (die) => `前引${die.int(1, 60)}，${family()}书，第${die.int(1, 300)}页`,
    (die) => `${family()}，同前註，頁${die.int(1, 300)}`,
  ],
  ja: (family) => [
    (die) =>
      `前掲注${die.pick(['', '（', '('])}${die.int(1, 60)}${die.pick(['）', ')', ''])}${die.int(1, 300)}頁`,
    (die) => `${family()}・前掲注（${die.int(1, 60)}）${die.int(1, 300)}頁`,
    (die) => `${family()}、前掲書、${die.int(1, 300)}頁`,
    (die) => `同上、${die.int(1, 300)}頁`,
    () => '同上',
  ],
  ko: (family) => [
    (die) => `위의 ${die.pick(['글', '책', '논문'])}, ${die.int(1, 300)}쪽`,
    (die) => `${family()}, 앞의 ${die.pick(['글', '책'])}, ${die.int(1, 300)}쪽`,
    (die) => `${family()}, 앞의 논문, ${span(die)}면`,
  ],
};

const initialled = (die: Dice): string =>
  `${die.pick(['Miller', 'Petrov', 'Okafor', 'Lindqvist', 'Haddad', 'Nguyen', 'Brandt', 'Ivanova'])} ${die.pick(['A', 'B', 'D', 'K', 'M', 'S'])}.${die.pick(['', ` ${die.pick(['L', 'T', 'V', 'W'])}.`])}`;

/** Pages of the web and the press in Chinese, Japanese and Korean notes, and bare titles with a year. */
export const press = (words: Words, lang: string): Maker[] => {
  const access = (die: Dice): string =>
    lang === 'ja'
      ? die.pick([
          `（最終閲覧日${cjkDate(die)}）`,
          `(最終閲覧日${cjkDate(die)})`,
          `（${cjkDate(die)}閲覧）`,
          `（最終アクセス：${cjkDate(die)}）`,
          '',
        ])
      : lang === 'ko'
        ? die.pick([
            `(검색일: ${die.int(2015, 2025)}.${die.int(1, 12)}.${die.int(1, 28)})`,
            ` (접속일: ${die.int(2015, 2025)}-0${die.int(1, 9)}-1${die.int(0, 9)})`,
            '',
          ])
        : die.pick([
            `，访问日期：${cjkDate(die)}`,
            `（最后访问日期：${cjkDate(die)}）`,
            `，${cjkDate(die)}访问`,
            '',
            `[${die.int(2015, 2025)}-0${die.int(1, 9)}-1${die.int(0, 9)}]`,
          ]);
  const break_ = (die: Dice): string => die.pick(['', '\n', ' ', '\n\n', '，']);
  const site = (die: Dice): string =>
    die.pick([words.newspaper(die), words.body(die), words.site(die), words.newspaper(die)]);
  if (lang === 'ja')
    return [
      (die) =>
        `「${words.title(die)}」、${site(die)}、${cjkDate(die)}${break_(die)}${link(die)}${access(die)}`,
      (die) =>
        `${words.name(die)}「${words.title(die)}」、${site(die)}、${cjkDate(die)}${die.pick(['。', ''])}${break_(die)}${link(die)}${access(die)}`,
      (die) => `${words.title(die)}、${site(die)}、${cjkDate(die)}${break_(die)}${link(die)}${access(die)}`,
      (die) => `「${words.title(die)}」、${site(die)}、${cjkDate(die)}、第${die.int(1, 60)}頁`,
    ];
  if (lang === 'ko')
    return [
      (die) =>
        `${words.name(die)}, "${words.title(die)}", ${words.newspaper(die)}, ${die.int(2000, 2025)}-0${die.int(1, 9)}-1${die.int(0, 9)} — ${link(die)}${access(die)}`,
      (die) =>
        `${words.body(die)}, 「${words.title(die)}」, ${die.int(2000, 2025)}.${die.int(1, 12)}.${die.int(1, 28)}. ${link(die)}${access(die)}`,
      (die) =>
        `"${words.title(die)}," ${words.newspaper(die)} (${die.int(2000, 2025)}. ${die.int(1, 12)}. ${die.int(1, 28)}.), ${link(die)}${access(die)}`,
    ];
  return [
    (die) =>
      `${words.title(die)}，${site(die)}，${cjkDate(die)}${die.pick(['。', '.', ''])}${break_(die)}${link(die)}${access(die)}`,
    (die) =>
      `《${words.title(die)}》，${site(die)}，${cjkDate(die)}${die.pick(['，', '。', ''])}${link(die)}${access(die)}`,
    (die) => `《${words.title(die)}》，${words.newspaper(die)}${cjkDate(die)}，第${die.int(1, 16)}版`,
    (die) =>
      `${words.name(die)}:${words.title(die)},《${words.journal(die)}》,${die.int(1995, 2024)}年第${die.int(1, 12)}期,第${span(die)}页`,
    (die) =>
      `${words.body(die)}：《${words.title(die)}》，${cjkDate(die)}${die.pick(['', `，${link(die)}`])}`,
    (die) =>
      `${words.name(die)}，《${words.title(die)}》（${words.place(die)}：${words.publisher(die)}，${die.int(1960, 2022)}）`,
    (die) => `《${words.title(die)}》（${die.int(1950, 2022)}）`,
    (die) =>
      `${initialled(die)}、${initialled(die)}：《${words.title(die)}》，${words.name(die)}、${words.name(die)}译，${words.place(die)}：${words.publisher(die)}，${die.int(1960, 2022)}年`,
    (die) => `${initialled(die)}等：《${words.title(die)}——${words.title(die)}》，${die.int(1960, 2022)}年`,
    (die) =>
      `${words.name(die)}：《${words.title(die)}: ${words.title(die)}》，《${words.newspaper(die)}》${die.int(1960, 2022)}年`,
    (die) => `${words.body(die)}，《${words.title(die)}》，${die.int(1950, 2022)}年`,
  ];
};
