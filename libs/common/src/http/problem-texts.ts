import type { ProblemTexts } from './problem.js';

/** Texts of the problems every service can have; an app's own texts are laid over these. */
export const COMMON_PROBLEMS: ProblemTexts = {
  malformed: {
    'zh-CN': { title: '提交的内容有误', detail: '请检查标出的项目后重新提交。' },
    en: { title: 'The request is not well formed', detail: 'Check the fields listed and send it again.' },
  },
  unreadable: {
    'zh-CN': { title: '无法读取提交的内容', detail: '请求的格式不正确。' },
    en: { title: 'The request cannot be read', detail: 'Its form is not what this address expects.' },
  },
  unauthenticated: {
    'zh-CN': { title: '请先登录', detail: '尚未登录，或登录已过期。' },
    en: { title: 'Please sign in', detail: 'You are not signed in, or your session is over.' },
  },
  forbidden: {
    'zh-CN': { title: '没有权限', detail: '您的岗位不能进行此操作。' },
    en: { title: 'Not allowed', detail: 'Your role may not do this.' },
  },
  csrf: {
    'zh-CN': { title: '请求来源无法确认', detail: '请刷新页面后重试。' },
    en: { title: 'The origin of the request is not certain', detail: 'Reload the page and try again.' },
  },
  'not-found': {
    'zh-CN': { title: '未找到', detail: '没有这一项，或者您无权查看。' },
    en: { title: 'Not found', detail: 'There is no such item, or you may not see it.' },
  },
  'route-not-found': {
    'zh-CN': { title: '地址不存在' },
    en: { title: 'There is nothing at this address' },
  },
  'method-not-allowed': {
    'zh-CN': { title: '此地址不支持该请求方法' },
    en: { title: 'This address does not take that method' },
  },
  'body-too-large': {
    'zh-CN': { title: '提交的内容过大', detail: '内容不能超过 256 KiB。' },
    en: { title: 'The request is too large', detail: 'A request may have at most 256 KiB.' },
  },
  'headers-too-large': {
    'zh-CN': { title: '地址或请求头过长', detail: '地址与请求头合计不能超过 16 KiB。' },
    en: { title: 'The address or the headers are too long', detail: 'Together they may have at most 16 KiB.' },
  },
  'request-timeout': {
    'zh-CN': { title: '请求未能按时送达', detail: '请检查网络后重试。' },
    en: { title: 'The request did not arrive in time', detail: 'Check the connection and try again.' },
  },
  'unsupported-media-type': {
    'zh-CN': { title: '不支持的内容类型', detail: '请使用 application/json。' },
    en: { title: 'Content type not supported', detail: 'Send application/json.' },
  },
  'wrong-state': {
    'zh-CN': { title: '当前状态不能进行此操作', detail: '该事项的状态已经不同，请刷新后查看。' },
    en: { title: 'Not possible in this state', detail: 'The item is in another state by now. Reload to see it.' },
  },
  'stale-version': {
    'zh-CN': { title: '内容已被他人修改', detail: '请重新载入最新版本（{current}）后再操作。' },
    en: { title: 'Somebody else has changed this', detail: 'Load the current version ({current}) and try again.' },
  },
  'rule-broken': {
    'zh-CN': { title: '不符合规定', detail: '违反的规定：{rule}。' },
    en: { title: 'A rule does not allow this', detail: 'The rule: {rule}.' },
  },
  'precondition-missing': {
    'zh-CN': { title: '缺少版本信息', detail: '修改时须在 If-Match 中注明所依据的版本。' },
    en: { title: 'The version is missing', detail: 'An update must name the version it is based on in If-Match.' },
  },
  'still-running': {
    'zh-CN': { title: '同一请求正在处理', detail: '请稍候再试。' },
    en: { title: 'The same request is still being worked on', detail: 'Try again in a moment.' },
  },
  'idempotency-key-reused': {
    'zh-CN': { title: '该幂等键已用于另一请求', detail: '请更换 Idempotency-Key。' },
    en: { title: 'The key was used for another request', detail: 'Choose another Idempotency-Key.' },
  },
  'too-many-requests': {
    'zh-CN': { title: '操作过于频繁', detail: '请在 {retryAfterSeconds} 秒后重试。' },
    en: { title: 'Too many requests', detail: 'Try again in {retryAfterSeconds} seconds.' },
  },
  'service-unavailable': {
    'zh-CN': { title: '服务暂时不可用', detail: '请稍后重试。' },
    en: { title: 'The service is away for a moment', detail: 'Please try again shortly.' },
  },
  'calendar-year-missing': {
    'zh-CN': {
      title: '{year} 年的工作日历尚未录入',
      detail: '录入该年度放假安排后才能继续，请联系管理员在“工作日历”中录入。',
    },
    en: {
      title: 'The working calendar of {year} is missing',
      detail: 'Ask an administrator to bring in its holidays under Working calendar first.',
    },
  },
  internal: {
    'zh-CN': { title: '系统出错', detail: '错误已记录，请稍后重试；联系我们时请提供编号 {traceId}。' },
    en: {
      title: 'Something went wrong',
      detail: 'It has been recorded. If you contact us, give the number {traceId}.',
    },
  },
  refused: {
    'zh-CN': { title: '请求未被接受' },
    en: { title: 'The request was refused' },
  },
};
