import type { Look, PageText } from '../page.ts';
import type { PdfText } from '../pdf.ts';

/** One host: the look of its pages, and the pages as they were when they were cited, by path and query. */
export interface Site {
  host: string;
  look: Look;
  pages: Record<string, PageText>;
  files?: Record<string, PdfText>;
  /** The site's own words on a page that is not there. */
  missing?: string;
}

export const missingWords = {
  ja: 'お探しのページが見つかりません',
  en: 'Page not found',
  zh: '您访问的页面不存在',
} as const;
