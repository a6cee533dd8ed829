import { useState, type ReactNode } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import type { Element } from '@shared/request/request.js';
import { requestWords } from '@shared/request/request.words.js';
import { changeDraft, useDraft } from './draft-store.js';
import { MAX_LENGTH, missingElements } from './draft.js';
import { fileRequestWords } from './file-request.words.js';
import { StepPage } from './step-page.js';
import { TextInput } from '../form/text-input.js';

/** The elements behind "add more": useful to the unit, never required. */
const MORE = ['who', 'why', 'which', 'result'] as const satisfies readonly Element[];

export function WhatStep() {
  const t = useWords(fileRequestWords);
  const draft = useDraft();
  const bind = (element: Element) => ({
    id: element,
    value: draft.elements[element],
    maxLength: MAX_LENGTH[element],
    onChange: (text: string) => changeDraft({ elements: { ...draft.elements, [element]: text } }),
  });
  return (
    <StepPage step="what" title={t('whatTitle')}>
      {(errorOf) => (
        <>
          <TextInput {...bind('what')} label={t('whatLabel')} hint={t('whatHint')} error={errorOf('what')} lines={5} />
          <TextInput {...bind('where')} label={t('whereLabel')} hint={t('whereHint')} error={errorOf('where')} />
          <TextInput {...bind('when')} label={t('whenLabel')} hint={t('whenHint')} optional />
          <More>
            {MORE.map((element) => (
              <TextInput key={element} {...bind(element)} label={t(`label.${element}`)} optional lines={2} />
            ))}
          </More>
        </>
      )}
    </StepPage>
  );
}

function More({ children }: { children: ReactNode }) {
  const t = useWords(fileRequestWords);
  const request = useWords(requestWords);
  const missing = missingElements(useDraft()).filter((element) => MORE.some((one) => one === element));
  // Whoever wrote something in here before finds it open again.
  const [open] = useState(missing.length < MORE.length);
  const names = missing.map((element) => request(`element.${element}`)).join(t('comma'));
  return (
    <details className="more" open={open}>
      <summary>
        <Icon name="chevronRight" />
        <span>
          <span className="more-title">{t('more')}</span>
          <span className="hint">{names === '' ? t('moreDone') : t('moreMissing', { names })}</span>
        </span>
      </summary>
      {children}
    </details>
  );
}
