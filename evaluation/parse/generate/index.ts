import { cslOf, readMarked } from '../marked.ts';
import type { OwnReference } from '../own.ts';
import { type Kind, seeded, workOf } from './item.ts';
import { styles } from './styles.ts';

/** Works that do not exist, printed in every style a few times: the same for a seed, other than what is trained on. */
export function generated(seed: number, perStyle: number): OwnReference[] {
  const dice = seeded(seed);
  return styles.flatMap(({ name, langs, kinds }) =>
    (Object.keys(kinds) as Kind[]).flatMap((kind) =>
      Array.from({ length: perStyle }, (_, at) => {
        const lang = langs[at % langs.length] as string;
        const marked = readMarked(kinds[kind]!(workOf(lang, kind, dice)));
        const { csl, urls } = cslOf(marked.fields);
        return {
          id: `generated-${name.replace(/\W+/g, '-')}-${kind}-${at}`,
          source: 'generated',
          lang,
          style: name,
          text: marked.text,
          csl: { ...csl, type: kind },
          urls,
        };
      }),
    ),
  );
}
