import type { Language } from '../contracts/request-kind.js';

/** What is wrong with a field, by class-validator's name of the rule; `{0}`, `{1}` are the rule's arguments. */
const FIELD_TEXTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  required: { 'zh-CN': '必填', en: 'is required' },
  isDefined: { 'zh-CN': '必填', en: 'is required' },
  isNotEmpty: { 'zh-CN': '不能为空', en: 'must not be empty' },
  whitelistValidation: { 'zh-CN': '未知的字段', en: 'is not a known field' },
  json: { 'zh-CN': '不是有效的 JSON', en: 'is not valid JSON' },
  object: { 'zh-CN': '应为 JSON 对象', en: 'must be a JSON object' },
  isObject: { 'zh-CN': '应为对象', en: 'must be an object' },
  nestedValidation: { 'zh-CN': '应为对象', en: 'must be an object' },
  isString: { 'zh-CN': '应为文本', en: 'must be text' },
  isBoolean: { 'zh-CN': '应为 true 或 false', en: 'must be true or false' },
  isInt: { 'zh-CN': '应为整数', en: 'must be a whole number' },
  isNumber: { 'zh-CN': '应为数字', en: 'must be a number' },
  isPositive: { 'zh-CN': '应大于 0', en: 'must be greater than 0' },
  isArray: { 'zh-CN': '应为列表', en: 'must be a list' },
  isUuid: { 'zh-CN': '应为 UUID', en: 'must be a UUID' },
  isDateString: { 'zh-CN': '应为 ISO 8601 日期时间', en: 'must be an ISO 8601 date and time' },
  isIso8601: { 'zh-CN': '应为 ISO 8601 日期时间', en: 'must be an ISO 8601 date and time' },
  isInstant: { 'zh-CN': '应为带时区的 ISO 8601 日期时间', en: 'must be an ISO 8601 date and time with its offset' },
  isCalendarDay: { 'zh-CN': '应为日期，例如 2026-11-23', en: 'must be a day such as 2026-11-23' },
  isPhoneNumber: { 'zh-CN': '应为有效的电话号码', en: 'must be a phone number' },
  isEmail: { 'zh-CN': '应为电子邮箱地址', en: 'must be an e-mail address' },
  isIn: { 'zh-CN': '应为以下之一：{0}', en: 'must be one of: {0}' },
  isEnum: { 'zh-CN': '不是允许的值', en: 'is not one of the allowed values' },
  equals: { 'zh-CN': '应为 {0}', en: 'must be {0}' },
  matches: { 'zh-CN': '格式不正确', en: 'does not have the right form' },
  min: { 'zh-CN': '不能小于 {0}', en: 'must not be less than {0}' },
  max: { 'zh-CN': '不能大于 {0}', en: 'must not be more than {0}' },
  minLength: { 'zh-CN': '至少 {0} 个字符', en: 'must have at least {0} characters' },
  maxLength: { 'zh-CN': '最多 {0} 个字符', en: 'must have at most {0} characters' },
  isLength: { 'zh-CN': '应为 {0} 至 {1} 个字符', en: 'must have {0} to {1} characters' },
  arrayMinSize: { 'zh-CN': '至少 {0} 项', en: 'must have at least {0} items' },
  arrayMaxSize: { 'zh-CN': '最多 {0} 项', en: 'must have at most {0} items' },
  arrayNotEmpty: { 'zh-CN': '至少一项', en: 'must have at least one item' },
  arrayUnique: { 'zh-CN': '不能有重复项', en: 'must not have the same item twice' },
  storable: { 'zh-CN': '含有不允许的字符', en: 'holds characters that are not allowed' },
  depth: { 'zh-CN': '嵌套过深', en: 'is nested too deeply' },
  cursor: { 'zh-CN': '不是有效的分页位置', en: 'is not a cursor of this list' },
  etag: { 'zh-CN': '应为所读取版本的 ETag，例如 "3"', en: 'must be the ETag of the version read, such as "3"' },
  idempotencyKey: { 'zh-CN': '应为 1 至 200 个可见 ASCII 字符', en: 'must be 1 to 200 visible ASCII characters' },
};

const OTHER: Readonly<Record<Language, string>> = { 'zh-CN': '不符合要求', en: 'is not as it should be' };

/** The text for a field's broken rule; a general one when the rule has none. */
export function fieldText(rule: string, values: readonly unknown[], language: Language): string {
  const text = FIELD_TEXTS[rule]?.[language] ?? OTHER[language];
  return text.replace(/\{(\d)\}/g, (_, index: string) => shown(values[Number(index)], language));
}

function shown(value: unknown, language: Language): string {
  return Array.isArray(value) ? value.join(language === 'en' ? ', ' : '、') : String(value);
}
