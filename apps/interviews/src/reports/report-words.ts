import type { CaseState } from '../cases/domain/case-state.js';
import type { Outcome } from '../cases/domain/case-words.js';

/** The words of the printed report, which is an official document and therefore in Chinese. */
export const STATE_WORDS: Record<CaseState, string> = {
  opened: '待梳理',
  sorted: '已梳理',
  planned: '已定方案',
  scheduled: '已约定',
  held: '待核实',
  closed: '已销号',
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  resolved: '已解决',
  explained: '已解释清楚',
  understanding: '取得理解',
  unresolved: '未化解',
};

export const KIND_WORDS: Record<string, string> = {
  consultation: '咨询',
  help: '求助',
  complaint: '投诉',
  report: '举报',
  suggestion: '建议',
  praise: '表扬',
};
