import { fill } from '../messages/index.ts';
import { pagePhrase } from '../messages/page.ts';
import { copyOf, mended, type ViewedNote } from '../view.ts';

/**
 * The note as it should be printed, by what is known: its safe edits made, addresses that moved replaced, and the
 * archived copy named where the page is gone or is another. Undefined where nothing of the note changes.
 */
export function correctedOf(viewed: ViewedNote): string | undefined {
  const before = viewed.note.text.trim();
  let text = mended(viewed) ?? before;
  for (const { citation } of viewed.citations) {
    const { verdict, urls, item } = citation;
    const url = urls.find((one) => text.includes(one));
    if (url === undefined) continue;
    const better = verdict.suggestion?.url;
    if (better !== undefined && (verdict.status === 'moved' || verdict.status === 'verified')) {
      text = text.replace(url, () => better);
      continue;
    }
    const copy = copyOf(citation);
    if (!copy || (verdict.status !== 'gone' && verdict.status !== 'mismatched')) continue;
    if (text.includes(copy.memento)) continue;
    const words = pagePhrase('archivedIn', languageOf(item.language));
    const named = fill(words, { date: copy.datetime.slice(0, 10), url: copy.memento });
    text = withCopy(text, url, named);
  }
  return text === before ? undefined : text;
}

/** After the address and what stands in brackets behind it (the date of access), before the stop. */
function withCopy(text: string, url: string, named: string): string {
  const end = text.indexOf(url) + url.length;
  const bracket = /^\s?[(\uff08\u3014[][^)\uff09\u3015\]]{0,120}[)\uff09\u3015\]]/.exec(text.slice(end));
  const at = end + (bracket?.[0].length ?? 0);
  const tail = text.slice(at);
  // A URL runs on into a letter that touches it, so the copy's address is closed off from what follows.
  return `${text.slice(0, at)}${named}${/^[\p{L}\p{N}]/u.test(tail) ? ' ' : ''}${tail}`;
}

function languageOf(tag: string | undefined): 'en' | 'zh' | 'ja' {
  const primary = tag?.slice(0, 2);
  return primary === 'zh' || primary === 'ja' ? primary : 'en';
}
