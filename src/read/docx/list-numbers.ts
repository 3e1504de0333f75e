import { printNumber } from './number-format.ts';
import { scanXml } from './xml.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
}
interface List {
  abstract: string;
  starts: Map<number, number>;
}

/** Which list and level a paragraph belongs to. */
export interface ListPlace {
  list: string;
  level: number;
}

/** Counts list paragraphs and prints their numbers (`[1]`, `1.`), which stand nowhere in the paragraph's own text. */
export class ListNumbers {
  #levels = new Map<string, Map<number, Level>>();
  #lists = new Map<string, List>();
  #styles: Map<string, ListPlace>;
  #counters = new Map<string, number[]>();

  constructor(numberingXml: string, stylesXml: string) {
    this.#readNumbering(numberingXml);
    this.#styles = listsOfStyles(stylesXml);
  }

  /** The list a paragraph style puts its paragraphs in. */
  ofStyle(style: string): ListPlace | undefined {
    return this.#styles.get(style);
  }

  /** The printed number of the next paragraph of a list, with what sets it off; empty for bullets. */
  next({ list, level }: ListPlace): string {
    const found = this.#lists.get(list);
    const levels = found && this.#levels.get(found.abstract);
    const own = levels?.get(level);
    if (!found || !levels || !own || level > 8) return '';
    // Lists over one definition count on together, unless one says where it starts.
    const key = found.starts.size > 0 ? `${found.abstract} ${list}` : found.abstract;
    const counters = this.#counters.get(key) ?? [];
    this.#counters.set(key, counters);
    const startOf = (at: number) => found.starts.get(at) ?? levels.get(at)?.start ?? 1;
    counters[level] = (counters[level] ?? startOf(level) - 1) + 1;
    counters.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    const printed = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return printNumber(counters[at] ?? startOf(at), levels.get(at)?.format);
    });
    return printed.trim() ? `${printed}${own.suffix}` : '';
  }

  #readNumbering(xml: string): void {
    let abstract = '';
    let list: List | undefined;
    let level = 0;
    let current: Level | undefined;
    scanXml(xml, {
      open: (name, attributes) => {
        if (!name.startsWith('w:')) return;
        const value = () => attributes().get('w:val') ?? '';
        if (name === 'w:abstractNum') {
          abstract = attributes().get('w:abstractNumId') ?? '';
          this.#levels.set(abstract, new Map());
        } else if (name === 'w:num') {
          list = { abstract: '', starts: new Map() };
          this.#lists.set(attributes().get('w:numId') ?? '', list);
        } else if (name === 'w:abstractNumId' && list) list.abstract = value();
        else if (name === 'w:lvlOverride') level = Number(attributes().get('w:ilvl'));
        else if (name === 'w:startOverride' && list) list.starts.set(level, Number(value()) || 1);
        else if (name === 'w:lvl') {
          current = { start: 1, format: 'decimal', text: '', suffix: '\t' };
          if (!list) this.#levels.get(abstract)?.set(Number(attributes().get('w:ilvl')), current);
        } else if (!current) return;
        else if (name === 'w:start') current.start = Number(value()) || 0;
        else if (name === 'w:numFmt') current.format = value();
        else if (name === 'w:lvlText') current.text = value();
        else if (name === 'w:suff')
          current.suffix = value() === 'nothing' ? '' : value() === 'space' ? ' ' : '\t';
      },
      close(name) {
        if (name === 'w:lvl') current = undefined;
        if (name === 'w:num') list = undefined;
      },
      text() {},
    });
  }
}

/** Paragraph styles that number their paragraphs, themselves or by the style they are based on. */
function listsOfStyles(xml: string): Map<string, ListPlace> {
  const own = new Map<string, ListPlace>();
  const base = new Map<string, string>();
  let style = '';
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'w:style') style = attributes().get('w:styleId') ?? '';
      else if (name === 'w:basedOn') base.set(style, attributes().get('w:val') ?? '');
      else if (name === 'w:numPr') own.set(style, { list: '', level: 0 });
      else if (name === 'w:numId' || name === 'w:ilvl') {
        const place = own.get(style);
        const value = attributes().get('w:val') ?? '';
        if (place && name === 'w:numId') place.list = value;
        else if (place) place.level = Number(value) || 0;
      }
    },
    close() {},
    text() {},
  });
  const resolved = new Map(own);
  for (const name of base.keys()) {
    let from: string | undefined = name;
    for (let steps = 0; from !== undefined && !own.has(from) && steps < 20; steps += 1) from = base.get(from);
    const place = from === undefined ? undefined : own.get(from);
    if (place) resolved.set(name, place);
  }
  return resolved;
}
