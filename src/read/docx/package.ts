import { UnreadableError } from '../unreadable.ts';
import { scanXml } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

/** What a part points at, by relationship id. Targets outside the archive are kept as text and never opened. */
export interface Relationship {
  type: string;
  target: string;
  external: boolean;
}

export interface Part {
  name: string;
  xml: string;
  relationships: Map<string, Relationship>;
}

/** The parts of a Word document that hold text, notes and how they are numbered. */
export interface WordPackage {
  body: Part;
  footnotes?: Part;
  endnotes?: Part;
  numbering: string;
  styles: string;
  settings: string;
}

/** Opens a Word document (ECMA-376 part 2) and reads the parts needed, and no other. Throws UnreadableError. */
export function openWord(bytes: Uint8Array): WordPackage {
  const zip = openZip(bytes);
  const main =
    [...relationshipsOf(zip, '').values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ??
    'word/document.xml';
  const body = partOf(zip, main);
  if (!body || !/\.xml$/i.test(main) || !/^(?:[^/]{1,80}\/)?document/i.test(main))
    throw new UnreadableError('is a ZIP archive without a Word document in it; give a .docx file.');
  const named = (kind: string): string | undefined =>
    [...body.relationships.values()].find(({ type, external }) => !external && type.endsWith(`/${kind}`))
      ?.target;
  const side = (kind: string) => {
    const name = named(kind);
    return name ? partOf(zip, name) : undefined;
  };
  const text = (kind: string) => {
    const name = named(kind);
    return (name && xmlOf(zip, name)) || '';
  };
  return {
    body,
    ...withPart('footnotes', side('footnotes')),
    ...withPart('endnotes', side('endnotes')),
    numbering: text('numbering'),
    styles: text('styles'),
    settings: text('settings'),
  };
}

const withPart = (key: 'footnotes' | 'endnotes', part: Part | undefined) => (part ? { [key]: part } : {});

function partOf(zip: Zip, name: string): Part | undefined {
  const xml = xmlOf(zip, name);
  return xml === undefined ? undefined : { name, xml, relationships: relationshipsOf(zip, name) };
}

/** A part's characters. A byte order mark is kept, so that what is written back is what was read. */
function xmlOf(zip: Zip, name: string): string | undefined {
  const bytes = zip.read(name);
  if (!bytes) return undefined;
  const wide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)
      ? 'utf-16le'
      : (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)
        ? 'utf-16be'
        : undefined;
  return new TextDecoder(wide ?? 'utf-8', { ignoreBOM: true }).decode(bytes);
}

function relationshipsOf(zip: Zip, part: string): Map<string, Relationship> {
  const found = new Map<string, Relationship>();
  const slash = part.lastIndexOf('/');
  const folder = slash === -1 ? '' : part.slice(0, slash);
  const xml = xmlOf(zip, `${folder ? `${folder}/` : ''}_rels/${part.slice(slash + 1)}.rels`);
  if (!xml) return found;
  scanXml(xml, {
    open(name, attributes) {
      if (!name.endsWith('Relationship')) return;
      const given = attributes();
      const [id, target] = [given.get('Id'), given.get('Target')];
      if (id === undefined || target === undefined) return;
      const external = given.get('TargetMode') === 'External';
      found.set(id, {
        type: given.get('Type') ?? '',
        external,
        target: external ? target : resolveName(folder, target),
      });
    },
    close() {},
    text() {},
  });
  return found;
}

/** A part's name from a target relative to another's folder; a way out of the archive ends at its root. */
function resolveName(folder: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
