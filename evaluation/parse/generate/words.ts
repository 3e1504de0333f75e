/** What works that do not exist are made from; nothing here is shared with `training/`. */
export interface Words {
  people: readonly string[];
  /** Titles are `subject` + `matter`, joined as the language does. */
  subjects: readonly string[];
  matters: readonly string[];
  journals: readonly string[];
  papers: readonly string[];
  publishers: readonly (readonly [place: string, publisher: string])[];
  schools: readonly string[];
}

const list = (text: string): string[] => text.split('｜');

export const words: Record<string, Words> = {
  zh: {
    people: list(
      '桑晓棠｜厉明远｜柯秋白｜鲍思齐｜司马玥｜宣承志｜乐正航｜邵亦舟｜阮琪｜巫楚河｜贡丽娜｜敖登',
    ),
    subjects: list(
      '稻作梯田｜县级融媒体｜冻土路基｜老年食堂｜明代卫所｜盲文出版｜榫卯结构｜潮汐电站｜乡土教材｜社区矫正',
    ),
    matters: list(
      '的演化机理研究｜：问题、成因与对策｜及其当代转型｜——以皖南三县为例｜的实证分析（1996—2014）｜的“最后一公里”｜综述｜与地方社会｜可靠性评价',
    ),
    journals: list(
      '山地农学｜水陆交通学报｜文献季刊｜苍梧大学学报(社会科学版)｜边疆与海洋｜计量史研究｜治理前沿',
    ),
    papers: list('岭东日报｜江淮晨报｜经济瞭望报'),
    publishers: [
      ['合肥', '皖风出版社'],
      ['沈阳', '沈水大学出版社'],
      ['兰州', '陇原人民出版社'],
      ['厦门', '鹭屿文艺出版社'],
    ],
    schools: list('苍梧大学｜沈水大学｜北疆师范大学'),
  },
  'zh-Hant': {
    people: list('鍾若蘅｜范姜仲義｜巴奈．古穆｜簡莉婷｜游錦堂｜詹子晴'),
    subjects: list('茶葉貿易｜鐵道文化資產｜客語廣播｜離島醫療｜眷村改建'),
    matters: list('的制度變遷｜與集體記憶｜之研究：以竹塹為中心｜的再思考'),
    journals: list('島嶼史學｜公共行政評論｜人文與社會學刊'),
    papers: list('東岸時報｜府城日報'),
    publishers: [
      ['臺北', '南窗文化'],
      ['高雄', '港都書坊'],
    ],
    schools: list('國立竹塹大學｜東岸大學'),
  },
  ja: {
    people: list('鳴海冬吾｜宇佐見りつ｜沢渡公平｜東雲まゆ｜久我慎一郎｜平良ナミ｜三枝惣介｜乙部千鶴'),
    subjects: list(
      '里山の入会慣行｜地方鉄道の廃線｜幼児向け番組｜町工場の技能継承｜離島航路の補助制度｜明治期の気象観測',
    ),
    matters: list(
      'をめぐる一考察｜――その成立と展開｜に関する実証的研究｜と地域社会｜の現在：全国調査の結果から｜は何をもたらしたか',
    ),
    journals: list('地域経済研究｜生活史評論｜季刊文化政策｜計測と工学'),
    papers: list('東海日日新聞｜奥羽新報'),
    publishers: [
      ['東京', '霞書房'],
      ['京都', '鴨川学術出版'],
      ['東京', '青海社'],
    ],
    schools: list('北浜大学｜東都学院大学'),
  },
  ko: {
    people: list('남궁하린｜기태우｜옥세영｜표정민｜도해솔｜빈나래'),
    subjects: list('농촌 유휴시설｜하천 생태통로｜공공도서관 야간 개방｜조선 후기 장시｜청소년 노동인권'),
    matters: list('의 변화와 과제｜에 관한 연구｜: 세 도시의 비교｜의 형성 과정｜ 만족도 분석'),
    journals: list('공간과정책｜한국지역사연구｜생활과학논집'),
    papers: list('남해일보｜새벽신문'),
    publishers: [
      ['서울', '달그림'],
      ['대구', '솔숲출판사'],
    ],
    schools: list('한빛대학교｜남해대학교'),
  },
  en: {
    people: list(
      'Adaeze Obi｜Tomas Lindgren｜Priya R. Nair｜Wen-li Hsiao｜Callum MacIntyre｜Inés Ferrer-Soto｜J. Q. Abernathy｜Salma El-Hadi',
    ),
    subjects: list(
      'Tidal barrages｜Village notaries｜Peat-core chronologies｜Bilingual street signs｜Low-cost spectrometers｜Cooperative dairies',
    ),
    matters: list(
      ': a reassessment｜ and the limits of planning｜ in three coastal districts, 1880–1914｜: evidence from a natural experiment｜ reconsidered',
    ),
    journals: list(
      'Journal of Estuarine Economics｜Annals of Applied Toponymy｜Northern History Review｜Measurement Letters',
    ),
    papers: list('The Firth Courier｜Harbour Times'),
    publishers: [
      ['Aberdeen', 'Granite Row Press'],
      ['Madison', 'Lakeshore University Press'],
      ['London', 'Tallow & Finch'],
    ],
    schools: list('University of the Sound｜Eastmarch University'),
  },
  de: {
    people: list('Greta Wolkenstein｜Hanno Viehweger｜Ute Sørgel｜Ruprecht Aßmann｜Mechthild Zöllner'),
    subjects: list(
      'Die Deichgenossenschaften｜Ländliche Leihbibliotheken｜Das Handwerk der Zinngießer｜Pendelnde Lehrkräfte',
    ),
    matters: list(' im 19. Jahrhundert｜: Eine Bestandsaufnahme｜ zwischen Markt und Staat'),
    journals: list('Zeitschrift für Küstengeschichte｜Beiträge zur Bildungsökonomik'),
    papers: list('Oderbote｜Weserblatt'),
    publishers: [
      ['Oldenburg', 'Marschverlag'],
      ['Leipzig', 'Edition Lindenhof'],
    ],
    schools: list('Universität Oldenburg｜Universität Leipzig'),
  },
};
