import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Labelled, labelledOf, type Pair, rows } from './labelled.ts';

export interface Sets {
  name: string;
  synthetic: boolean;
  title: Labelled[];
  pairs: Pair[];
  soft404: Labelled[];
  walls: Labelled[];
  longitudinal: Labelled[];
}

function read(name: string, root: string, synthetic: boolean): Sets {
  const set = (folder: string, kind: string) =>
    existsSync(join(root, folder, 'index.jsonl'))
      ? rows(join(root, folder, 'index.jsonl')).map((row) => labelledOf(join(root, folder), row, kind))
      : [];
  const pairs = join(root, 'title/pairs.jsonl');
  return {
    name,
    synthetic,
    title: set('title', 'ordinary'),
    pairs: existsSync(pairs)
      ? rows(pairs).map((row) => ({
          page: String(row.page_id),
          cited: String(row.cited_title),
          label: row.label as Pair['label'],
          variant: String(row.variant),
        }))
      : [],
    soft404: set('soft404', 'not_found'),
    walls: set('walls', 'ok'),
    longitudinal: set('longitudinal', 'healthy'),
  };
}

/** Our own pages, and the optional evaluation data where it is there. */
export function sets(): Sets[] {
  const own = fileURLToPath(new URL('./pages', import.meta.url));
  const shared = (
    process.env.REFVOUCH_EVAL_DATA ?? fileURLToPath(new URL('../../../shared', import.meta.url))
  ).replace(/\/$/, '');
  const real = [join(shared, 'web'), join(shared, 'data/web')].find((path) => existsSync(path));
  return [read('own pages', own, true), ...(real ? [read('saved pages', real, false)] : [])];
}
