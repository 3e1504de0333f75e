import type { OptionalReference } from './optional.ts';

/** A subset others were measured on, what they reached there, and what is aimed at: record exact and micro-F1, in percent. */
export interface Subset {
  name: string;
  /** Which of the optional records stand for it here. */
  here: string;
  has(record: OptionalReference): boolean;
  anystyle: string;
  retrained: string;
  perceptron: string;
  aim: string;
}

const kisti = (record: OptionalReference, lang: string) => record.file === `grobid-kisti-${lang}`;

export const subsets: readonly Subset[] = [
  {
    name: 'English, clean',
    here: 'English of ParsCit and GROBID (trained-on sources: the fifth held out)',
    has: ({ file, lang }) => lang === 'en' && /^(?:parscit|grobid-(?:citations|hep|kisti-en))$/.test(file),
    anystyle: '49.8 / 83.4',
    retrained: '59.0 / 88.1',
    perceptron: '68.6 / 91.5',
    aim: '75 / 94',
  },
  {
    name: 'Chinese, styles not seen',
    here: 'Chinese of rendered-zotero-chinese and rendered-gb7714-biblatex, never trained on',
    has: ({ file, lang }) => lang.startsWith('zh') && /^rendered-(?:zotero-chinese|gb7714)/.test(file),
    anystyle: '3.8 / 46.0',
    retrained: '18.8 / 69.8',
    perceptron: '67.3 / 91.2',
    aim: '82 / 96',
  },
  {
    name: 'Chinese, real, hard',
    here: 'hand-zh-hard, grobid-kisti-zh and the Chinese of real-plurality-footnotes',
    has: (record) =>
      record.file === 'hand-zh-hard' ||
      kisti(record, 'zh') ||
      (record.file === 'real-plurality-footnotes' && record.lang.startsWith('zh')),
    anystyle: '2.5 / 44.7',
    retrained: '12.7 / 55.7',
    perceptron: '64.6 / 91.5',
    aim: '78 / 95',
  },
  {
    name: 'Japanese, real',
    here: 'real-ja and grobid-kisti-ja',
    has: (record) => record.file === 'real-ja' || kisti(record, 'ja'),
    anystyle: '6.0 / 43.0',
    retrained: '14.0 / 52.2',
    perceptron: '24.0 / 72.9',
    aim: '60 / 90',
  },
  {
    name: 'Korean',
    here: 'grobid-kisti-ko',
    has: (record) => kisti(record, 'ko'),
    anystyle: '14.0 / 71.9',
    retrained: '13.2 / 73.0',
    perceptron: '72.8 / 93.9',
    aim: '82 / 96',
  },
  {
    name: 'German',
    here: 'every German record that was not trained on',
    has: ({ lang }) => lang === 'de',
    anystyle: '32.3 / 74.8',
    retrained: '41.0 / 80.9',
    perceptron: '54.6 / 85.3',
    aim: '62 / 89',
  },
];
