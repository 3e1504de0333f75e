import { labelOf, printNumber } from './number-format.ts';
import { scanXml } from './xml.ts';

export type NoteKind = 'footnote' | 'endnote';
export interface NoteNumber {
  /** What is printed: `3`, `iv`, `③`, `*`. Empty for a custom mark, which stands in the text after the reference. */
  printed: string;
  label: string;
}

/** How a section numbers its notes (ECMA-376, 17.11). */
interface Rule {
  format?: string;
  start?: number;
  restart?: string;
}
type Rules = Record<NoteKind, Rule>;

interface Reference {
  kind: NoteKind;
  custom: boolean;
  section: number;
  page: number;
}

/** Elements whose content was deleted or moved away: none of it is printed or counted. */
export const dropped = new Set([
  'w:del',
  'w:moveFrom',
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:numberingChange',
  'mc:Fallback',
  'w:rt',
]);

/**
 * The displayed number of every note reference of the body, in order. Numbering by page follows the page breaks the
 * document carries: those set by hand, and those its last layout left behind.
 */
export function numberReferences(bodyXml: string, settingsXml: string): NoteNumber[] {
  const { references, sections } = collect(bodyXml);
  const common = rulesIn(settingsXml);
  const counters = { footnote: 0, endnote: 0 };
  const last: Partial<Record<NoteKind, Reference>> = {};
  return references.map((reference) => {
    const { kind, section, page } = reference;
    if (reference.custom) return { printed: '', label: '' };
    const own = sections[section]?.[kind] ?? {};
    const rule = { ...common[kind], ...own };
    const before = last[kind];
    const anew =
      !before ||
      (rule.restart === 'eachSect' && before.section !== section) ||
      (rule.restart === 'eachPage' && (before.page !== page || before.section !== section));
    counters[kind] = anew ? (rule.start ?? 1) : counters[kind] + 1;
    last[kind] = reference;
    const format = rule.format ?? (kind === 'endnote' ? 'lowerRoman' : 'decimal');
    return { printed: printNumber(counters[kind], format), label: labelOf(counters[kind], format) };
  });
}

/** A section's properties stand at its end, so references are gathered first and numbered after. */
function collect(xml: string): { references: Reference[]; sections: Rules[] } {
  const references: Reference[] = [];
  const sections: Rules[] = [];
  const reader = ruleReader();
  let skipping = 0;
  let page = 1;
  const laidOut = xml.includes('lastRenderedPageBreak');
  scanXml(xml, {
    open(name, attributes, _start, _end, empty) {
      if (dropped.has(name)) skipping += empty ? 0 : 1;
      if (skipping > 0) return;
      reader.open(name, attributes);
      if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
        const custom = /^(?:1|true|on)$/.test(attributes().get('w:customMarkFollows') ?? '');
        const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        references.push({ kind, custom, section: sections.length, page });
      } else if (name === 'w:lastRenderedPageBreak') page += 1;
      else if (!laidOut && name === 'w:br' && attributes().get('w:type') === 'page') page += 1;
      else if (name === 'w:sectPr' && empty) sections.push({ footnote: {}, endnote: {} });
    },
    close(name) {
      if (dropped.has(name)) skipping -= 1;
      if (skipping > 0) return;
      const rules = reader.close(name);
      if (name === 'w:sectPr') sections.push(rules ?? { footnote: {}, endnote: {} });
    },
    text() {},
  });
  return { references, sections };
}

function rulesIn(settingsXml: string): Rules {
  const reader = ruleReader();
  scanXml(settingsXml, {
    open: (name, attributes) => reader.open(name, attributes),
    close() {},
    text() {},
  });
  return reader.close('w:sectPr') as Rules;
}

function ruleReader() {
  let rules: Rules = { footnote: {}, endnote: {} };
  let kind: NoteKind | undefined;
  return {
    open(name: string, attributes: () => ReadonlyMap<string, string>): void {
      if (name === 'w:footnotePr') kind = 'footnote';
      else if (name === 'w:endnotePr') kind = 'endnote';
      else if (kind && name === 'w:numFmt') rules[kind].format = attributes().get('w:val');
      else if (kind && name === 'w:numStart') rules[kind].start = Number(attributes().get('w:val')) || 1;
      else if (kind && name === 'w:numRestart') rules[kind].restart = attributes().get('w:val');
      else if (name === 'w:pPr' || name === 'w:pgSz') kind = undefined;
    },
    close(name: string): Rules | undefined {
      if (name === 'w:footnotePr' || name === 'w:endnotePr') kind = undefined;
      if (name !== 'w:sectPr') return undefined;
      const done = rules;
      rules = { footnote: {}, endnote: {} };
      return done;
    },
  };
}
