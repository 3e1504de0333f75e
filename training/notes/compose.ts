import type { Span } from '../../src/model/place.ts';
import { markerLength } from '../../src/parse/reference/marker.ts';
import { chinese } from '../compose/chinese.ts';
import { japanese } from '../compose/japanese.ts';
import { korean } from '../compose/korean.ts';
import type { Dice } from '../compose/random.ts';
import { english, german, type Harvest, type Latin } from '../compose/western.ts';
import type { Words } from '../compose/words.ts';
import { commentary, type Filling, joints, leads, tails } from './commentary.ts';
import { germanLegal, legal, type Maker, press, short } from './shorts.ts';

export interface ComposedNote {
  text: string;
  citations: Span[];
}

/** References by language, whole, as they are printed in lists. */
export type Pool = Record<string, string[]>;

interface Voice {
  filling: Filling;
  own: Maker[];
  shorts: Maker[];
}

const voices = (harvest: Harvest, die: Dice): Record<string, Voice> => {
  const latin = english(harvest);
  const western = (words: Latin, own: Maker[], lang: string): Voice => ({
    filling: {
      topic: () => words.title(die).slice(0, 60),
      person: () => words.person(die).family,
      body: () => words.body(die),
    },
    own,
    shorts: short[lang]!(() => words.person(die).family),
  });
  const eastern = (words: Words, lang: string): Voice => ({
    filling: {
      topic: () => words.title(die).slice(0, 24),
      person: () => words.name(die),
      body: () => words.body(die),
    },
    own: press(words, lang),
    shorts: short[lang]!(() => words.name(die)),
  });
  return {
    en: western(latin, legal(latin), 'en'),
    de: western(german, [...germanLegal(german), ...germanLegal(german), ...legal(german)], 'de'),
    zh: eastern(chinese, 'zh'),
    ja: eastern(japanese, 'ja'),
    ko: eastern(korean, 'ko'),
  };
};

const filled = (text: string, { topic, person, body }: Filling): string =>
  text.replaceAll('{t}', topic()).replaceAll('{p}', person()).replaceAll('{b}', body());

/** Which languages stand beside which in one note. */
const company: Record<string, readonly string[]> = {
  zh: ['zh', 'zh', 'zh', 'zh', 'en', 'ja', 'de'],
  ja: ['ja', 'ja', 'ja', 'ja', 'en', 'zh'],
  ko: ['ko', 'ko', 'ko', 'en', 'ja'],
  en: ['en', 'en', 'en', 'en', 'en', 'zh', 'de'],
  de: ['de', 'de', 'de', 'de', 'en'],
};

const wantsStop = (lang: string): string => (lang === 'zh' || lang === 'ja' ? '。' : '.');

/** Composes notes out of whole references: signals, commentary, joints and short citations around and between them. */
export const composeNotes = (size: number, pool: Pool, harvest: Harvest, die: Dice): ComposedNote[] => {
  const all = voices(harvest, die);
  const reference = (lang: string): string => {
    const voice = all[lang]!;
    const roll = die.next();
    const list = pool[lang] ?? [];
    if (roll < 0.12) return die.pick(voice.shorts)(die);
    if (roll < 0.42 || list.length === 0) return die.pick(voice.own)(die);
    const whole = die.pick(list);
    return whole.slice(markerLength(whole)).trim();
  };
  const one = (): ComposedNote => {
    const lang = die.pick(['zh', 'zh', 'zh', 'ja', 'ja', 'ko', 'en', 'en', 'en', 'de', 'de']);
    const { filling } = all[lang]!;
    const spaced = lang === 'en' || lang === 'de' || lang === 'ko';
    const gap = spaced ? ' ' : '';
    const citations: Span[] = [];
    let text = die.chance(0.12)
      ? die.pick([`${die.int(1, 90)} `, `[${die.int(1, 90)}] `, `${die.int(1, 90)}. `])
      : '';
    const remark = (): void => {
      text += commentary(lang, filling, die);
    };
    const roll = die.next();
    if (roll < 0.1) {
      remark();
      for (let more = die.int(0, 2); more > 0; more -= 1) {
        text += gap;
        remark();
      }
      return { text, citations };
    }
    const count = die.pick([1, 1, 1, 2, 2, 2, 3, 3, 4, 5]);
    if (roll < 0.28) {
      remark();
      text += die.chance(0.1) ? '\n' : gap;
    }
    const joint = die.pick(joints[lang]!);
    for (let at = 0; at < count; at += 1) {
      const own = die.pick(company[lang]!);
      if (at === 0 ? die.chance(0.35) : die.chance(0.12)) text += filled(die.pick(leads[lang]!), filling);
      let printed = reference(own);
      const link = /https?:\/\/\S+$/.test(printed);
      if (die.chance(0.5)) printed = printed.replace(/[.。．]$/u, '');
      else if (die.chance(0.4) && !/[.。．]$/u.test(printed)) printed += wantsStop(own);
      citations.push({ start: text.length, end: text.length + printed.length });
      text += printed;
      if (at === count - 1) {
        if (die.chance(0.14)) text += filled(die.pick(tails[own] ?? ['']), all[own]!.filling);
        break;
      }
      const stop = /[.。．]$/u.test(printed);
      let between = die.chance(0.6) ? joint : die.pick(joints[lang]!);
      if (link && die.chance(0.4)) between = die.pick(['', '', '.', '。', '；', '; ', '\n']);
      if (between === '' && !stop && !link) between = lang === 'zh' ? '；' : '; ';
      if (stop && /^[.。]/u.test(between) && die.chance(0.8)) between = between.slice(1) || gap;
      text += filled(between, filling);
      if (die.chance(0.1)) {
        if (!/[.。;；\s]$/u.test(text)) text += `${wantsStop(lang)}${gap}`;
        remark();
        text += gap;
      }
    }
    if (die.chance(0.12)) {
      if (!/[.。]$/u.test(text)) text += wantsStop(lang);
      text += gap;
      remark();
    }
    return { text, citations };
  };
  return Array.from({ length: size }, one);
};
