import type { Site } from './site.ts';

/**
 * Where the two DOIs lead. The Chinese journal's landing page stands at a reserved name, because its real address is
 * not something the article says; the other publisher's address form follows from its DOI.
 */
const forum: Site = {
  host: 'naf.journal.example',
  look: {
    siteName: '东北亚论坛',
    language: 'zh',
    lang: 'zh-CN',
    charset: 'GB18030',
    charsetBy: 'header',
    documentTitle: (title) => title,
    nav: ['首页', '期刊介绍', '过刊浏览', '投稿指南'],
    footer: '合成页面（与东北亚论坛编辑部无关）',
    schemaType: 'ScholarlyArticle',
    marks: ['citation', 'dc'],
    heading: 'h2',
  },
  pages: {
    '/CN/10.13654/j.cnki.naf.2023.02.004': {
      title: '美日经济安全同盟：构建“集体韧性”体系',
      date: '2023-03-01',
      byline: '归泳涛',
      citation: {
        citation_author: '归泳涛',
        citation_journal_title: '东北亚论坛',
        citation_publication_date: '2023/03/01',
        citation_volume: '32',
        citation_issue: '2',
        citation_firstpage: '53',
        citation_lastpage: '67',
        citation_doi: '10.13654/j.cnki.naf.2023.02.004',
      },
    },
  },
};

const taylorFrancis: Site = {
  host: 'www.tandfonline.com',
  look: {
    siteName: 'Asian Security',
    language: 'en',
    documentTitle: (title) => `${title}: Asian Security: Vol 20 , No 1 - Get Access`,
    nav: ['Log in', 'Register', 'Search', 'Journals'],
    footer: 'Synthetic page, not connected with the publisher',
    schemaType: 'ScholarlyArticle',
    marks: ['citation', 'dc', 'og'],
  },
  pages: {
    '/doi/full/10.1080/14799855.2024.2309816': {
      title: 'Sailing close to the wind: Japan’s forward deterrence posture toward the Taiwan Strait',
      date: '2024-01-29',
      byline: 'Lionel P. Fatton',
      citation: {
        citation_author: 'Fatton, Lionel P.',
        citation_journal_title: 'Asian Security',
        citation_publication_date: '2024/01/02',
        citation_online_date: '2024/01/29',
        citation_doi: '10.1080/14799855.2024.2309816',
      },
    },
  },
};

export const journals: Site[] = [forum, taylorFrancis];
