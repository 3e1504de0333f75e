import type { Evidence } from '../model/evidence.ts';
import { parseUrl } from '../text/parse-url.ts';

/** How a site says "not found", by language; a row a language, tried on title and headings, then on short texts. */
export const notFoundWords: readonly (readonly [language: string, words: RegExp])[] = [
  [
    'en',
    /\b404\b(?=\s*(?:$|[|:.,!·–—-]|error|not|page|file|\())|\berror\s*:?\s*(?:code\s*)?404\b|\b(?:page|file|article|story|content|document|url|site|item|post|resource|link|address) (?:(?:that )?(?:you(?:'re| are| were)? )?(?:requested|looking for|are trying to (?:access|view)) )?(?:was |is |has been |could |can |cannot |can't |can’t )?(?:not |n['’]t |no longer |be )*(?:found|exist|available|removed|deleted)|(?:page|file|content|object|nothing)(?: was)? (?:not|un)[- ]?(?:found|available)|(?:doesn|does)(?:['’]t| not) exist|no longer (?:exists?|available)|(?:couldn|can|could)(?:['’]?t|not| not) (?:be )?(?:find|found|locate)|nothing (?:was )?found(?: here)?|\boops\b|has (?:been (?:removed|deleted|moved)|expired)|page (?:missing|unavailable|does not exist)|lost\?/i,
  ],
  [
    'zh',
    /(?:页面|頁面|网页|網頁|文章|内容|內容|文件|檔案|地址|链接|信息|资源|商品|帖子)(?:不存在|未找到|找不到|没有找到|沒有找到|已(?:被)?(?:删除|刪除|移除|下架|失效|过期)|无法(?:找到|访问|显示))|(?:找不到|没有找到|未找到|无法找到|無法找到|沒有找到).{0,12}(?:页面|頁面|网页|網頁|文章|内容|內容|文件|资源)|(?:访问|訪問|請求|请求|查看|浏览|瀏覽).{0,10}(?:不存在|已删除|已刪除|出错|已失效)|(?:页面|頁面|网页)(?:走丢|迷路|飞走|消失|出错|出錯)|404错误|错误404/u,
  ],
  [
    'ja',
    /(?:ページ|記事|ファイル|コンテンツ|URL|サイト|情報|文書|動画)[^。\n]{0,24}(?:見つかり(?:ません|ませんでした)|見つけられ|見つからな|存在し(?:ません|ない)|ありません(?!か)|ございません|削除され|移動(?:または|もしくは|、)?(?:削除)?|表示できません|公開(?:を)?終了|掲載(?:を)?終了|掲載期間)|お探しの(?:ページ|記事|情報)|(?:指定|アクセス|要求)され(?:た|ました)[^。\n]{0,12}(?:ページ|URL|ファイル|記事)|該当する(?:ページ|記事)は|(?:公開|掲載|配信)(?:を|は|が)?(?:終了|期間)/u,
  ],
  [
    'ko',
    /(?:페이지|문서|게시물|기사|파일|글|주소|화면|콘텐츠)[^.\n]{0,20}(?:찾을 수 없|존재하지 않|없습니다|삭제|이동)|요청하신 (?:페이지|주소|문서)|잘못된 (?:주소|경로|접근)/u,
  ],
  [
    'de',
    /(?:seite|datei|inhalt|dokument|artikel|beitrag|adresse|url)[^.\n]{0,40}(?:nicht (?:gefunden|vorhanden|verfügbar|existiert|mehr|auffindbar)|existiert nicht|gelöscht|entfernt)|nicht gefunden|fehler 404/iu,
  ],
  [
    'fr',
    /(?:page|fichier|document|article|contenu|adresse)[^.\n]{0,40}(?:introuvable|n['’](?:existe|est|a) (?:pas|plus)|pas (?:été )?trouvée?|non trouvée?|inexistante?|supprimée?)|erreur 404|page inconnue/iu,
  ],
  [
    'es',
    /(?:página|pagina|archivo|documento|artículo|contenido|dirección|recurso)[^.\n]{0,40}(?:ya no (?:está|existe)|no (?:se ha |ha sido |se pudo |fue |existe|se )?(?:encontrad[ao]|encontrar|encuentra|existe|disponible)|no existe|eliminad[ao])|error 404|no encontrad[ao]/iu,
  ],
  [
    'pt',
    /(?:página|pagina|arquivo|ficheiro|documento|artigo|conteúdo)[^.\n]{0,40}(?:não (?:foi |pôde ser |pode ser )?(?:encontrad[ao]|existe|está disponível)|inexistente|removid[ao])|erro 404|não encontrad[ao]/iu,
  ],
  [
    'it',
    /(?:pagina|file|documento|articolo|contenuto)[^.\n]{0,40}(?:non (?:è stat[ao] |è |esiste|trovat[ao]|disponibile)|inesistente|rimoss[ao])|errore 404|non trovat[ao]/iu,
  ],
  [
    'nl',
    /(?:pagina|bestand|artikel|document)[^.\n]{0,40}(?:niet (?:gevonden|bestaat|beschikbaar|worden gevonden)|bestaat niet|verwijderd)|niet gevonden|fout 404/iu,
  ],
  [
    'ru',
    /(?:страниц[аыу]|файл|документ|стать[яи]|материал|адрес)[^.\n]{0,40}(?:не (?:найден|существует|доступн)|удален|удалён)|ошибка 404|не найден[ао]?/iu,
  ],
  [
    'pl',
    /(?:strona|strony|plik|dokument|artykuł)[^.\n]{0,40}(?:nie (?:została znaleziona|istnieje|znaleziono|jest dostępna)|usunięt)|nie znaleziono|błąd 404/iu,
  ],
  [
    'sv',
    /(?:sidan|filen|artikeln|dokumentet)[^.\n]{0,40}(?:hittades inte|finns inte|kunde inte hittas|tagits bort)|hittades inte/iu,
  ],
  [
    'da',
    /(?:siden|filen|artiklen|dokumentet)[^.\n]{0,40}(?:ikke (?:fundet|findes)|blev ikke fundet|findes ikke|finnes ikke|ble ikke funnet)|ikke fundet|ikke funnet/iu,
  ],
  ['fi', /(?:sivua|tiedostoa|sivu)[^.\n]{0,30}(?:ei (?:löytynyt|löydy|ole)|poistettu)/iu],
  [
    'cs',
    /(?:stránka|stránku|soubor|článek)[^.\n]{0,40}(?:nebyla? nalezena?|neexistuje|nenalezena?|nebyl nalezen)|nenalezen[ao]?/iu,
  ],
  ['tr', /(?:sayfa|dosya|içerik|haber)[^.\n]{0,30}(?:bulunamad|mevcut değil|kaldırıl|yok)/iu],
  ['hu', /(?:az oldal|a keresett oldal|fájl)[^.\n]{0,40}(?:nem (?:található|létezik|elérhető)|törölt)/iu],
  ['ro', /(?:pagina|fișierul|articolul)[^.\n]{0,40}(?:nu (?:a fost găsit|există|este disponibil))/iu],
  ['el', /(?:σελίδα|αρχείο|άρθρο)[^.\n]{0,40}(?:δεν (?:βρέθηκε|υπάρχει))/iu],
  ['vi', /(?:trang|không tìm thấy)[^.\n]{0,40}(?:không (?:tồn tại|tìm thấy|được tìm thấy)|trang)/iu],
  ['id', /(?:halaman|laman|berkas)[^.\n]{0,40}(?:tidak (?:ditemukan|ada|tersedia))/iu],
  ['uk', /(?:сторінк[аиу]|файл)[^.\n]{0,40}(?:не (?:знайдено|існує))/iu],
  ['ar', /(?:الصفحة|الملف|المقال)[^.\n]{0,40}(?:غير موجود|لم يتم العثور|لا يمكن العثور|غير متوفر)/u],
  ['he', /(?:הדף|העמוד|הקובץ)[^.\n]{0,40}(?:לא נמצא|אינו קיים)/u],
  ['th', /ไม่พบ(?:หน้า|ไฟล์|ข้อมูล)/u],
  ['hi', /पृष्ठ (?:नहीं मिला|मौजूद नहीं)/u],
];

export interface Suspicion {
  /** 0–1. */
  score: number;
  rule: string;
  why: string;
}

/** An error page has little to read: more than this and the words belong to an article. A CJK character counts twice. */
const shortText = 2500;
const shorter = 1000;
const shortest = 700;
/** A title that is an error message and nothing else is believed on longer pages too: menus make them long. */
const longText = 8000;
/** Share of a heading its error words make up, from which on the heading is the message and not about it. */
const mostly = 0.6;

/** The share of a text that says, in one of the languages of the table, that something is not there; 0 where nothing does. */
export function saysNotFound(text: string): number {
  let share = 0;
  for (const [, words] of notFoundWords) {
    const match = words.exec(text);
    if (match) share = Math.max(share, match[0].length / text.trim().length);
  }
  return share;
}

/** Whether a title is an error message, a site's name beside it aside, and no title at all. */
export const isErrorTitle = (title: string): boolean =>
  bare.test(title) ||
  title.split(/\s[-–—|:»·]\s|[|｜]/u).some((piece) => piece.length < 80 && saysNotFound(piece) >= 0.75);

/** An error message and nothing else, a site's name after it aside. */
const bare =
  /^\W{0,4}(?:(?:http )?(?:error|erreur|fehler|erro|errore|fout)?\s?:?\s?4(?:04|10)(?:\s?[-–—|:.]?\s?(?:error|errors|page|not found|gone|page not found|file not found|file or directory not found|object not found))?|(?:page|file|object|resource|content|document)?\s?(?:not found|cannot be found|could not be found|does(?: not|n['’]t) exist|no longer (?:exists|available))(?:\s?\(?404\)?)?|gone)\W{0,4}(?:\s?[-–—|:»·]\s.{0,40}|\s?[|:]\s?.{0,24})?$/i;

const errorPath =
  /^\/(?:\w{2,5}\/)?(?:404|410|not-?found|error-?404|404-?(?:error|page)|page-?not-?found)(?:\.\w{2,5})?\/?$/i;

/** Whether a page that came with a good status says it is not there. A matching title is weighed by the caller. */
export function softNotFound(evidence: Evidence): Suspicion | undefined {
  const { page } = evidence;
  if (page?.kind !== 'html' && page?.kind !== 'text') return undefined;
  const wide = /[\u3040-\u9fff\uac00-\ud7af]/.test(page.excerpt.slice(0, 400)) ? 2 : 1;
  const whole = page.textLength * wide;
  const main = Math.min(page.textLength, page.mainTextLength ?? page.textLength) * wide;
  const heads = headsOf(evidence);
  const plain = heads.find((text) => bare.test(text));
  if (plain && (main < shortText ? whole < longText : whole < longText && plain.length < 30))
    return titled(plain, 'error-as-title');
  for (const head of heads) {
    const share = saysNotFound(head);
    if (share > 0 && whole < shortText && (share >= mostly || main < shorter))
      return titled(head, 'error-in-title');
  }
  const canonical = parseUrl(page.canonical ?? '');
  if (
    canonical &&
    errorPath.test(canonical.pathname) &&
    !errorPath.test(parseUrl(evidence.url)?.pathname ?? '')
  )
    return {
      score: 0.97,
      rule: 'canonical-is-error-page',
      why: `it names an error page (${canonical.pathname}) as its own address`,
    };
  const text = page.excerpt.slice(0, shortest * 2);
  if (
    whole > 0 &&
    main < shortest &&
    whole < shortText &&
    (saysNotFound(text) > 0 || bare.test(text.slice(0, 60)))
  )
    return { score: 0.9, rule: 'error-in-text', why: 'its short text says the page is not there' };
  return undefined;
}

/** Titles, and the first headings where there are few: a list of headlines is no error page's. */
function headsOf({ titles, page }: Evidence): string[] {
  const own = titles.filter(({ origin }) => origin === 'title' || origin === 'h1' || origin === 'og:title');
  const headings = page?.headings ?? [];
  return [...own, ...(headings.length <= 6 ? headings.slice(0, 2) : [])]
    .map(({ text }) => text)
    .filter((text) => text.length < 120);
}

const titled = (head: string, rule: string): Suspicion => ({
  score: 0.97,
  rule,
  why: `its title or heading says so: “${head.slice(0, 80)}”`,
});
