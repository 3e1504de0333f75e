import type { Item } from '../../model/item.ts';

/** Citation templates by name, in the wikis that have their own names for them. */
const families: readonly (readonly [Item['type'], string])[] = [
  ['webpage', 'cite web|citeweb|cite website|웹 인용|internetquelle|lien web|cita web|引用网页|網頁引用'],
  ['article-newspaper', 'cite news|citenews|cite newspaper|cite press|뉴스 인용|cita noticia'],
  ['article-magazine', 'cite magazine|cite periodical|잡지 인용'],
  [
    'article-journal',
    'cite journal|cite arxiv|cite biorxiv|cite ssrn|저널 인용|学术期刊引用|article|cita publicación',
  ],
  ['book', 'cite book|citebook|서적 인용|literatur|ouvrage|cita libro|书籍引用'],
  ['chapter', 'cite chapter'],
  ['entry-encyclopedia', 'cite encyclopedia|cite encyclopaedia|cite dictionary|백과사전 인용|chapitre'],
  ['paper-conference', 'cite conference|컨퍼런스 인용'],
  ['report', 'cite report|cite techreport|cite tech report|보고서 인용'],
  ['thesis', 'cite thesis|cite dissertation|학위논문 인용'],
  ['article-newspaper', 'cite press release|보도 자료 인용|cite wikisource'],
  ['motion_picture', 'cite av media|cite video|cite dvd notes|영상 인용'],
  ['broadcast', 'cite episode|cite serial|cite podcast'],
  ['speech', 'cite speech'],
  ['interview', 'cite interview'],
  ['map', 'cite map'],
  ['post', 'cite tweet|cite mailing list|cite newsgroup|cite instagram'],
  ['legal_case', 'cite court'],
  ['patent', 'cite patent'],
  ['document', 'citation|cite|cite document|인용|引用|cite sign|cite report document|cite q'],
];
const types = new Map(
  families.flatMap(([type, names]) => names.split('|').map((name) => [name, type] as const)),
);

/** The type a citation template stands for; undefined for a template that cites nothing. */
export const typeOfTemplate = (name: string): Item['type'] | undefined => types.get(name);

/** Template parameters by CSL field; earlier names win. `%` stands for a number, or none. */
export const parameters: readonly (readonly [keyof Item, string])[] = [
  ['title', 'title|titel|titre|título|제목|书名|題名|タイトル|script-title|chapter-title'],
  [
    'container-title',
    'work|website|newspaper|journal|magazine|periodical|encyclopedia|encyclopaedia|dictionary|werk|sammelwerk|site|périodique|작품명|웹사이트|신문|저널|잡지|백과사전|book-title|conference|sitio web|obra|publicación|program|series-title',
  ],
  [
    'publisher',
    'publisher|institution|school|hrsg|verlag|éditeur|editorial|출판사|기관|agency|出版社|出版者',
  ],
  ['publisher-place', 'location|place|publication-place|ort|lieu|위치|장소|ubicación'],
  ['volume', 'volume|band|권|volumen'],
  ['issue', 'issue|number|nummer|호|numéro|número'],
  ['page', 'pages|page|seiten|쪽|pp|p|página|páginas|頁'],
  ['edition', 'edition|auflage|판|édition'],
  ['collection-title', 'series|reihe|collection'],
  ['language', 'language|lang|sprache|언어|langue|idioma'],
  ['DOI', 'doi'],
  ['ISBN', 'isbn|isbn13'],
  ['ISSN', 'issn'],
  ['PMID', 'pmid'],
  ['PMCID', 'pmc'],
];
export const dateParameters: readonly (readonly ['issued' | 'accessed', string])[] = [
  ['issued', 'date|datum|날짜|fecha|publication-date|연도|year|jahr|année|año|日付|年'],
  [
    'accessed',
    'access-date|accessdate|abruf|zugriff|확인날짜|확인일자|consulté le|fechaacceso|閲覧日|accessed',
  ],
];
export const urlParameters = 'url|online|주소|lien|chapter-url|chapterurl|url-book';
export const archiveParameters = 'archive-url|archiveurl|archiv-url|보존url|archive url|urlarchivo';
export const chapterParameters = 'chapter|contribution|entry|article|장|chapitre|kapitel';
/** Names: whole, or family and given in two parameters of the same number. */
export const nameParameters: readonly {
  field: 'author' | 'editor' | 'translator';
  whole: string;
  family: string;
  given: string;
}[] = [
  {
    field: 'author',
    whole: 'author|authors|vauthors|autor|auteur|저자|people|著者|作者',
    family: 'last|surname|author-last|성|nom|apellido|apellidos',
    given: 'first|given|author-first|이름|prénom|nombre',
  },
  {
    field: 'editor',
    whole: 'editor|editors|veditors|herausgeber|편집자|編集者',
    family: 'editor-last|editor-surname',
    given: 'editor-first|editor-given',
  },
  {
    field: 'translator',
    whole: 'translator|übersetzer|번역자|翻訳者|訳者',
    family: 'translator-last',
    given: 'translator-first',
  },
];

/** Templates that show one of their parameters: its place among the unnamed ones, from 1. */
export const shown: Record<string, number> = {
  lang: 2,
  'lang-en': 1,
  langx: 2,
  nowrap: 1,
  nobr: 1,
  small: 1,
  quote: 1,
  blockquote: 1,
  cquote: 1,
  bq: 1,
  le: 1,
  ill: 1,
  仮リンク: 1,
  link: 2,
  ruby: 1,
  読み仮名: 1,
  'citation needed span': 1,
  url: 1,
  ISBN: 1,
  isbn: 1,
  doi: 1,
  'interlanguage link': 1,
};
/** Templates that are notes themselves. */
export const noteTemplates = new Set([
  'efn',
  'efn-ua',
  'refn',
  'notetag',
  'footnote',
  'fn',
  '각주',
  '注',
  '註',
]);
/** Short citations: family names and a year, a note each. */
export const shortCites = new Set(['sfn', 'sfnp', 'sfnm', 'harvnb', 'harv', 'harvtxt', 'harvp', 'harvp']);
