import type { Citation } from '../model/citation.ts';
import type { Evidence } from '../model/evidence.ts';
import { otherLanguage } from './language.ts';
import { registrable } from './sites.ts';

/** What dropped domains are bought for. */
const spam =
  /\b(?:casino|slot(?:s| gacor| online)?|togel|judi|poker|betting|sportsbook|baccarat|viagra|cialis|payday loans?|escort|porn|xxx|sex cam|essay writing|replica watches|crypto signals)\b|bandar|situs slot|娱乐城|赌场|博彩|百家乐|棋牌|六合彩|色情|成人视频|无码|カジノ|出会い系|アダルト|바카라|카지노|토토사이트/iu;

/** A page that fails its title under another domain, and speaks another language or of what spam speaks. */
export function hijackedWhy(
  citation: Citation,
  evidence: Evidence,
): { rule: string; why: string } | undefined {
  const heads = evidence.titles.map(({ text }) => text).join(' ');
  const words = spam.exec(heads);
  if (words && !spam.test(`${citation.item.title ?? ''} ${citation.item['container-title'] ?? ''}`))
    return {
      rule: 'spam-topic',
      why: `The address now serves something else altogether: its title speaks of “${words[0]}”.`,
    };
  const [from, to] = [registrable(evidence.url), registrable(evidence.finalUrl ?? evidence.url)];
  if (!from || !to || from === to || /(?:^|\.)doi\.org$/.test(from)) return undefined;
  const language = otherLanguage(citation, evidence);
  return language
    ? {
        rule: 'other-domain-other-language',
        why: `The address leads to another domain (${to}) in another language (${language.page} for ${language.cited}), and no title matches.`,
      }
    : undefined;
}
