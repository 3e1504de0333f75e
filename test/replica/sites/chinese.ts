import type { Site } from './site.ts';

/** GB2312, declared in the page alone: the server's header says nothing of it. */
const chosun: Site = {
  host: 'cnnews.chosun.com',
  look: {
    siteName: '朝鲜日报中文网',
    language: 'zh',
    lang: '',
    charset: 'GB2312',
    charsetBy: 'meta',
    documentTitle: (title) => `朝鲜日报中文网 - ${title}`,
    nav: ['首页', '政治', '经济', '社会', '国际', '体育'],
    footer: '合成页面（与朝鲜日报社无关）',
    marks: [],
    heading: 'h2',
  },
  pages: {
    '/client/news/viw.asp?nNewsNumb=20230158407&cate=C01&mcate=M1003': {
      title: '美国决定在冲绳岛建立海军濒海战斗团…以应对台湾的紧急情况',
      date: '2023-01-11',
      section: '国际',
    },
  },
};

const ciis: Site = {
  host: 'www.ciis.org.cn',
  look: {
    siteName: '中国国际问题研究院',
    language: 'zh',
    lang: 'zh-CN',
    documentTitle: (title) => `${title}_中国国际问题研究院`,
    nav: ['首页', '研究成果', '学术论文', '评论', '期刊'],
    footer: '合成页面（与中国国际问题研究院无关）',
    marks: [],
    heading: 'h2',
  },
  pages: {
    '/yjcg/xslw/202311/t20231117_9126.html': {
      title: '准三边同盟：从戴维营峰会看美日韩合作的趋向与限度',
      date: '2023-11-17',
      section: '研究成果 > 学术论文',
      byline: '项昊宇',
    },
  },
};

const cnNikkei: Site = {
  host: 'cn.nikkei.com',
  look: {
    siteName: '日经中文网',
    language: 'zh',
    lang: 'zh-cn',
    documentTitle: (title) => `${title} 日经中文网`,
    nav: ['首页', '中国', '政治经济', '产业聚焦', '金融市场', '专栏观点'],
    footer: '合成页面（与日本经济新闻社无关）',
    marks: ['og'],
  },
  pages: {
    '/politicsaeconomy/politicsasociety/44453-2021-04-16-22-58-31.html': {
      title: '菅义伟与拜登举行首脑会谈',
      date: '2021-04-17',
      section: '政治经济 > 政治社会',
    },
    '/politicsaeconomy/epolitics/54376-2023-12-21-13-12-35.html': {
      title: '日本政府预测2024年度实际GDP增1.3%，创新高',
      date: '2023-12-21',
      section: '政治经济 > 经济政策',
    },
  },
};

const xinhua: Site = {
  host: 'www.news.cn',
  look: {
    siteName: '新华网',
    language: 'zh',
    lang: '',
    documentTitle: (title) => `${title}-新华网`,
    nav: ['首页', '时政', '国际', '财经', '网评'],
    footer: '合成页面（与新华通讯社无关）',
    marks: [],
  },
  pages: {
    '/world/20240225/875198864a5740c6b277e94009c23cd9/c.html': {
      title: '共和党初选 特朗普再下一城',
      date: '2024-02-25',
      section: '国际',
    },
  },
};

export const chinese: Site[] = [chosun, ciis, cnNikkei, xinhua];
