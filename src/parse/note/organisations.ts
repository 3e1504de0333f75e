/** Words and names that tell who publishes a page from what it appears in. Rows are patterns of a kind, not of one body. */
const publishers =
  /(?:省|庁|廳|県|縣|市|町|村|府|署|局|部|厅|内閣官房|内閣府|首相官邸|官邸|委員会|委员会|委員會|研究所|研究院|研究中心|センター|中心|財団|基金会|大学|大學|大学校|学会|協会|协会|機構|机构|連盟|联盟|連合|政府|外交部|商务部|国防部|财政部|发改委|国务院|人民政府|人民银行|统计局|統計局|出版社|書店|书局|書局|書房|書院|出版会|文庫|新書|印书馆|印書館|総務局|議会|国会|裁判所|法院|부|청|원|위원회|연구원|연구소|대학교|출판사|재단|협회|House|Department|Ministry|Office|Agency|Government|Council|Commission|Committee|Institute|Institution|University|Press|Foundation|Association|Bureau|Court|Congress|Parliament|Organi[sz]ation|Center|Centre|Bank|Union|Verlag|Publish(?:ers|ing)|Books|Group|Corporation|Inc\.|Ltd\.?|OECD|IMF|NATO|WTO|WHO|UNESCO)$/u;
const containers =
  /(?:新聞|新闻|新聞社|日报|日報|晚报|晚報|时报|時報|周刊|週刊|月刊|季刊|通信|通信社|通讯社|通訊社|电视|テレビ|放送|新报|新報|早报|早報|联合报|聯合報|网|網|ニュース|オンライン|経済|评论|評論|学报|学報|學報|研究|论坛|論壇|杂志|雑誌|雜誌|年鑑|年鉴|紀要|論叢|신문|일보|뉴스|방송|저널|논총|학보|연구|News|Times|Post|Journal|Review|Quarterly|Monthly|Weekly|Daily|Magazine|Herald|Tribune|Guardian|Economist|Asia|Today|Wire|Gazette|Bulletin|Affairs|Policy|Studies|NHK|BBC|CNN|NPR|Reuters|AP|AFP|Bloomberg|Politico|Axios)$/u;

/** Whether a body's name is a place things appear in (a newspaper, a journal, a site) or one that publishes them. */
export function roleOf(name: string): 'container-title' | 'publisher' {
  const text = name.trim().replace(/[)）\s]+$/u, '');
  if (containers.test(text)) return 'container-title';
  return publishers.test(text) ? 'publisher' : 'container-title';
}

export const isOrganisation = (name: string): boolean =>
  publishers.test(name.trim()) || containers.test(name.trim());
export const isBookPublisher = (name: string): boolean =>
  /(?:出版社|書店|书局|書局|書房|書院|書館|出版会|出版局|印书馆|印書館|출판사|출판부|Press|Verlag|Publish(?:ers|ing)|Books|& Co\.?|& Sons)$/u.test(
    name.trim(),
  );
export const isPressAgency = (name: string): boolean =>
  containers.test(name.trim()) &&
  !/(?:研究|学报|学報|學報|论坛|論壇|紀要|論叢|Review|Quarterly|Journal|Affairs|Studies|Policy|연구|학보|논총)$/u.test(
    name.trim(),
  );
