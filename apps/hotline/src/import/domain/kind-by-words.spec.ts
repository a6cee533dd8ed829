import { expect, it } from '@jest/globals';
import { kindByWords } from './kind-by-words.js';

it.each([
  ['咨询商业住房贷款转公积金贷款问题', 'consultation'],
  ['物业费可以按季度交吗？', 'consultation'],
  ['政务中心预计何时搬至新址', 'consultation'],
  ['建议增开261路公交车', 'suggestion'],
  ['投诉停车场乱收费', 'complaint'],
  ['投诉停车场，建议取消收费', 'complaint'],
  ['举报酒吧无证经营', 'complaint'],
  ['表扬社区工作人员', 'praise'],
  ['请求解决小区的饮水问题', 'help'],
  ['反映高架桥下的供水问题', 'help'],
])('%s: %s', (subject, kind) => {
  expect(kindByWords(subject)).toBe(kind);
});
