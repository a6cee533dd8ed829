import { defineWords } from '../i18n/words.js';
import { HOTLINE_PHONE } from '../office.js';

/** What to say when no service answered; everything else comes from the services in the reader's language. */
export const connectionWords = defineWords(
  {
    offline: '网络连接中断。您填写的内容已保存在本页，请检查网络后重试；重试不会重复提交。',
    timeout: '服务器长时间没有响应。请稍候重试；重试不会重复提交。',
    away: '系统暂时无法使用，请稍后重试；重试不会重复提交。',
    failed: `操作没有成功，请重试。仍有问题请拨打 ${HOTLINE_PHONE}。`,
    trace: (v: { id: string }) => `问题编号：${v.id}`,
  },
  {
    offline:
      'The connection is lost. What you typed is kept on this page. Check your network and try again; trying again never sends it twice.',
    timeout: 'The server is taking too long. Please try again in a moment; trying again never sends it twice.',
    away: 'The system is briefly unavailable. Please try again in a moment; trying again never sends it twice.',
    failed: `That did not work. Please try again, or call ${HOTLINE_PHONE}.`,
    trace: (v) => `Reference: ${v.id}`,
  },
);
