/**
 * Words that lead to a source, by language, longest first within each. What stands before them in a note is commentary;
 * they themselves are the citation's prefix.
 */
const signals = [
  '转引自',
  '轉引自',
  '参见',
  '參見',
  '详见',
  '詳見',
  '参看',
  '參看',
  '参阅',
  '參閱',
  '可参考',
  '参考',
  '另见',
  '另見',
  '另参见',
  '亦见',
  '亦参见',
  '并见',
  '又见',
  '请参见',
  '资料来源',
  '引自',
  '原载',
  '原文见',
  '见于',
  '见',
  'を参照',
  '詳しくは',
  '詳細は',
  '例えば',
  'たとえば',
  '以下を参照',
  '参照',
  '재인용',
  '참조',
  '참고',
  '자세한 내용은',
  '예컨대',
  'see also',
  'see generally',
  'see, e.g.,',
  'see e.g.',
  'see for example',
  'see, for example,',
  'see',
  'but see',
  'cf.',
  'compare',
  'quoted in',
  'cited in',
  'reprinted in',
  'for a discussion, see',
  'vgl. auch',
  'vgl.',
  'siehe auch',
  'siehe',
  'zit. nach',
  'voir aussi',
  'voir',
  'citado en',
];
const escaped = signals.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s{1,3}'));

/** A signal at the start of a stretch. Latin words must end; Chinese and Japanese ones need not. */
export const signalAtStart = new RegExp(
  `^[\\s,，:：]*(?:(?:也可|还可|可|亦可|请|另|并|又|又可)?(?:${escaped.filter((word) => !/^[a-z]/i.test(word)).join('|')})[\\s:：，,]{0,3}|(?:${escaped.filter((word) => /^[a-z]/i.test(word)).join('|')})(?![\\p{L}])[\\s:,]{0,3})+`,
  'iu',
);
/** A signal inside a stretch, after commentary: behind a comma, a stop or an opening bracket, or directly behind CJK prose. */
export const signalInside = new RegExp(
  `(?:(?<=[\\s,，。；;:：.（(])|(?<=[\\p{Script=Han}]))(?:(?:也可|还可|可|亦可|请|另)?(?:${escaped.filter((word) => /^(?:转引|轉引|参见|參見|详见|詳見|参看|參看|参阅|參閱|另见|另見|另参见|请参见|资料来源|原文见|见于)/.test(word)).join('|')})[\\s:：，,]{0,3}|(?<=[.;,:(]\\s{0,3})(?:see(?:\\s{1,3}(?:also|generally|e\\.g\\.))?|cf\\.|quoted\\s{1,3}in|cited\\s{1,3}in|vgl\\.|siehe)(?!\\p{L})[\\s:,]{1,3})`,
  'giu',
);

/** Words that point back at an earlier citation; a stretch that begins with one is a citation although it names no work. */
export const backrefAtStart =
  /^[\s,，]*(?:(?<ibid>ibid\.?|ib\.|ebd\.?|ebenda|同上(?:书|文|揭书|注)?|同前(?:注|书|揭)?|同书|同書|仝上|위의\s?(?:글|책|논문)|같은\s?(?:글|책)|상게(?:서|논문))|(?<id>id\.)|(?<loc>loc\.\s?cit\.)|(?<supra>(?:see\s)?supra\s(?:note\s|n\.\s?)\d{1,4}|前掲(?:注|註)\s?[（(]?\d{1,4}[）)]?|前注\s?[（(]?\d{1,4}[）)]?|同注\s?[［[〔（(]?\d{1,4}[］\]〕）)]?|앞의\s?주\s?\d{1,4}))(?![\p{Script=Latin}])/iu;
export const backrefInside =
  /(?<opcit>op\.\s?cit\.?|a\.\s?a\.\s?O\.|前掲(?:書|論文|稿|注|註)?|前引(?:书|文|注)?|上揭(?:书|文)?|앞의\s?(?:글|책|논문)|전게(?:서|논문)|supra\snote\s\d{1,4})/iu;
