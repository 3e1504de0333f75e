/** Words of walls, parked and broken pages. A row: the sign, words for title and headings, words for a short text beside them. */
export interface SignWords {
  sign: string;
  /** Tried on the title and the first headings. */
  head: RegExp;
  /** Tried on the text of short pages; `head` is tried there too unless this says `only`. */
  text?: RegExp;
  /** Words too common to count in running text. */
  headOnly?: boolean;
}

export const signWords: readonly SignWords[] = [
  {
    sign: 'challenge',
    head: /^just a moment|^один момент|^un momento|^einen moment|^un instant|attention required!|checking (?:if the site connection is secure|your browser)|verif(?:y|ying) (?:that )?(?:you are|you['’]re|yourself as) (?:a )?human|(?:confirm|prove) (?:that )?you(?: are|['’]re) (?:not a (?:ro)?bot|(?:a )?human)|are you (?:a )?(?:human|robot)\??$|human verification|ddos[- ](?:protection|guard)|^security (?:check|verification)|bot (?:detection|verification|protection|challenge)|browser (?:check|verification)|pardon our interruption|^one more step|captcha|client challenge|人机验证|人機驗證|安全验证|安全驗證|安全检查|滑动验证|访问验证|请完成(?:安全)?验证|ロボットではありません|ロボットでない|認証チェック|自動アクセス|보안 ?확인|자동 ?입력 ?방지|로봇이 아닙니다|vérification de sécurité|sicherheitsüberprüfung|verificación de seguridad|проверка браузера/i,
    text: /unusual traffic|automated (?:access|requests|queries|traffic)|please enable (?:js|javascript) and (?:disable|cookies)|enable javascript and cookies to continue|request unsuccessful\. incapsula|press (?:&|and) hold|complete the (?:security check|captcha)|this process is automatic|browser will redirect|performance (?:&|and) security by cloudflare|datadome|perimeterx|px-captcha|验证码|驗證碼|請完成驗證|不審なアクセス|비정상적인 접근/i,
  },
  {
    sign: 'blocked',
    head: /^access (?:to this (?:page|site|website|resource) (?:has been |is )?)?(?:denied|blocked|restricted|forbidden)|you (?:have been|are|were) (?:blocked|banned)|^(?:request|connection) (?:was )?(?:blocked|rejected|denied)|^(?:error )?403\b|^forbidden|^(?:http )?(?:error )?406 not acceptable|web (?:site |application )?firewall|^blocked$|禁止访问|禁止訪問|禁止存取|访问被(?:拒绝|阻断|拦截|禁止)|拒绝访问|存取被拒|網站防火牆|网站防火墙|应用防火墙|访问受限|请求被拦截|アクセス(?:が)?(?:拒否|制限|禁止)|アクセスできません|閲覧(?:が)?(?:禁止|できません)|접근이? ?(?:거부|차단|제한|금지)|zugriff (?:verweigert|gesperrt)|accès (?:refusé|interdit)|acceso (?:denegado|prohibido)|accesso negato|toegang geweigerd|acesso negado|доступ (?:запрещ|ограничен)|odmowa dostępu/i,
    text: /access (?:to this page has been |is )?denied|you (?:have been|are) blocked|(?:don['’]t|do not) have permission to access|the requested url was rejected|(?:blocked|banned) (?:by|because|due|from)|your ip(?: address)? (?:has been|is|was)|(?:not authorized|not allowed) to (?:view|access)|bad robot|user[- ]agent required|您的(?:请求|访问|IP).{0,12}(?:拦截|限制|禁止|不合法|威胁)|设置拦截|安全威胁|検知されたため|차단되었습니다/i,
  },
  {
    sign: 'rate-limited',
    head: /too many requests|^(?:error )?429\b|rate limit(?:ed| exceeded)|^slow down|请求过于频繁|访问过于频繁|操作过于频繁|アクセスが集中|リクエストが多すぎ|요청이 너무 많|zu viele anfragen|trop de requêtes|demasiadas solicitudes/i,
  },
  {
    sign: 'legal',
    head: /unavailable (?:for|due to) legal reasons|^(?:error )?451\b|not available in your (?:country|region|location)|unavailable in (?:your (?:country|region)|the eu|most european)|content not available in/i,
    text: /(?:due to|because of) (?:the )?(?:legal|gdpr|general data protection)|european economic area|根据(?:相关|有关)法律(?:法规)?.{0,12}(?:不予|无法)|お住まいの(?:国|地域)では/i,
  },
  {
    sign: 'unauthorized',
    head: /^(?:(?:http )?(?:error )?401\b|unauthori[sz]ed|authorization required|authentication required|未授权|未經授權|認証が必要|인증이 필요|non autorisé|no autorizado|nicht autorisiert)/i,
  },
  {
    sign: 'login',
    head: /^(?:\S{1,24} [-–|:] )?(?:log ?in|sign ?in|log on|login required|please (?:log|sign) in|member (?:log|sign) ?in|ログイン|サインイン|会員ログイン|登录|登入|登錄|会员登录|用户登录|로그인|anmelden|anmeldung|einloggen|connexion|se connecter|s['’]identifier|iniciar sesión|accedi|inloggen|entrar|logga in|войти|вход|zaloguj)(?: (?:to|for|bei|à|en|a|op|на|do|into) .{1,40})?(?:$|\s?[-–|•·:/(].{0,80}$)|(?:log|sign) in to (?:continue|view|read|access|your account)|you must (?:be logged|log|sign) in|ログイン(?:して|が必要)|请(?:先)?登录|請先登入|로그인이 필요/i,
    text: /(?:log|sign) in to (?:continue|view|read|access)|you must (?:be logged|log|sign) in|ログインしてください|请(?:先)?登录|請先登入|로그인이 필요|forgot (?:your )?password|パスワード(?:を)?(?:お忘れ|忘れ)|忘记密码|비밀번호 찾기|passwort vergessen|mot de passe oublié/i,
  },
  {
    sign: 'consent',
    head: /^before you continue|^we value your privacy|^cookie (?:consent|settings|preferences)|^(?:your )?privacy (?:choices|settings|consent)|^antes de (?:ir a|continuar|acceder)|^bevor sie (?:fortfahren|zu)|^avant d['’]?(?:e )?(?:accéder|continuer)|^prima di (?:continuare|accedere)|^voordat je (?:verder|naar)|^innan du|^zanim przejdziesz|^før du|^ennen kuin|続行する前に|に(?:移動|アクセス)する前に|继续(?:操作)?之前|前往 .{1,20} 之前|繼續(?:操作)?之前|계속하기 전에/i,
    text: /accept (?:all )?cookies to (?:continue|access|read)|(?:agree|consent) to (?:the use of )?cookies to continue/i,
  },
  {
    sign: 'paywall',
    head: /^subscribe to (?:continue|read|keep reading|unlock)|^subscribers? only|^this (?:article|content|story) is (?:for|only available to) (?:subscribers|members)/i,
    text: /subscribe (?:now )?to (?:continue|read|keep reading|unlock)|to continue reading|this (?:article|content|story) is (?:for|only available to|reserved for) (?:subscribers|members)|already a subscriber|この記事は(?:有料|会員限定)|有料会員限定|会員限定記事|残り\d{1,6}文字|続きを(?:読む|お読みになる)には|订阅后(?:阅读|查看)|(?:本文|此文)为付费|付费(?:阅读|内容)|유료 ?기사|réservé aux abonnés|exclusivo para suscriptores|nur für abonnenten/i,
  },
  {
    sign: 'parked',
    head: /(?:this|the) (?:domain|web ?site)(?: name)? (?:is|may be|could be) (?:for sale|parked|available|expired)|domain (?:name )?is (?:currently )?parked|^(?:buy|get) this domain|(?:domain|\.[a-z]{2,10}\]?)(?: names?)?(?: (?:is|are|is now|may be))?(?: [-–|:])? ?(?:available )?for sale|domain for sale|^parked (?:domain|page)|^domain (?:parking|expired|suspended)|premium ?domains?\b|is for sale!?(?: [-–|].*)?$|域名(?:停靠|出售|转让|已过期|正在出售)|此?域名(?:可|待|已)(?:转让|出售|过期)|このドメインは|ドメイン(?:販売|売ります|有効期限)|도메인.{0,6}(?:판매|만료)|domain (?:steht zum verkauf|zu verkaufen|kaufen)|(?:dominio|domaine) (?:en venta|à vendre|in vendita)/i,
    text: /(?:this|the) domain (?:name )?(?:[a-z0-9.-]{1,60} )?(?:is|may be) (?:currently )?(?:for sale|parked|available (?:for|to)|registered|expired)|buy this domain|interested in (?:this|buying this) domain|domain (?:is )?for sale|parked (?:free|domain)|related searches|sponsored listings|this (?:web ?page|site) is parked|domain has expired|renew your domain|make an offer on this domain|there is no (?:web ?)?site here yet|このドメインは(?:お名前|[^。]{0,20}(?:取得|販売|管理))|该域名|此域名|diese (?:domain|webseite) (?:steht zum verkauf|wurde)|domain (?:ist noch frei|jetzt sichern|kaufen)/i,
  },
  {
    sign: 'default-page',
    head: /^welcome to (?:nginx|caddy|centos|openresty|tengine|apache)|^apache2? .{0,24}(?:default|test) page|^(?:nginx|apache|http server) .{0,16}test page|^it works!?|iis(?: windows(?: server)?)?(?: \d+(?:\.\d)?)?$|^test page for|^default (?:web ?)?(?:site|parallels plesk) page|^placeholder page|^web server['’]s default page|account (?:has been )?suspended|^under construction$|^coming soon$|(?:web)?site (?:is )?(?:disabled|suspended|not configured)|^future home of|站点创建成功|没有找到站点|恭喜.{0,6}站点创建|^工事中$|^welcome page$|^index of \//i,
    headOnly: true,
  },
  {
    sign: 'server-error',
    head: /internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|database (?:connection )?error|error establishing a database|^application error|web server is (?:down|returning)|origin is unreachable|server error in|^(?:http )?(?:error )?5\d\d\b|503 backend|scheduled maintenance|(?:down|closed) for maintenance|under maintenance|^maintenance$|サーバー(?:内部)?エラー|メンテナンス中|服务器(?:内部)?错误|系统维护|网站维护|서버 (?:오류|에러)|점검 ?중|wartungsarbeiten|erreur (?:interne )?du serveur|error interno del servidor/i,
    text: /fatal error:|internal server error|service (?:temporarily )?unavailable|error establishing a database/i,
  },
  {
    sign: 'needs-javascript',
    head: /^(?:please )?(?:enable|turn on) javascript|javascript (?:is )?(?:required|disabled|not (?:enabled|available))/i,
    text: /(?:need|have|must|please) (?:to )?(?:enable|turn on|activate) javascript|javascript (?:is|must be|to be) (?:required|disabled|enabled|not (?:enabled|available))|requires javascript|without javascript|javascript(?:を|が)(?:有効|無効)|(?:启用|开启|打开|啟用)\s?javascript|자바스크립트를/i,
  },
];
