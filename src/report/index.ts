import type { Report } from '../model/report.ts';

export interface RenderOptions {
  language: 'en' | 'zh' | 'ja';
  width: number;
  colour: boolean;
}
export interface Reporter {
  name: string;
  ending: string;
  load(): Promise<(report: Report, options: RenderOptions) => string>;
}
export const reporters: readonly Reporter[] = [
  { name: 'json', ending: 'json', load: async () => (report) => `${JSON.stringify(report, null, 2)}\n` },
];
