import type { Language } from '../messages/index.ts';

/** What a history is said in. Braces are filled by `fill`. */
export interface HistoryWords {
  title: string;
  scope: string;
  none: string;
  synthetic: string;
  now: string;
  life: { alive: string; dead: string; unknown: string };
  reachOnly: string;
  survival: string;
  survivalWhy: string;
  survivalNone: string;
  survivalChart: string;
  days: string;
  share: string;
  atRisk: string;
  repairs: string;
  repaired: string;
  noRepairs: string;
  hosts: string;
  noHosts: string;
  host: string;
  links: string;
  recoveries: string;
  months: string;
  month: string;
  monthsChart: string;
}

const en: HistoryWords = {
  title: 'History of the links',
  scope: '{urls} links, {visits} visits from {from} to {to}.',
  none: 'No visit has been written down yet.',
  synthetic: 'Synthetic: every visit was to a page written for tests, not to the real one.',
  now: 'Now: {alive} alive, {dead} dead, {unknown} unknown.',
  life: { alive: 'alive', dead: 'dead', unknown: 'unknown' },
  reachOnly:
    'Alive means that the address answers with a page, not that the page is still what was cited; walls and outages count as unknown.',
  survival: 'Survival',
  survivalWhy:
    'The share of links still standing so many days after they were first seen (Kaplan–Meier estimate); a link that came back counts as standing.',
  survivalNone: 'No link has died.',
  survivalChart: 'The share of links standing falls to {share} after {days} days.',
  days: 'days',
  share: 'still standing',
  atRisk: 'links followed so far',
  repairs: 'Mean time to repair',
  repaired: '{days} days (repairs: {count}).',
  noRepairs: 'No dead link has come back.',
  hosts: 'Hosts that rot',
  noHosts: 'No host has lost a link.',
  host: 'host',
  links: 'links',
  recoveries: 'came back',
  months: 'Month by month',
  month: 'month',
  monthsChart: 'Links alive, dead and unknown at the end of each of {count} months, from {from} to {to}.',
};

const zh: HistoryWords = {
  title: '链接的历史',
  scope: '{urls} 个链接,{from} 至 {to} 共访问 {visits} 次。',
  none: '还没有访问记录。',
  synthetic: '合成数据:所有访问都是对为测试而写的页面,不是真实页面。',
  now: '现在:{alive} 个存活,{dead} 个失效,{unknown} 个不明。',
  life: { alive: '存活', dead: '失效', unknown: '不明' },
  reachOnly: '存活指网址能打开页面,不等于页面仍是所引文献;被拦截和服务器故障算作不明。',
  survival: '存活率',
  survivalWhy: '首次访问之后若干天仍然存活的链接比例(Kaplan–Meier 估计);失效后恢复的算作存活。',
  survivalNone: '没有链接失效。',
  survivalChart: '{days} 天之后,存活的链接比例降至 {share}。',
  days: '天',
  share: '仍存活',
  atRisk: '追踪至此的链接',
  repairs: '平均修复时间',
  repaired: '{days} 天,共恢复 {count} 次。',
  noRepairs: '没有失效的链接恢复。',
  hosts: '失效较多的网站',
  noHosts: '没有网站失去链接。',
  host: '网站',
  links: '链接',
  recoveries: '恢复',
  months: '逐月情况',
  month: '月份',
  monthsChart: '{from} 至 {to} 共 {count} 个月,每月末存活、失效、不明的链接数。',
};

const ja: HistoryWords = {
  title: 'リンクの履歴',
  scope: 'リンク {urls} 件、{from} から {to} までに {visits} 回訪問。',
  none: '訪問の記録はまだありません。',
  synthetic: '合成データ:訪問はすべて試験用に書かれたページへのもので、実際のページではありません。',
  now: '現在:生存 {alive} 件、消失 {dead} 件、不明 {unknown} 件。',
  life: { alive: '生存', dead: '消失', unknown: '不明' },
  reachOnly:
    '生存とはURLがページを返すことで、引用したページのままだという意味ではありません。遮断や障害は不明に数えます。',
  survival: '生存率',
  survivalWhy:
    '初回の訪問から何日後にどれだけのリンクが残っているか(Kaplan–Meier推定)。復旧したものは生存に数えます。',
  survivalNone: '消失したリンクはありません。',
  survivalChart: '{days} 日後、残っているリンクの割合は {share} まで下がります。',
  days: '日数',
  share: '生存率',
  atRisk: '追跡中のリンク',
  repairs: '平均復旧時間',
  repaired: '{days} 日({count} 回の復旧)。',
  noRepairs: '復旧したリンクはありません。',
  hosts: '消失の多いホスト',
  noHosts: 'リンクを失ったホストはありません。',
  host: 'ホスト',
  links: 'リンク',
  recoveries: '復旧',
  months: '月ごとの状況',
  month: '月',
  monthsChart: '{from} から {to} までの {count} か月について、月末の生存・消失・不明の件数。',
};

export const historyWords: Record<Language, HistoryWords> = { en, zh, ja };
