import { EMPTY_DRAFT, readDraft, type Draft } from './draft.js';
import { draftStore } from '../form/draft-store.js';

const store = draftStore('sunline.request', EMPTY_DRAFT, readDraft);

export const changeDraft = (change: Partial<Draft>): void =>
  store.keepDraft({ ...store.currentDraft(), language: null, ...change });
export const { clearDraft, currentDraft, useDraft } = store;
