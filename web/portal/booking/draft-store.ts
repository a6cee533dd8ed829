import { changed, EMPTY_DRAFT, readDraft, type Change } from './draft.js';
import { draftStore } from '../form/draft-store.js';

const store = draftStore('sunline.booking', EMPTY_DRAFT, readDraft);

export const change = (by: Change): void => store.keepDraft(changed(store.currentDraft(), by));
export const { clearDraft, currentDraft, useDraft } = store;
