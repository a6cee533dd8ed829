import { defineWords } from '@shared/i18n/words.js';

export const ratingWords = defineWords(
  {
    title: '评价办理结果',
    home: '返回首页',
    lead: '评价由您自己作出，工作人员不能代评、不能修改。',
    lookUp: '请先填写编号和查询码。',
    reply: '答复内容',
    score: '您对办理结果满意吗',
    commentHint: '哪里做得好，哪里还没有解决。',
    invitation: '承办单位会约您当面谈',
    invitationBody: '您评价不满意，承办单位负责人必须在 5 个工作日内约您当面谈。时间地点用短信通知您。',
    thanks: '谢谢您的评价',
    thanksGood: '这件诉求就此办结。以后有事，随时找我们。',
    thanksBad: '您的意见已经转给承办单位和督查部门。承办单位会在 5 个工作日内约您当面谈，时间地点用短信通知您。',
    yours: (v: { score: string }) => `您的评价：${v.score}`,
    notYet: '现在还不能评价',
    notYetBody: '承办单位答复以后就可以评价，我们会发短信请您评价。',
    already: '您已经评价过了',
    toProgress: '查看进度',
  },
  {
    title: 'Rate the result',
    home: 'Home',
    lead: 'The rating is yours alone: staff cannot rate for you or change it.',
    lookUp: 'First enter your number and query code.',
    reply: 'The answer',
    score: 'How satisfied are you with the result?',
    commentHint: 'What went well, and what is still not solved.',
    invitation: 'The unit will invite you to talk',
    invitationBody:
      'When you are not satisfied, the unit’s officials must meet you within 5 working days. Time and place come by text message.',
    thanks: 'Thank you for your rating',
    thanksGood: 'Your request is now closed. Come back whenever you need us.',
    thanksBad:
      'Your words have gone to the unit and to its supervisors. The unit will invite you to talk within 5 working days; time and place come by text message.',
    yours: (v) => `Your rating: ${v.score}`,
    notYet: 'It cannot be rated yet',
    notYetBody: 'You can rate once the unit has answered. We will send you a text message.',
    already: 'You have already rated it',
    toProgress: 'See progress',
  },
);
