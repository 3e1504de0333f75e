import type { Look, PageText } from '../page.ts';
import type { PdfText } from '../pdf.ts';
import type { Site } from './site.ts';

const whiteHouseLook: Look = {
  siteName: 'The White House',
  language: 'en',
  lang: 'en-US',
  nav: ['Administration', 'Priorities', 'The Record', 'Briefing Room'],
  footer: 'Synthetic page, not connected with the White House',
  schemaType: 'WebPage',
  marks: ['og', 'twitter', 'json-ld'],
};

const jointStatement: PageText = {
  title: 'Joint Statement of the United States and Japan',
  date: '2023-01-13',
  section: 'Statements and Releases',
};

const coRe: PageText = {
  title: 'FACT SHEET: The U.S.-Japan Competitiveness and Resilience (CoRe) Partnership',
  date: '2022-05-23',
  section: 'Statements and Releases',
};

const strategy: PdfText = {
  title: 'NSS 10.12 FINAL v2',
  author: 'Author',
  date: '2022-10-12',
  language: 'en',
  pages: [
    ['NATIONAL SECURITY STRATEGY', 'OCTOBER 2022', 'Synthetic stand-in written for tests.'],
    ...Array.from({ length: 9 }, (_, at) => [
      'National Security Strategy',
      'This file imitates the structure of a report and none of its words.',
      `${at + 2}`,
    ]),
  ],
};

export const strategyPath =
  '/wp-content/uploads/2022/10/Biden-Harris-Administrations-National-Security-Strategy-10.2022.pdf';
export const jointStatementPath =
  '/briefing-room/statements-releases/2023/01/13/joint-statement-of-the-united-states-and-japan/';
export const coRePath =
  '/briefing-room/statements-releases/2022/05/23/fact-sheet-the-u-s-japan-competitiveness-and-resilience-core-partnership/';

/** The pages as they stood under the administration that wrote them; what the host answers now is in the manifest. */
const whiteHouse: Site = {
  host: 'www.whitehouse.gov',
  look: whiteHouseLook,
  pages: { [jointStatementPath]: jointStatement, [coRePath]: coRe },
  files: { [strategyPath]: strategy },
};

/** The archive a changed administration leaves behind; it took over two of the three. */
const whiteHouseArchive: Site = {
  host: 'bidenwhitehouse.archives.gov',
  look: { ...whiteHouseLook, nav: ['Administration', 'Briefing Room', 'Archived Material'] },
  pages: { [jointStatementPath]: jointStatement },
  files: { [strategyPath]: strategy },
};

const defense: Site = {
  host: 'www.defense.gov',
  look: {
    siteName: 'U.S. Department of Defense',
    language: 'en',
    documentTitle: (title) => `${title} > U.S. Department of Defense > Defense Department News`,
    nav: ['News', 'Spotlights', 'About'],
    footer: 'Synthetic page, not connected with the Department of Defense',
    schemaType: 'NewsArticle',
    marks: ['og', 'json-ld'],
  },
  pages: {
    '/News/News-Stories/Article/Article/3315827/allies-partners-central-to-us-integrated-deterrence-effort/':
      {
        title: 'Allies, Partners Central to U.S. Integrated Deterrence Effort',
        date: '2023-03-01',
        section: 'News',
        byline: 'C. Todd Lopez',
      },
  },
};

const nikkeiAsia: Site = {
  host: 'asia.nikkei.com',
  look: {
    siteName: 'Nikkei Asia',
    language: 'en',
    documentTitle: (title) => `${title} - Nikkei Asia`,
    nav: ['World', 'Trending', 'Business', 'Markets', 'Politics', 'Opinion'],
    footer: 'Synthetic page, not connected with Nikkei Inc.',
    schemaType: 'NewsArticle',
    marks: ['og', 'json-ld', 'twitter'],
  },
  pages: {
    '/Politics/U.S.-elections-2024/Japan-steps-up-lobbying-in-Washington-hedging-for-Trump-s-return': {
      title: 'Japan steps up lobbying in Washington, hedging for Trump’s return',
      date: '2024-02-18',
      section: 'U.S. elections 2024',
    },
  },
};

export const american: Site[] = [whiteHouse, whiteHouseArchive, defense, nikkeiAsia];
