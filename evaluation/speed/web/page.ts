const filler =
  'The harbour office keeps its tide tables in a long room above the quay, and every entry there is made up for measuring. ';

/** A page of about `bytes` bytes with this title. Synthetic, and says so. */
export function pageOf(title: string, bytes = 30_000): string {
  const head = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} | Measuring Web</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="Measuring Web"><meta name="generator" content="refvouch measuring web (synthetic)"></head><body><header><nav><a href="/">Home</a> <a href="/about">About</a></nav></header><main><article><h1>${title}</h1>`;
  const foot = '</article></main><footer>Synthetic page, made for measuring.</footer></body></html>';
  const paragraphs: string[] = [];
  for (let length = head.length + foot.length; length < bytes; ) {
    const paragraph = `<p>${filler.repeat(3)}</p>`;
    paragraphs.push(paragraph);
    length += paragraph.length;
  }
  return head + paragraphs.join('\n') + foot;
}

const words =
  'harbour lantern orchard granite willow signal meadow copper valley beacon timber ribbon marble thistle ember falcon cedar prairie summit lagoon'.split(
    ' ',
  );

/** A title of five words that no other number has, without digits, so that no title hangs on a figure. */
export function titleOf(id: number): string {
  const picked: string[] = [];
  for (let rest = id + 8000, place = 0; place < 5; place += 1) {
    picked.push(words[(rest + place * 7) % words.length] as string);
    rest = Math.floor(rest / words.length) + place;
  }
  return picked.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
