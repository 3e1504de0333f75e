/** Family names and given names, by script, as strings of characters or blank-separated words. */

/** Chinese single-character family names, commoner first; simplified and traditional forms. */
export const chineseSurnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔牛洪赖傅施安倪樊齐文严鲁温庞殷颜庄章梅盛林刁钟季翟聂焦左岳祁俞尤纪葛游辛阮柯管关苗童翁申岑耿欧舒曲成包房柳涂解甘詹路伍蓝司马柴符骆单凌裴窦卜饶宁桑娄冉蒲符瞿阎闵谷霍华項景霍阳项靳费褚祝全宗鲍卓娟臧计蒙屠鄢佟封仇晏栾练丛苑揭郎匡' +
  '張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣葉蘇呂盧鐘譚陸賈鄒邱侯閻龍賀顧龔萬錢嚴湯喬賴齊魯溫龐顏莊聶紀關歐塗藍駱單竇饒寧婁閔穀華項陽費鮑計';

/** Chinese family names of two characters. */
export const chineseDoubleSurnames =
  '欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 长孫 长孙 宇文 端木 呼延 南宫 独孤 申屠 淳于';

/** Japanese family names. */
export const japaneseSurnames =
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邉 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 齊藤 清水 山崎 阿部 池田 橋本 山下 石川 中島 中嶋 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 石井 坂本 遠藤 藤井 青木 福田 西村 三浦 藤原 太田 松田 原田 岡本 中野 中川 小野 田村 竹内 金子 中山 和田 石田 工藤 上田 原 森田 酒井 横山 柴田 宮崎 宮本 内田 高木 谷口 安藤 丸山 今井 大野 高田 菅原 河野 武田 上野 藤本 千葉 村田 増田 杉山 平野 大塚 小島 久保 松井 岩崎 桜井 野口 松尾 木下 佐野 野村 菊地 菊池 新井 渡部 大西 島田 古川 杉本 市川 水野 桑原 小松 吉川 山内 西田 平田 飯田 西川 五十嵐 北村 安田 川口 中田 東 川崎 本田 福島 矢野 岩田 沢田 辻 樋口 永井 関 秋山 田口 土屋 大久保 中西 服部 松岡 小山 高野 内藤 石原 早川 川村 松下 浅野 須藤 片山 黒田 熊谷 堀 松村 大島 白石 小池 荒井 桑田 大橋 尾崎 星野 浜田 高山 荒木 宮田 吉村 小西 川上 岡崎 森本 奥村 堀内 今村 成田 杉浦 三宅 大谷 西山 宇野 宇沢 我妻 清野 武田 有村 蓬田 川瀬 杉野 江口 福井 岩井 入江 大江 丸谷 丸尾 柄谷 上野 鶴見 丸川 毛里 国分 添谷 五百旗頭 細谷 北岡 猪口 山室 川島 川田 園田 阪田 坂田 神田 神谷 三谷 大沢 大澤 中沢 小沢 小澤 黒沢 黒澤 宮沢 宮澤 滝沢 相沢 金沢 深沢 水谷 水島 竹田 竹中 竹下 植田 植村 篠原 栗原 萩原 荻原 柳田 柳 折口 南方 網野 色川 安丸 家永 井筒 梅原 梅棹 加地 溝口 島薗 子安 木田 木下 木内 村山 村井 村松 村瀬 町田 松浦 松原 松永 松山 真鍋 牧野 益田 丹羽 二宮 西尾 西沢 西野 根本 萩野 長尾 長田 永田 永野 永島 中尾 中原 中井 中谷 名和 奈良 浪川 新田 沼田 野田 野中 野崎 野沢 橋爪 畑 服部 花田 浜 林田 東野 久野 日高 平井 平山 平川 平岡 廣瀬 広瀬 深井 福原 福本 藤岡 藤川 藤村 藤沢 藤野 古田 古賀 細川 堀田 堀江 本間 本多 前川 増井 大木 大竹 大田 大森 大川 大山 大平 大石 大場 大原 岡部 岡野 岡村 奥田 奥野 小田 小倉 小野寺 尾形 加賀 柿沼 香川 片岡 勝田 門脇 金井 神山 亀井 川合 河合 河原 川端 菅 菅野 岸 岸本 北川 北野 北原 木原 桐山 日下 草野 倉田 黒川 黒木 桑名 小泉 小坂 小谷 小堀 児玉 駒井 近江 坂井 榊原 桜田 笹川 佐久間 佐伯 沢井 志村 芝田 島村 島崎 下村 白井 新谷 末永 須田 杉田 杉原 関口 関根 曽根 高井 高島 高松 高村 滝川 武井 武藤 田代 立花 田島 田辺 谷 谷川 玉井 田原 津田 土田 土井 筒井 堤 手塚 寺田 寺島 戸田 富田 豊田 鳥居 内山 内海 梅田 梅津 浦野 江藤 榎本';

/** Korean family names in Hangul and in Chinese characters. */
export const koreanSurnames =
  '김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허노남심하곽성차주우구라민진지엄원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제탁국어은편용예경봉사부가복태목형피두감음빈동온';

/** Given names common in references, where a name is written out in Latin letters. */
export const westernGivenNames =
  'john david michael robert james william richard thomas peter paul mark george charles daniel martin stephen steven joseph christopher andrew edward brian kevin alan allan anthony frank eric jeffrey scott gary henry philip jonathan matthew timothy simon ian donald kenneth ronald roger walter arthur jack jean jacques pierre michel francois françois claude andré andre louis alain philippe bernard gilles roland henri marcel émile emile hans karl klaus jürgen juergen wolfgang peter michael thomas andreas stefan christian ulrich ulrike gerhard günter guenter günther werner heinz helmut horst manfred dieter rainer bernd bernhard reinhard ralf jens jörg uwe volker friedrich wilhelm max ernst otto fritz georg ludwig franz josef johann johannes rudolf heinrich hermann niklas theodor alfred erich kurt walter egon oskar norbert axel holger matthias martina sabine monika petra andrea claudia susanne birgit gabriele anna eva maria barbara ursula angelika renate elisabeth christine christa katharina karin heike anja silke mary elizabeth susan linda jennifer patricia nancy karen lisa sarah margaret laura ruth helen jane anne ann julia judith emily emma rebecca rachel amy alice carol catherine katherine kathleen diane deborah janet joan sandra sharon judy marie giovanni giuseppe antonio francesco carlo luigi marco paolo pietro giorgio alessandro andrea vittorio mario roberto franco umberto lorenzo guido gino ugo juan josé jose carlos luis manuel miguel jorge pedro francisco javier fernando rafael ricardo pablo alberto enrique vladimir sergei alexander alexei dmitri nikolai ivan boris mikhail igor lev leo noam amartya edward joseph samuel benjamin jacob adam nathan aaron isaac abraham lawrence larry douglas dennis raymond gregory bruce ralph harold carl albert eugene howard harry fred bruno victor hugh neil nigel graham keith derek colin trevor geoffrey stuart ross barry craig glenn dean wei yan li hui jing xin yu jun hiroshi takashi kenji yoshiko kazuo akira masahiro shinzo haruki young kim min';
