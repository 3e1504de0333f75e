import { liveLink } from '../report/encode/link.ts';
import { fieldText } from '../report/html/fields.ts';
import { noteCard } from '../report/html/note.ts';
import { summary } from '../report/html/summary.ts';
import { type Language, languages } from '../report/index.ts';
import { sentenceOf } from '../report/messages/index.ts';
import { notesOf } from '../report/view.ts';
import { type EditableField, editableFields } from './correct.ts';
import type { Phase, Sitting } from './sitting.ts';

/** A note as the page is sent it: its card as HTML, and what its forms are filled with. */
export interface Card {
  index: number;
  id: string;
  html: string;
  pending: number;
  citations: {
    title: string;
    /** Whether there is a link, so that it can be waived. */
    link: boolean;
    lines: Record<EditableField, string>;
  }[];
  findings: { index: number; sentence: string }[];
}

export interface Progress {
  phase: Phase;
  name: string;
  unreadable: string;
  done: number;
  total: number;
  /** Absent before anything is known of it. */
  secondsLeft?: number;
  cancelled: boolean;
  status: Record<string, number>;
  docx: boolean;
}

export function progressOf(sitting: Sitting): Progress {
  const secondsLeft = sitting.secondsLeft();
  const report = sitting.report();
  return {
    phase: sitting.phase,
    name: sitting.name,
    unreadable: sitting.unreadable,
    done: sitting.done,
    total: sitting.total,
    ...(secondsLeft === undefined ? {} : { secondsLeft }),
    cancelled: sitting.cancelled,
    status: report.tally.status,
    docx: report.documents[0]?.format === 'docx',
  };
}

/** The cards of the notes asked for, all of them by default. */
export function cardsOf(sitting: Sitting, language: Language, only?: ReadonlySet<number>): Card[] {
  const messages = languages[language];
  return notesOf(sitting.document()).flatMap((viewed, index) => {
    if (only && !only.has(index)) return [];
    const id = `n${index + 1}`;
    return [
      {
        index,
        id,
        html: noteCard(viewed, id, messages),
        pending: sitting.pending(index),
        citations: viewed.citations.map(({ citation, printed }) => ({
          title: citation.item.title ?? printed.slice(0, 80),
          link: citation.urls.some((url) => liveLink(url) !== undefined),
          lines: Object.fromEntries(
            editableFields.map((field) => [
              field,
              field === 'author' ? authorLine(citation.item.author) : fieldText(citation.item, field),
            ]),
          ) as Record<EditableField, string>,
        })),
        findings: viewed.note.findings.flatMap((finding, at) =>
          finding.data?.waived === undefined ? [{ index: at, sentence: sentenceOf(finding, messages) }] : [],
        ),
      },
    ];
  });
}

type Names = NonNullable<Parameters<typeof fieldText>[0]['author']>;
/** As the form takes it back: the comma tells family from given, in all scripts. */
const authorLine = (names: Names = []): string =>
  names.map(({ literal, family, given }) => literal ?? [family, given].filter(Boolean).join(', ')).join('; ');

/** The summary of a run that has ended. */
export function summaryOf(sitting: Sitting, language: Language): string {
  const report = sitting.report();
  const placed = report.documents
    .flatMap((document) => notesOf(document))
    .map((viewed, index) => ({ viewed, id: `n${index + 1}` }));
  return summary(report, placed, languages[language]);
}
