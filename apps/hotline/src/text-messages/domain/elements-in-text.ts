import type { RequestKind } from '@app/common/contracts/request-kind.js';
import { plainWords } from '@app/common/text-messages/plain-words.js';

/** What a free text says of 何时, 何地, 何事; null is to be asked. */
export interface FoundElements {
  readonly when: string | null;
  readonly where: string | null;
  readonly what: string | null;
}

const NUMERAL = '(?:\\d{1,3}|[一两二三四五六七八九十几半多]{1,3})';
const TIME_ZH = new RegExp(
  [
    '(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}[日号]?|初|底)?',
    '[今昨前]天|[今昨前]晚|今[早晨]|(?:今|去|前)年|大前天|本周|本月',
    '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|深夜',
    '(?:上|这|本)?(?:周|星期|礼拜)[一二三四五六日天末]|(?:上|这)(?:个)?(?:周|星期|月)',
    '这几天|这两天|最近|近日|近来|近期|刚才|刚刚|现在|目前|每[天晚周月]|天天|夜夜|长期|一直|经常',
    `${NUMERAL}(?:点|时)(?:${NUMERAL}分?|半|钟|整|多)?|\\d{1,2}[:：]\\d{2}`,
    `${NUMERAL}(?:多|来)?(?:天|个?小时|个?星期|周|个?月|年)(?:多|了|前|以前|以来)`,
  ].join('|'),
  'gu',
);
const TIME_EN = new RegExp(
  [
    '\\b(?:today|yesterday|tonight|right now|now|recently|lately|always|daily)\\b',
    '\\b(?:this|last|every|since last|each) (?:morning|noon|afternoon|evening|night|day|week|month|year|\\w+day)\\b',
    '\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b',
    '\\b\\d{1,2}(?::\\d{2})? ?(?:am|pm|o.clock)\\b|\\b\\d{1,2}:\\d{2}\\b',
    '\\b(?:for|since|in) (?:\\w+ )?\\w+ (?:hours?|days?|weeks?|months?|years?)\\b|\\b\\w+ (?:hours?|days?|weeks?|months?|years?) ago\\b',
    '\\b\\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\b',
  ].join('|'),
  'giu',
);
/** What places end with; 路灯 and 路面 are things, 知道 is no 道. */
const PLACE_ZH = new RegExp(
  '[\\p{Script=Han}A-Za-z0-9]{1,20}(?:' +
    [
      '街道|社区|小区|[园校厂地新城]区|大道|人行道|步行街|[大老南北东西中]街|街(?!边|上)|村|镇|乡|弄|巷',
      '路(?:口|段|边|上)|路(?![口段边上灯面况过费政障])|\\d+(?:号|栋|幢|楼|单元|组)',
      '广场|公园|花园|市场|学校|小学|中学|幼儿园|医院|卫生院|车站|[东西南北]门|门口|大厅|超市|商场|工地|工业园',
      '大桥|桥头|水库|河边|车库|停车场',
    ].join('|') +
    ')(?:[A-Za-z0-9一二三四五六七八九十]{1,4}(?:号楼?|栋|幢|楼|单元|室|组))*',
  'u',
);
const PLACE_WORDS_EN = [
  'street|st|road|rd|avenue|lane|village|town|township|square|park|bridge|market|school|hospital|station|building',
  'crossing|crossroads|gate|district|estate|residence|community',
]
  .join('|')
  .replace(/\b[a-z]/gu, (first) => `[${first}${first.toUpperCase()}]`);
const PLACE_EN_NAME = `(?:${PLACE_WORDS_EN})(?: (?:${PLACE_WORDS_EN}))*\\b(?! (?:lamp|light|sign|work))(?: (?:no\\.? ?)?\\d+)?`;
/** Somewhere, or under a name: “in our village”, “12 Station Road”; a street lamp is a thing. */
const PLACE_EN = new RegExp(
  "\\b(?:[Aa]t|[Ii]n|[Oo]n|[Nn]ear|[Bb]eside|[Bb]ehind|[Oo]utside|[Oo]pposite|of) (?:the )?(?:[\\w'’]+ ){0,3}?" +
    PLACE_EN_NAME +
    "|\\b(?!(?:The|An?|My|Our|This|That|No) )(?:\\d+|[A-Z][\\w'’]*) (?:[A-Z][\\w'’]* ){0,2}?" +
    PLACE_EN_NAME,
  'u',
);
/** What stands before the place in a sentence and is no part of it. */
const BEFORE_PLACE =
  /^(?:你好|您好|请问|请|反映|举报|投诉|建议|咨询|我们?|咱们?|家|是|住|现|有人|在|从|到|位于|的|了)+/u;

/** A word alone is no request: it thanks, greets or agrees. */
const COURTESY = new RegExp(
  '^(?:' +
    '谢谢[您你]?|多谢|感谢|[您你]好|好的?|收到|知道了?|明白了?|嗯|可以|是的?|没有?了?|不用了?|再见|辛苦了|抱歉|' +
    'OK|OKAY|THANKS?|THANK YOU|VERY MUCH|HELLO|HI|GOOD (?:MORNING|AFTERNOON|EVENING|NIGHT)|BYE|NO|SORRY|GOT IT|FINE' +
    '|[\\p{P}\\s])+$',
  'u',
);
const UNKNOWN =
  /^(?:不知道|不清楚|不记得|记不清|忘了|不详|没有|无|NO|NONE|UNKNOWN|(?:I )?DON'?T KNOW|NOT SURE)[了啊吧]?$/u;
const YES = /^(?:是的?|对的?|好的?|行|可以|确认|确定|提交|SEND|OK|OKAY|CONFIRM)$/u;

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /\p{Script=Latin}{2,}/gu;
/** 停水了 is a request, 你好吗 and “hello” are none. */
const LEAST_HAN = 3;
const LEAST_WORDS = 2;
/** What is left of a text beside time and place, for it to say what happened. */
const LEAST_HAN_OF_WHAT = 2;

/** Whether a free text can be a request at all, and no greeting, thanks, or mistyped command. */
export function isRequest(text: string): boolean {
  if (COURTESY.test(plainWords(text))) return false;
  return count(HAN, text) >= LEAST_HAN || count(LATIN_WORD, text) >= LEAST_WORDS;
}

/** Whether an answer says that it is not known. */
export function saysUnknown(text: string): boolean {
  return UNKNOWN.test(plainWords(text));
}

/** Whether words agree, as 1 does. */
export function saysYes(text: string): boolean {
  return YES.test(plainWords(text));
}

/** Whether words can say what happened: more than a mark or two. */
export function saysSomething(text: string): boolean {
  return count(HAN, text) >= LEAST_HAN_OF_WHAT || count(LATIN_WORD, text) >= 1;
}

/**
 * Finds 何时, 何地 and 何事 in a free text. 何事 is the whole text, nothing is lost where time or place are read too
 * short; one that is overlooked is asked for.
 */
export function elementsIn(text: string): FoundElements {
  const plain = text.normalize('NFKC');
  const times = [...plain.matchAll(TIME_ZH), ...plain.matchAll(TIME_EN)].map(([time]) => time.trim());
  const timeless = plain.replace(TIME_ZH, ' ').replace(TIME_EN, ' ');
  const where = placeIn(timeless);
  const rest = where === null ? timeless : timeless.replace(where, ' ');
  return {
    when: times.length > 0 ? times.join(' ') : null,
    where,
    what: saysSomething(rest) ? text.trim() : null,
  };
}

/** 诉求种类 by the citizen's own word; a matter that asks for no other is 求助. */
export function kindOf(text: string): RequestKind {
  return KINDS.find(([, words]) => words.test(text))?.[0] ?? 'help';
}

/** 举报 first: it is confidential (domain.md §2, Kinds of request). */
const KINDS: readonly (readonly [RequestKind, RegExp])[] = [
  ['report', /举报|贪污|受贿|行贿|索贿|以权谋私|corrupt|brib|embezzl|misconduct/iu],
  ['complaint', /投诉|complain/iu],
  ['praise', /表扬|感谢信|praise|compliment/iu],
  ['suggestion', /建议|suggest/iu],
  ['consultation', /咨询|请问|怎么办理|how (?:do|can|to)|what (?:do|papers)/iu],
];

function placeIn(text: string): string | null {
  const found = PLACE_ZH.exec(text)?.[0].replace(BEFORE_PLACE, '') ?? PLACE_EN.exec(text)?.[0];
  const place = found?.trim() ?? '';
  return place.length >= 2 ? place : null;
}

function count(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}
