import type { Locator } from '../../model/citation.ts';
import type { Item } from '../../model/item.ts';
import { assemble } from './assemble.ts';
import { linksIn } from './links.ts';
import { markerLength } from './marker.ts';
import { type Calibration, type Model, unpack } from './model.ts';
import { segmentsOf } from './segments.ts';
import { tokenize } from './tokens.ts';

/** One reference read into a CSL item. */
export interface ParsedReference {
  item: Omit<Item, 'id'>;
  /** Every URL printed, in order, as cleaned. */
  urls: string[];
  /** Printed URLs that were malformed, with the mended form used in `urls`. */
  mended?: { printed: string; url: string }[];
  /** A pinpoint printed beside the work's own pages. */
  locator?: Locator;
  /** 0–1: how likely every field is right. */
  confidence: number;
  /** 0–1 for each field of `item`. */
  fields: Record<string, number>;
}

/** Reads references. Pure and synchronous; never throws. */
export interface ReferenceParser {
  parse(text: string, hints?: { language?: string }): ParsedReference;
}

/** Longest text read by the model; what is longer is no reference, and only its beginning is read. */
const longest = 6000;

const calibrated = (chance: number, points: Calibration | undefined): number => {
  if (!points || points.length === 0) return chance;
  const next = points.findIndex(([said]) => said >= chance);
  if (next < 0) return points.at(-1)![1];
  if (next === 0) return points[0]![1];
  const [lowSaid, lowRight] = points[next - 1]!;
  const [highSaid, highRight] = points[next]!;
  return lowRight + ((chance - lowSaid) / (highSaid - lowSaid || 1)) * (highRight - lowRight);
};

const round = (chance: number): number => Math.round(Math.min(1, Math.max(0, chance)) * 1000) / 1000;

/** A parser over a model already loaded. */
export const referenceParser = (model: Model): ReferenceParser => ({
  parse(text, hints = {}) {
    const body = text.slice(0, longest);
    const links = linksIn(body);
    const from = markerLength(body);
    const tokens = tokenize(body, links).filter((token) => token.start >= from);
    if (tokens.length === 0) return { item: { type: 'document' }, urls: [], confidence: 0, fields: {} };
    const { path, chances } = model.read(tokens, body);
    const read = assemble(body, from, segmentsOf(tokens, path, chances), links);
    const fields = Object.fromEntries(
      Object.entries(read.chances).map(([field, chance]) => [
        field,
        round(calibrated(chance, model.calibration[field])),
      ]),
    );
    const joint = Object.values(read.chances).reduce(
      (product, chance) => product * Math.max(chance, 0.01),
      1,
    );
    const known = Object.keys(fields).length > 0;
    return {
      item: hints.language ? { ...read.item, language: hints.language } : read.item,
      urls: read.urls,
      ...(read.mended.length ? { mended: read.mended } : {}),
      confidence: known ? round(calibrated(joint, model.calibration.record)) : 0,
      fields,
    };
  },
});

let loading: Promise<ReferenceParser> | undefined;

/** Loads the weights (once) and gives the parser. */
export const loadReferenceParser = (): Promise<ReferenceParser> => {
  loading ??= import('./model.weights.ts').then(({ packed }) =>
    referenceParser(unpack(Buffer.from(packed, 'base64'))),
  );
  return loading;
};
