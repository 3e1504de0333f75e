import type { Name } from '../model/item.ts';
import { latexText, oneLine } from './encode/latex.ts';

/** A part that BibTeX reads as it stands: words that begin with a capital or have no case, joined by single spaces. */
const plainPart =
  /^[\p{Lu}\p{Lt}\p{Lo}\p{N}][\p{L}\p{M}\p{N}.'’]{0,80}(?:[ -][\p{Lu}\p{Lt}\p{Lo}\p{N}][\p{L}\p{M}\p{N}.'’]{0,80}){0,12}$/u;
const particle = /^\p{Ll}[\p{L}\p{M}'’]{0,20}(?: \p{Ll}[\p{L}\p{M}'’]{0,20}){0,4}$/u;

/** A part of a name: in braces of its own where a comma, an `and` or a small letter would be read as more than itself. */
function part(text: string): string {
  const encoded = latexText(text);
  return plainPart.test(text) && encoded === text ? encoded : `{${encoded}}`;
}

/** Names as BibTeX reads them: `Family, Given`, `von Family, Jr, Given`, or `{A Literal Name}`. */
export function bibtexNames(names: readonly Name[]): string | undefined {
  return names.map(bibtexName).filter(Boolean).join(' and ') || undefined;
}

function bibtexName(name: Name): string | undefined {
  const { literal, family, given, suffix, particle: before } = clean(name);
  if (literal) return `{${latexText(literal)}}`;
  if (!family) return given ? `{${latexText(given)}}` : undefined;
  const small = before && particle.test(before) ? `${latexText(before)} ` : '';
  const last = small || !before ? part(family) : part(`${before} ${family}`);
  return [`${small}${last}`, suffix && part(suffix), given && part(given)].filter(Boolean).join(', ');
}

/** A name as RIS writes it: `Family, Given, Suffix`; a literal name keeps its commas only where they cannot split it. */
export function risName(name: Name): string | undefined {
  const { literal, family, given, suffix, particle: before } = clean(name);
  if (literal) return literal.replace(/,\s*/g, ' ');
  if (!family) return given;
  const parts = [[before, family].filter(Boolean).join(' '), given ?? (suffix ? '' : undefined), suffix];
  return parts
    .filter((text) => text !== undefined)
    .map((text) => text.replace(/,\s*/g, ' '))
    .join(', ');
}

function clean(name: Name) {
  const tidy = (text: string | undefined): string | undefined => (text && oneLine(text)) || undefined;
  return {
    literal: tidy(name.literal),
    family: tidy(name.family),
    given: tidy(name.given),
    suffix: tidy(name.suffix),
    particle: tidy([name['dropping-particle'], name['non-dropping-particle']].filter(Boolean).join(' ')),
  };
}
