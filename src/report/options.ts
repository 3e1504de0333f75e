import type { Report } from '../model/report.ts';
import type { Language } from './messages/index.ts';

/** What a rule is, for formats that publish their rules. */
export interface RuleHelp {
  /** One sentence. */
  summary: string;
  /** Why it matters, and what to do. */
  why: string;
}

export interface RenderOptions {
  /** Language of the terminal, Markdown and HTML reports. */
  language: Language;
  /** Columns of the terminal. */
  width: number;
  /** Whether the terminal takes colours. */
  colour: boolean;
  /** Documentation of rules by id, where the caller has it; used by SARIF. */
  rules?: Readonly<Record<string, RuleHelp>>;
  /** A byte order mark in front of CSV, for spreadsheets that take UTF-8 for something else without one. Default false. */
  bom?: boolean;
  /** The cited items as BibLaTeX, where the caller has them; the HTML page offers them for download. */
  bibliography?: string;
  /** Bytes a step summary may take. Default 1,000,000: GitHub refuses more than 1 MiB. */
  maxBytes?: number;
}

/** Report in, text out, nothing else touched. */
export type Render = (report: Report, options: RenderOptions) => string;

export interface Reporter {
  name: string;
  /** Ending of the file it is kept in. */
  ending: string;
  load(): Promise<Render>;
  /** The same text in pieces, where a whole one may be too large to hold. */
  parts?(): Promise<(report: Report) => Iterable<string>>;
}
