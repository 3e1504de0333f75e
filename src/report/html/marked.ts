import type { Finding } from '../../model/finding.ts';
import type { Status } from '../../model/verdict.ts';
import { htmlLink, htmlStretch, htmlText } from '../encode/html.ts';
import { copyOf, rank, type ViewedNote } from '../view.ts';

/** A finding with the number it has in the note's list. */
export interface Numbered {
  finding: Finding;
  number: number;
}

interface Address {
  start: number;
  end: number;
  url: string;
  status: Status;
  robust: Record<string, string>;
}

/** The note as printed, as HTML: what is wrong marked where it stands, addresses as links coloured by status. */
export function markedText(viewed: ViewedNote, numbered: readonly Numbered[]): string {
  const { note } = viewed;
  const spots = numbered.filter(({ finding }) => isSpot(finding, viewed));
  const addresses = addressesOf(viewed);
  const cuts = new Set([0, note.text.length]);
  for (const { finding } of spots) for (const at of spanOf(finding, viewed)) cuts.add(at);
  for (const { start, end } of addresses) cuts.add(start).add(end);
  const bounds = [...cuts].filter((at) => at >= 0 && at <= note.text.length).sort((a, b) => a - b);
  let html = pointsAt(0, spots, viewed);
  for (let index = 0; index + 1 < bounds.length; index += 1) {
    const [start, end] = [bounds[index] as number, bounds[index + 1] as number];
    html += stretch(start, end, spots, addresses, viewed);
    html += pointsAt(end, spots, viewed);
  }
  return html;
}

/** Positions in the note's text. */
const spanOf = ({ place }: Finding, { note }: ViewedNote): [number, number] => [
  (place?.offset ?? 0) - note.place.offset,
  (place?.end ?? 0) - note.place.offset,
];

/** A finding has a spot where it stands within the note and says less than "this whole citation". */
function isSpot(finding: Finding, viewed: ViewedNote): boolean {
  const { place } = finding;
  const { note } = viewed;
  if (!place || place.offset < note.place.offset || place.end > note.place.end) return false;
  if (place.offset <= note.place.offset && place.end >= note.place.end) return false;
  return !note.citations.some(
    (citation) => place.offset <= citation.place.offset && place.end >= citation.place.end,
  );
}

function stretch(
  start: number,
  end: number,
  spots: readonly Numbered[],
  addresses: readonly Address[],
  viewed: ViewedNote,
): string {
  const address = addresses.find((one) => one.start <= start && one.end >= end);
  const here = spots.filter(({ finding }) => {
    const [from, to] = spanOf(finding, viewed);
    return from < to && from <= start && to >= end;
  });
  const text = htmlStretch(viewed.note.text.slice(start, end));
  const inner = address
    ? htmlLink(text, address.url, { class: `url ${address.status}`, ...address.robust })
    : text;
  return here.length ? `<mark class="${worstOf(here)}">${inner}</mark>` : inner;
}

/** After a marked stretch, the numbers of the findings that end there; at a bare point, a caret too. */
function pointsAt(at: number, spots: readonly Numbered[], viewed: ViewedNote): string {
  const ending = spots.filter(({ finding }) => spanOf(finding, viewed)[1] === at);
  const bare = ending.filter(({ finding }) => spanOf(finding, viewed)[0] === at);
  const caret = bare.length ? `<span class="caret ${worstOf(bare)}" aria-hidden="true">‸</span>` : '';
  const numbers = ending
    .filter(({ finding }) => finding.severity !== 'info')
    .map(({ finding, number }) => `<sup class="${finding.severity}">${htmlText(String(number))}</sup>`);
  return caret + numbers.join('');
}

const worstOf = (spots: readonly Numbered[]): string =>
  spots.map(({ finding }) => finding).sort((a, b) => rank(b) - rank(a))[0]?.severity ?? 'info';

/** Every printed address of the note, each once, none within another. */
function addressesOf({ note, citations }: ViewedNote): Address[] {
  const found: Address[] = [];
  for (const { citation } of citations) {
    const from = Math.max(0, citation.place.offset - note.place.offset);
    const copy = copyOf(citation);
    const robust = (url: string): Record<string, string> =>
      copy && copy.original === url
        ? {
            'data-originalurl': url,
            'data-versionurl': copy.memento,
            'data-versiondate': copy.datetime.slice(0, 10),
          }
        : {};
    for (const url of citation.urls) {
      const printed = citation.mended?.find((one) => one.url === url)?.printed ?? url;
      const start = note.text.indexOf(printed, from);
      if (start < 0 || printed === '') continue;
      const end = start + printed.length;
      if (found.some((one) => one.start < end && start < one.end)) continue;
      found.push({ start, end, url, status: citation.verdict.status, robust: robust(url) });
    }
  }
  return found;
}
