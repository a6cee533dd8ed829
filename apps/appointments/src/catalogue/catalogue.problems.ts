import { DomainError, type ProblemTexts } from '@app/common/http/problem.js';

/** 409: there is one with that code already. */
export class CodeTaken extends DomainError {
  constructor(data: { code: string }) {
    super('code-taken', 409, data);
  }
}

export const CATALOGUE_PROBLEMS: ProblemTexts = {
  'code-taken': {
    'zh-CN': { title: '该代码已被使用', detail: '代码{code}已存在，请另选一个。' },
    en: { title: 'That code is in use', detail: 'There is one with the code {code}; choose another.' },
  },
  'rule-broken/unknown-site': {
    'zh-CN': { title: '没有这个网点', detail: '请从网点目录中选择。' },
    en: { title: 'There is no such site', detail: 'Please choose one from the list of sites.' },
  },
  'rule-broken/unknown-item': {
    'zh-CN': { title: '没有这个事项', detail: '请从事项目录中选择。' },
    en: { title: 'There is no such service item', detail: 'Please choose one from the catalogue.' },
  },
  'rule-broken/unknown-window': {
    'zh-CN': { title: '该网点没有这个窗口', detail: '请选择该网点的窗口。' },
    en: { title: 'The site has no such window', detail: 'Please choose a window of the site.' },
  },
  'rule-broken/unknown-post': {
    'zh-CN': { title: '该网点没有这个岗位', detail: '请选择该网点的岗位。' },
    en: { title: 'The site has no such post', detail: 'Please choose a post of the site.' },
  },
  'rule-broken/pattern-faulty': {
    'zh-CN': {
      title: '时段设置有误',
      detail: '结束须晚于开始，同一天的时段不能重复或重叠，绿色通道预留不能长于时段本身。',
    },
    en: {
      title: 'That week cannot be',
      detail:
        'A session ends after it begins, is there once a day, overlaps no other, and keeps no more for the green channel than it has.',
    },
  },
  'rule-broken/hours-faulty': {
    'zh-CN': { title: '志愿服务时间有误', detail: '结束须晚于开始，同一天的时间不能重叠。' },
    en: { title: 'Those hours cannot be', detail: 'They end after they begin, and none of a day overlaps another.' },
  },
};
