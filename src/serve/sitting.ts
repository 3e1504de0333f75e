import { type Case, judge } from '../judge/index.ts';
import { distinct, shareOut } from '../lint/index.ts';
import type { Citation } from '../model/citation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/item.ts';
import type { Note } from '../model/note.ts';
import {
  type Report,
  type ReportCitation,
  type ReportDocument,
  type Run,
  reportVersion,
} from '../model/report.ts';
import type { Source } from '../model/source.ts';
import { tally } from '../report/tally.ts';
import { trimEvidence } from '../report/trim.ts';
import { type Stages, verify } from '../verify.ts';
import { correct, type EditableField } from './correct.ts';
import type { Desk, Opened } from './desk.ts';

export type Phase = 'idle' | 'reading' | 'running' | 'done' | 'unreadable';
export type Change = { kind: 'phase' } | { kind: 'note'; index: number } | { kind: 'all' };

export interface Waiving {
  note: number;
  /** What is waived: a citation's link, or one of the note's own findings by its rule and place. */
  citation?: number;
  finding?: number;
  reason: string;
  owner: string;
  /** ISO date. */
  until: string;
}

/** One document on the desk, from its bytes to what is taken away; a new one takes its place. */
export class Sitting {
  phase: Phase = 'idle';
  name = '';
  unreadable = '';
  bytes: Uint8Array = new Uint8Array();
  done = 0;
  total = 0;
  cancelled = false;
  #desk: Desk;
  #source: Source | undefined;
  #notes: Note[] = [];
  #own: Finding[] = [];
  #byNote = new Map<Note, Finding[]>();
  #rest: Finding[] = [];
  #settled = new Map<Item, ReportCitation>();
  /** What was seen, whole: a report keeps less than a judge wants. */
  #seen = new Map<string, Evidence>();
  #waivers: NonNullable<Case['waivers']>[number][] = [];
  #waivedFindings = new Map<string, string>();
  #edited = false;
  #run: Run | undefined;
  #began = 0;
  #stop = new AbortController();
  #listeners = new Set<(change: Change) => void>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get busy(): boolean {
    return this.phase === 'reading' || this.phase === 'running';
  }

  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** Reads and checks a document. Resolves when the run has ended; how it went is told to the listeners. */
  async check(name: string, bytes: Uint8Array): Promise<void> {
    const stop = new AbortController();
    Object.assign(this, {
      name,
      bytes,
      phase: 'reading',
      unreadable: '',
      done: 0,
      total: 0,
      cancelled: false,
    });
    this.#source = undefined;
    [this.#notes, this.#own, this.#waivers, this.#run] = [[], [], [], undefined];
    for (const map of [this.#settled, this.#seen, this.#waivedFindings, this.#byNote]) map.clear();
    this.#edited = false;
    this.#stop = stop;
    this.#began = this.#desk.now();
    this.#tell({ kind: 'all' });
    try {
      const source = await this.#desk.read(name, bytes);
      if ('unreadable' in source) return this.#refuse(source.unreadable);
      const parsed = await this.#desk.parse(source);
      this.#source = source;
      this.#notes = parsed.notes;
      this.#own = parsed.findings;
      this.#lint();
      this.total = parsed.notes.reduce((sum, note) => sum + note.citations.length, 0);
      this.phase = 'running';
      this.#tell({ kind: 'all' });
      await this.#gather(parsed.notes, stop.signal);
      this.cancelled = stop.signal.aborted;
      this.phase = 'done';
      this.#tell({ kind: 'all' });
    } catch (cause) {
      this.#refuse(`cannot be checked (${String((cause as Error).message).slice(0, 200)}).`);
    }
  }

  #refuse(why: string): void {
    this.unreadable = why;
    this.phase = 'unreadable';
    this.#tell({ kind: 'all' });
  }

  cancel(): void {
    this.#stop.abort(new Error('cancelled on the page'));
  }

  /** Runs the pipeline over notes and keeps what comes, citation by citation. */
  async #gather(notes: Note[], signal: AbortSignal, again = false): Promise<void> {
    const source = this.#source as Source;
    const opened = await this.#desk.open();
    try {
      const events = verify([{ path: this.name, source, notes, findings: [] }], this.#stages(opened), {
        tool: this.#desk.tool,
        mode: this.#desk.mode,
        waivers: [...this.#desk.waivers, ...this.#waivers],
        facts: () => opened.facts(),
        signal,
      });
      for await (const event of events) {
        if (event.kind === 'citation') this.#keep(event.citation, !again);
        if (event.kind !== 'report') continue;
        if (event.report.run.offline)
          for (const citation of event.report.documents.flatMap(({ notes: all }) =>
            all.flatMap(({ citations }) => citations),
          ))
            this.#settled.set(citation.item, citation);
        if (!again) this.#run = event.report.run;
      }
    } finally {
      await opened.close();
    }
  }

  #stages({ visit, clock, identify, archive }: Opened): Stages {
    return {
      clock,
      visit: async (url, purpose, signal) => {
        const evidence = await visit(url, purpose, signal);
        this.#seen.set(`${purpose} ${url}`, evidence);
        return evidence;
      },
      ...(identify ? { identify } : {}),
      ...(archive ? { archive } : {}),
    };
  }

  #keep(citation: ReportCitation, counts: boolean): void {
    this.#settled.set(citation.item, citation);
    if (counts) this.done += 1;
    const index = this.#notes.findIndex((note) => note.citations.some(({ item }) => item === citation.item));
    if (index >= 0) this.#tell({ kind: 'note', index });
  }

  #lint(): void {
    const notes = this.#notes;
    const found = this.#desk.lint(this.#source as Source, notes);
    const all = distinct([...this.#own, ...notes.flatMap((note) => note.findings), ...found]);
    const { byNote, rest } = shareOut(notes, all);
    [this.#byNote, this.#rest] = [byNote, rest];
  }

  /** Fields corrected by hand, judged by what was seen; visited anew only where the citation points elsewhere now. */
  async correct(
    note: number,
    index: number,
    lines: Partial<Record<EditableField, string>>,
  ): Promise<{ refused?: EditableField | 'citation' }> {
    const before = this.#notes[note];
    const citation = before?.citations[index];
    const seen = citation && this.#settled.get(citation.item);
    if (!before || !citation || !seen) return { refused: 'citation' };
    const corrected = correct(citation, lines);
    if ('refused' in corrected) return corrected;
    const next = { ...before, citations: before.citations.with(index, corrected.citation) };
    this.#notes = this.#notes.with(note, next);
    this.#edited = true;
    // Until the new visit is in, the citation stands as it was seen.
    this.#settled.set(corrected.citation.item, this.#judged(corrected.citation, seen));
    if (corrected.gather)
      await this.#gather([{ ...next, citations: [corrected.citation] }], new AbortController().signal, true);
    this.#lint();
    this.#tell({ kind: 'all' });
    return {};
  }

  /** The verdict on a citation by evidence that is there. */
  #judged(citation: Citation, { evidence, registry, snapshots }: ReportCitation): ReportCitation {
    const whole = evidence.map((one) => this.#seen.get(`${one.purpose} ${one.url}`) ?? one);
    const verdict = judge({
      citation,
      evidence: whole,
      registry,
      snapshots,
      waivers: [...this.#desk.waivers, ...this.#waivers],
      now: new Date(this.#desk.now()).toISOString(),
    });
    return {
      ...citation,
      key: citation.item.id,
      evidence: whole.map(trimEvidence),
      registry,
      snapshots,
      verdict,
    };
  }

  /** Lives with a failing link until a day, or with a fault of the note for good. False where there is no such thing. */
  waive({ note, citation, finding, reason, owner, until }: Waiving): boolean {
    const of = this.#notes[note];
    if (!of) return false;
    if (finding !== undefined) {
      const waived = this.#findingsOf(of)[finding];
      if (!waived) return false;
      this.#waivedFindings.set(sameFinding(waived), reason);
      this.#tell({ kind: 'all' });
      return true;
    }
    const urls = of.citations[citation ?? -1]?.urls ?? [];
    if (urls.length === 0) return false;
    this.#waivers.push(...urls.map((url) => ({ url, reason, owner, until })));
    for (const one of this.#notes.flatMap(({ citations }) => citations)) {
      const seen = this.#settled.get(one.item);
      if (seen && one.urls.some((url) => urls.includes(url)))
        this.#settled.set(one.item, this.#judged(one, seen));
    }
    this.#tell({ kind: 'all' });
    return true;
  }

  #findingsOf(note: Note): Finding[] {
    return (this.#byNote.get(note) ?? []).map((finding) => {
      const waived = this.#waivedFindings.get(sameFinding(finding));
      return waived === undefined
        ? finding
        : { ...finding, severity: 'info', data: { ...finding.data, waived } };
    });
  }

  /** Citations of a note that are still to come. */
  pending(index: number): number {
    return this.phase === 'running'
      ? (this.#notes[index]?.citations.filter(({ item }) => !this.#settled.has(item)).length ?? 0)
      : 0;
  }

  /** Told from the rate so far; undefined before the first citation. */
  secondsLeft(): number | undefined {
    if (this.phase !== 'running' || this.done === 0) return undefined;
    return Math.ceil(((this.#desk.now() - this.#began) / 1000 / this.done) * (this.total - this.done));
  }

  document(): ReportDocument {
    return {
      path: this.name,
      format: this.#source?.format ?? 'unknown',
      ...(this.#source?.language ? { language: this.#source.language } : {}),
      notes: this.#notes.map((note) => ({
        ...note,
        findings: this.#findingsOf(note),
        citations: note.citations.flatMap(({ item }) => this.#settled.get(item) ?? []),
      })),
      findings: this.#rest,
      ...(this.phase === 'unreadable' ? { unreadable: this.unreadable } : {}),
    };
  }

  report(): Report {
    const documents = [this.document()];
    const now = new Date(this.#desk.now()).toISOString();
    const run: Run = this.#run ?? {
      tool: this.#desk.tool,
      startedAt: new Date(this.#began).toISOString(),
      endedAt: now,
      mode: this.#desk.mode,
      complete: false,
      offline: false,
      facts: [],
    };
    const facts = this.#edited ? [...run.facts, editedFact] : run.facts;
    return { version: reportVersion, run: { ...run, facts }, tally: tally(documents), documents };
  }
}

const editedFact = {
  code: 'edited',
  message: 'Fields of citations were corrected by hand before this report was taken.',
};

const sameFinding = ({ rule, place }: Finding): string => `${rule} ${place?.offset} ${place?.end}`;
