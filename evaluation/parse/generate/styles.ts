import type { Kind, Work } from './item.ts';

/** A style prints a work as marked text (see `marked.ts`), for the kinds it knows. */
export interface Style {
  name: string;
  langs: readonly string[];
  kinds: Partial<Record<Kind, (work: Work) => string>>;
}

const two = (part: number) => String(part).padStart(2, '0');
const iso = ([year, month, day]: readonly number[]) => `${year}-${two(month!)}-${two(day!)}`;
const day = ({ year, month, day }: Work) => [year, month, day] as const;
const cjkDay = ([year, month, date]: readonly number[]) => `${year}年${month}月${date}日`;
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const usDay = ([year, month, date]: readonly number[]) => `${months[month! - 1]} ${date}, ${year}`;
const ukDay = ([year, month, date]: readonly number[]) => `${date} ${months[month! - 1]} ${year}`;
const dotDay = ([year, month, date]: readonly number[]) => `${year}. ${month}. ${date}.`;
const deDay = ([year, month, date]: readonly number[]) => `${two(date!)}.${two(month!)}.${year}`;

const dated = (code: 'i' | 'ac', parts: readonly number[], print: (parts: readonly number[]) => string) =>
  `⟦${code}=${iso(parts)}|${print(parts)}⟧`;
const names = (code: string, people: readonly string[], between: string, last = between) =>
  people
    .map((name, at) => `${at === 0 ? '' : at === people.length - 1 ? last : between}⟦${code}:${name}⟧`)
    .join('');
const surname = (name: string) => name.split(' ').at(-1) as string;
const forenames = (name: string) => name.split(' ').slice(0, -1).join(' ');
const initials = (name: string, stop = '.') =>
  forenames(name)
    .split(/[ -]/)
    .map((part) => part[0] + stop)
    .join(stop ? ' ' : '');
const inverted = (people: readonly string[], last: string) =>
  names(
    'a',
    people.map((name) => `${surname(name)}, ${initials(name)}`),
    ', ',
    last,
  );
const vancouver = (people: readonly string[]) =>
  names(
    'av',
    people.map((name) => `${surname(name)} ${initials(name, '')}`),
    ', ',
  );
const pages = ({ from, to }: Work, dash = '-') => `⟦pg:${from}${dash}${to}⟧`;
const t = ({ title }: Work) => `⟦t:${title}⟧`;
const home = ({ place, publisher }: Work) => `⟦w:${place}⟧：⟦p:${publisher}⟧`;
const western = ({ place, publisher }: Work) => `⟦w:${place}⟧: ⟦p:${publisher}⟧`;

/** A Chinese sociology list with the year in brackets behind the authors and full-width signs. */
const yearFirst: Style = {
  name: 'year behind authors, full width',
  langs: ['zh', 'zh-Hant'],
  kinds: {
    'article-journal': (w) =>
      `${names('a', w.people, '、')}（⟦i:${w.year}⟧）：${t(w)}，《⟦c:${w.journal}⟧》第⟦n:${w.issue}⟧期，第${pages(w, '～')}页。`,
    book: (w) => `${names('a', w.people, '、')}（⟦i:${w.year}⟧）：《⟦t:${w.title}⟧》，${home(w)}。`,
    thesis: (w) => `${names('a', w.people, '、')}（⟦i:${w.year}⟧）：${t(w)}，⟦p:${w.school}⟧博士论文。`,
  },
};
/** Notes as books and quarterlies print them, the place in brackets. */
const bracketNotes: Style = {
  name: 'notes with the imprint in brackets',
  langs: ['zh-Hant', 'zh'],
  kinds: {
    book: (w) =>
      `${names('a', w.people, '、')}，《⟦t:${w.title}⟧》（${home(w)}，⟦i:${w.year}⟧年），頁⟦pg:${w.from}⟧。`,
    chapter: (w) =>
      `${names('a', w.people, '、')}，〈⟦t:${w.title}⟧〉，收錄於⟦e:${w.editor}⟧編《⟦c:${w.container}⟧》（${home(w)}，⟦i:${w.year}⟧），頁${pages(w)}。`,
    'article-journal': (w) =>
      `${names('a', w.people, '、')}：〈⟦t:${w.title}⟧〉，《⟦c:${w.journal}⟧》⟦v:${w.volume}⟧卷⟦n:${w.issue}⟧期（⟦i:${w.year}⟧年），${pages(w, '–')}頁`,
    'article-newspaper': (w) => `《⟦c:${w.paper}⟧》${dated('i', day(w), cjkDay)}，〈⟦t:${w.title}⟧〉。`,
  },
};
const markedList: Style = {
  name: 'type marks, as typed',
  langs: ['zh', 'en'],
  kinds: {
    'article-journal': (w) =>
      `${names('a', w.people, ',')}. ${t(w)} [J] . ⟦c:${w.journal}⟧, ⟦i:${w.year}⟧, ⟦v:${w.volume}⟧ (⟦n:${w.issue}⟧) : ${pages(w, ' - ')} .`,
    book: (w) => `${names('a', w.people, ', ')}．${t(w)}［M］．${western(w)}，⟦i:${w.year}⟧．`,
    chapter: (w) =>
      `${names('a', w.people, ', ')}.${t(w)}[A].见:⟦e:${w.editor}⟧.⟦c:${w.container}⟧[C].⟦w:${w.place}⟧:⟦p:${w.publisher}⟧,⟦i:${w.year}⟧.${pages(w)}.`,
    webpage: (w) => `${names('a', w.people, ',')}.${t(w)}[EB/OL].${dated('i', day(w), iso)}.⟦u:${w.url}⟧.`,
    'article-newspaper': (w) =>
      `${names('a', w.people, '，')}．${t(w)}［N］．⟦c:${w.paper}⟧，${dated('i', day(w), iso)}（⟦pg:${(w.from % 16) + 1}⟧）．`,
  },
};
const webNotes: Style = {
  name: 'press and web notes',
  langs: ['zh'],
  kinds: {
    webpage: (w) =>
      `${names('a', w.people, '、')}：“⟦t:${w.title}⟧”，⟦c:${w.paper}⟧网，${dated('i', day(w), cjkDay)}，⟦u:${w.url}⟧，${dated('ac', w.accessed, cjkDay)}检索。`,
    'article-newspaper': (w) =>
      `${names('a', w.people, ' ')} 《⟦t:${w.title}⟧》 《⟦c:${w.paper}⟧》 ${dated('i', day(w), cjkDay)}`,
  },
};
const japaneseNotes: Style = {
  name: 'Japanese notes',
  langs: ['ja'],
  kinds: {
    book: (w) =>
      `${names('a', w.people, '・')}『⟦t:${w.title}⟧』、⟦p:${w.publisher}⟧、⟦i:${w.year}⟧年、${pages(w)}ページ。`,
    chapter: (w) =>
      `${names('a', w.people, '／')}「⟦t:${w.title}⟧」（⟦e:${w.editor}⟧編著『⟦c:${w.container}⟧』⟦p:${w.publisher}⟧、⟦i:${w.year}⟧年所収）、${pages(w, '〜')}頁。`,
    'article-journal': (w) =>
      `${names('a', w.people, '・')}「⟦t:${w.title}⟧」『⟦c:${w.journal}⟧』⟦v:${w.volume}⟧(⟦n:${w.issue}⟧)、⟦i:${w.year}⟧年、pp.${pages(w)}`,
    'article-newspaper': (w) => `『⟦c:${w.paper}⟧』${dated('i', day(w), cjkDay)}付朝刊「⟦t:${w.title}⟧」。`,
    webpage: (w) =>
      `${names('a', w.people, '・')}「⟦t:${w.title}⟧」${dated('i', day(w), ([y, m, d]) => `${y}/${m}/${d}`)} <⟦u:${w.url}⟧>（閲覧日：${dated('ac', w.accessed, cjkDay)}）`,
    thesis: (w) =>
      `${names('a', w.people, '・')}『⟦t:${w.title}⟧』（⟦p:${w.school}⟧大学院修士論文、⟦i:${w.year}⟧年度）`,
  },
};
const japaneseList: Style = {
  name: 'Japanese lists',
  langs: ['ja'],
  kinds: {
    book: (w) => `${names('a', w.people, '，')}，${t(w)}，⟦p:${w.publisher}⟧，⟦i:${w.year}⟧`,
    'article-journal': (w) =>
      `${names('a', w.people, ', ')}. (⟦i:${w.year}⟧). ${t(w)}. ⟦c:${w.journal}⟧, ⟦v:${w.volume}⟧, ${pages(w, '–')}. https://doi.org/⟦d:${w.doi}⟧`,
  },
};
const koreanNotes: Style = {
  name: 'Korean notes and lists',
  langs: ['ko'],
  kinds: {
    book: (w) =>
      `${names('a', w.people, '·')}, 『⟦t:${w.title}⟧』, ⟦w:${w.place}⟧: ⟦p:${w.publisher}⟧, ⟦i:${w.year}⟧, ⟦pg:${w.from}⟧쪽.`,
    'article-journal': (w) =>
      `${names('a', w.people, ', ')} (⟦i:${w.year}⟧). "${t(w)}." 『⟦c:${w.journal}⟧』, ⟦v:${w.volume}⟧(⟦n:${w.issue}⟧), ${pages(w, '∼')}.`,
    thesis: (w) =>
      `${names('a', w.people, ', ')}, 「⟦t:${w.title}⟧」, ⟦p:${w.school}⟧ 박사논문, ⟦i:${w.year}⟧.`,
    'article-newspaper': (w) => `「⟦t:${w.title}⟧」, 《⟦c:${w.paper}⟧》, ${dated('i', day(w), dotDay)}`,
    webpage: (w) =>
      `⟦t:${w.title}⟧, ⟦c:${w.paper}⟧, ${dated('i', day(w), dotDay)}, ⟦u:${w.url}⟧ (${dated('ac', w.accessed, dotDay)} 방문)`,
  },
};
const englishNotes: Style = {
  name: 'English notes',
  langs: ['en'],
  kinds: {
    book: (w) =>
      `${names('a', w.people, ', ', ' and ')}, ⟦t:${w.title}⟧ (${western(w)}, ⟦i:${w.year}⟧), pp. ${pages(w, '–')}.`,
    chapter: (w) =>
      `${names('a', w.people, ', ', ' and ')}, ‘⟦t:${w.title}⟧’, in ⟦e:${w.editor}⟧ (ed.), ⟦c:${w.container}⟧ (⟦p:${w.publisher}⟧ ⟦i:${w.year}⟧) ⟦pg:${w.from}⟧`,
    'article-journal': (w) =>
      `${names('a', w.people, ', ', ' and ')}, "⟦t:${w.title}⟧," ⟦c:${w.journal}⟧, Vol. ⟦v:${w.volume}⟧, No. ⟦n:${w.issue}⟧ (⟦i:${w.year}⟧), pp. ${pages(w)}.`,
    'article-newspaper': (w) =>
      `${names('a', w.people, ' and ')}, “⟦t:${w.title}⟧”, ⟦c:${w.paper}⟧ (${dated('i', day(w), ukDay)})`,
    webpage: (w) =>
      `“⟦t:${w.title}⟧.” ⟦c:${w.paper}⟧. ${dated('i', day(w), usDay)}. ⟦u:${w.url}⟧. Last accessed ${dated('ac', w.accessed, usDay)}.`,
    thesis: (w) =>
      `${names('a', w.people, ' and ')}, ‘⟦t:${w.title}⟧’ (unpublished PhD thesis, ⟦p:${w.school}⟧, ⟦i:${w.year}⟧).`,
  },
};
const englishList: Style = {
  name: 'English lists',
  langs: ['en'],
  kinds: {
    book: (w) =>
      `${inverted(w.people, ' and ')}, ⟦i:${w.year}⟧. ⟦t:${w.title}⟧. ⟦p:${w.publisher}⟧, ⟦w:${w.place}⟧.`,
    'article-journal': (w) =>
      `${vancouver(w.people)}. ${t(w)}. ⟦c:${w.journal}⟧ ⟦i:${w.year}⟧;⟦v:${w.volume}⟧:${pages(w, '–')}. doi:⟦d:${w.doi}⟧.`,
    chapter: (w) =>
      `${inverted(w.people, ' & ')} (⟦i:${w.year}⟧). ${t(w)}. In ⟦e:${w.editor}⟧ (Ed.), ⟦c:${w.container}⟧ (pp. ${pages(w)}). ⟦p:${w.publisher}⟧.`,
    webpage: (w) =>
      `${inverted(w.people, ' & ')} (${dated('i', day(w), usDay)}). ${t(w)}. ⟦c:${w.paper}⟧. ⟦u:${w.url}⟧`,
  },
};
const german: Style = {
  name: 'German notes and lists',
  langs: ['de'],
  kinds: {
    book: (w) =>
      `${names('a', w.people, ', ', ' und ')}: ⟦t:${w.title}⟧. ⟦w:${w.place}⟧ (⟦p:${w.publisher}⟧) ⟦i:${w.year}⟧.`,
    'article-journal': (w) =>
      `${names('a', w.people, ' / ')}, ⟦t:${w.title}⟧, in: ⟦c:${w.journal}⟧ ⟦v:${w.volume}⟧, H. ⟦n:${w.issue}⟧ (⟦i:${w.year}⟧), S. ${pages(w, '–')}.`,
    chapter: (w) =>
      `${inverted(w.people, '; ')} (⟦i:${w.year}⟧): ${t(w)}. In: ⟦e:${w.editor}⟧ (Hg.): ⟦c:${w.container}⟧. ⟦w:${w.place}⟧, S. ${pages(w)}.`,
    webpage: (w) =>
      `${names('a', w.people, ' und ')}: ⟦t:${w.title}⟧, ${dated('i', day(w), deDay)}, ⟦u:${w.url}⟧ (letzter Zugriff: ${dated('ac', w.accessed, deDay)}).`,
  },
};

export const styles: readonly Style[] = [
  yearFirst,
  bracketNotes,
  markedList,
  webNotes,
  japaneseNotes,
  japaneseList,
  koreanNotes,
  englishNotes,
  englishList,
  german,
];
