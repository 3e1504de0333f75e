import { FieldStack } from './fields.ts';
import type { ListNumbers } from './list-numbers.ts';
import { dropped, type NoteKind } from './note-numbers.ts';
import type { Part } from './package.ts';
import { symbolOf } from './symbols.ts';
import { type Attributes, decodeXml, scanXml } from './xml.ts';

/** Offsets in the XML of a part. */
export interface Range {
  start: number;
  end: number;
}

/** A stretch of shown text and where it comes from. */
export interface Piece {
  text: string;
  /** Paragraph of its part, from 1. */
  paragraph: number;
  /** The characters inside `<w:t>`; absent for what is printed without standing there (a tab, a list number). */
  characters?: Range & { raw: boolean };
  /** The whole `<w:r>` it stands in. */
  run?: Range;
  link?: string;
  /** A reference to a note, whose number is filled in later. */
  reference?: { kind: NoteKind; id: string; custom: boolean; order: number };
}

/** The text of a part: its body, or its notes by id. */
export interface Story {
  body: Piece[];
  notes: Map<string, Piece[]>;
}

/** Reads a part as it would be printed with every tracked change accepted. */
export function readStory(part: Part, lists: ListNumbers): Story {
  const reader = new StoryReader(part, lists);
  scanXml(part.xml, reader);
  return reader.story();
}

const breaks: Record<string, string> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};
const isOff = (attributes: Attributes): boolean => /^(?:0|false|off)$/.test(attributes.get('w:val') ?? '');

class StoryReader {
  #part: Part;
  #lists: ListNumbers;
  #notes = new Map<string, Piece[]>();
  #body: Piece[] = [];
  /** Where text goes: the story, or a text box that is set after the paragraph it hangs on. */
  #sinks: Piece[][] = [this.#body];
  #boxes: Piece[] = [];
  #skipping = 0;
  #paragraph = 0;
  #fields = new FieldStack();
  #hyperlinks: (string | undefined)[] = [];
  #runs: Range[] = [];
  #references = 0;
  #hidden = false;
  #inText: 'text' | 'code' | undefined;
  #properties: { style?: string; list?: string; level?: number; ends: boolean } | undefined;
  #paragraphEnds: boolean[] = [];
  #cells: number[] = [];

  constructor(part: Part, lists: ListNumbers) {
    this.#part = part;
    this.#lists = lists;
  }

  story(): Story {
    return { body: this.#body, notes: this.#notes };
  }

  open(name: string, attributes: () => Attributes, start: number, end: number, empty: boolean): void {
    if (this.#properties && name === 'w:del') this.#properties.ends = false;
    if (dropped.has(name)) this.#skipping += empty ? 0 : 1;
    if (this.#skipping > 0) return;
    if (this.#properties) this.#property(name, attributes);
    else if (name === 'w:r' && !empty) this.#runs.push({ start, end });
    else if (name === 'w:t' || name === 'm:t') this.#inText = empty ? undefined : 'text';
    else if (name === 'w:instrText') this.#inText = empty ? undefined : 'code';
    else if (breaks[name] !== undefined && this.#runs.length > 0) this.#put(breaks[name]);
    else this.#structure(name, attributes, start, empty);
  }

  #structure(name: string, attributes: () => Attributes, start: number, empty: boolean): void {
    switch (name) {
      case 'w:p':
        this.#paragraph += 1;
        if (empty) this.#put('\n');
        else this.#paragraphEnds.push(true);
        return;
      case 'w:pPr':
        if (!empty) this.#properties = { ends: true };
        return;
      case 'w:vanish':
        this.#hidden = !isOff(attributes());
        return;
      case 'w:sym':
        this.#put(symbolOf(attributes().get('w:font') ?? '', attributes().get('w:char') ?? ''));
        return;
      case 'w:hyperlink':
        if (!empty) this.#hyperlinks.push(this.#target(attributes()));
        return;
      case 'w:fldSimple':
        if (empty) return;
        this.#fields.begin();
        this.#fields.code(attributes().get('w:instr') ?? '');
        this.#fields.separate();
        return;
      case 'w:fldChar':
        this.#fieldSign(attributes().get('w:fldCharType'));
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#reference(name === 'w:footnoteReference' ? 'footnote' : 'endnote', attributes(), start);
        return;
      case 'w:footnote':
      case 'w:endnote':
        this.#note(attributes());
        return;
      case 'w:tr':
        this.#cells.push(0);
        return;
      case 'w:tc':
        this.#cell();
        return;
      case 'w:txbxContent':
        if (!empty) this.#sinks.push([]);
    }
  }

  close(name: string, _start: number, end: number): void {
    if (dropped.has(name)) this.#skipping = Math.max(0, this.#skipping - 1);
    if (this.#skipping > 0) return;
    switch (name) {
      case 'w:t':
      case 'm:t':
      case 'w:instrText':
        this.#inText = undefined;
        return;
      case 'w:r':
        Object.assign(this.#runs.pop() ?? {}, { end });
        this.#hidden = false;
        return;
      case 'w:pPr':
        this.#number();
        return;
      case 'w:p':
        if (this.#paragraphEnds.pop() !== false) this.#put('\n');
        if (this.#boxes.length > 0 && this.#sinks.length === 1) this.#sink.push(...this.#boxes.splice(0));
        return;
      case 'w:hyperlink':
        this.#hyperlinks.pop();
        return;
      case 'w:fldSimple':
        this.#fields.end();
        return;
      case 'w:tr':
        this.#cells.pop();
        return;
      case 'w:txbxContent':
        if (this.#sinks.length > 1) for (const piece of this.#sinks.pop() as Piece[]) this.#boxes.push(piece);
        return;
      case 'w:footnote':
      case 'w:endnote':
        this.#sinks = [this.#body];
    }
  }

  text(start: number, end: number, raw: boolean): void {
    if (this.#skipping > 0 || !this.#inText) return;
    const written = this.#part.xml.slice(start, end);
    const text = raw ? written : decodeXml(written);
    if (this.#inText === 'code') this.#fields.code(text);
    else this.#put(text.replace(/[\r\n\t]/g, ' '), { start, end, raw });
  }

  get #sink(): Piece[] {
    return this.#sinks.at(-1) as Piece[];
  }

  #put(text: string, characters?: Piece['characters']): void {
    if (!text || this.#hidden || !this.#fields.shown) return;
    const link = this.#fields.link ?? this.#hyperlinks.findLast((url) => url !== undefined);
    const run = this.#runs.at(-1);
    this.#sink.push({
      text,
      paragraph: this.#paragraph,
      ...(characters ? { characters } : {}),
      ...(run ? { run } : {}),
      ...(link ? { link } : {}),
    });
  }

  #property(name: string, attributes: () => Attributes): void {
    const own = this.#properties;
    if (!own) return;
    if (name === 'w:pStyle') own.style = attributes().get('w:val') ?? '';
    else if (name === 'w:numId') own.list = attributes().get('w:val') ?? '';
    else if (name === 'w:ilvl') own.level = Number(attributes().get('w:val')) || 0;
  }

  /** At the end of a paragraph's properties: its list number, printed though it stands in no text. */
  #number(): void {
    const own = this.#properties;
    this.#properties = undefined;
    if (!own) return;
    if (!own.ends && this.#paragraphEnds.length > 0)
      this.#paragraphEnds[this.#paragraphEnds.length - 1] = false;
    const byStyle = own.style ? this.#lists.ofStyle(own.style) : undefined;
    const list = own.list ?? byStyle?.list;
    if (!list || list === '0') return;
    this.#put(this.#lists.next({ list, level: own.level ?? byStyle?.level ?? 0 }));
  }

  #fieldSign(type: string | undefined): void {
    if (type === 'begin') this.#fields.begin();
    else if (type === 'separate') this.#fields.separate();
    else if (type === 'end') this.#fields.end();
  }

  #target(attributes: Attributes): string | undefined {
    const relation = this.#part.relationships.get(attributes.get('r:id') ?? '');
    if (!relation?.external) return undefined;
    const anchor = attributes.get('w:anchor');
    return anchor && !relation.target.includes('#') ? `${relation.target}#${anchor}` : relation.target;
  }

  #reference(kind: NoteKind, attributes: Attributes, start: number): void {
    const custom = /^(?:1|true|on)$/.test(attributes.get('w:customMarkFollows') ?? '');
    this.#sink.push({
      text: '',
      paragraph: this.#paragraph,
      run: this.#runs.at(-1) ?? { start, end: start },
      reference: { kind, id: attributes.get('w:id') ?? '', custom, order: this.#references++ },
    });
  }

  #note(attributes: Attributes): void {
    const id = attributes.get('w:id') ?? '';
    const pieces: Piece[] = [];
    this.#sinks = [pieces];
    if (!/separator|notice/i.test(attributes.get('w:type') ?? '') && !this.#notes.has(id))
      this.#notes.set(id, pieces);
  }

  /** Cells of a row stand in one line, set apart by tabs. */
  #cell(): void {
    const row = this.#cells.length - 1;
    const before = this.#cells[row];
    if (before === undefined) return;
    this.#cells[row] = before + 1;
    const last = this.#sink.at(-1);
    if (before > 0 && last?.text === '\n' && !last.characters) last.text = '\t';
  }
}
