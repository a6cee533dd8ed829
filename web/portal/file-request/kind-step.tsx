import { REQUEST_KINDS } from '@app/common/contracts/request-kind.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { requestWords } from '@shared/request/request.words.js';
import { changeDraft, useDraft } from './draft-store.js';
import { fileRequestWords } from './file-request.words.js';
import { StepPage } from './step-page.js';
import { Choice } from '../form/choice.js';
import { SelectInput } from '../form/select-input.js';
import { useServiceItems } from '../public-notice/service-items.js';

export function KindStep() {
  const t = useWords(fileRequestWords);
  const request = useWords(requestWords);
  const language = useLanguage();
  const draft = useDraft();
  const items = useServiceItems();
  const ofKind = (items.list ?? []).filter((item) => item.kind === draft.kind);
  return (
    <StepPage step="kind" title={t('kindTitle')}>
      {(errorOf) => (
        <>
          <Choice
            id="kind"
            label={t('kindLabel')}
            error={errorOf('kind')}
            options={REQUEST_KINDS.map((kind) => ({
              value: kind,
              label: request(`kind.${kind}`),
              hint: t(`kindHint.${kind}`),
            }))}
            value={draft.kind}
            onChange={(value) => {
              const kind = REQUEST_KINDS.find((one) => one === value) ?? null;
              if (kind !== draft.kind) changeDraft({ kind, itemCode: '' });
            }}
          />
          {ofKind.length > 0 && (
            <SelectInput
              id="item"
              label={t('itemLabel')}
              hint={t('itemHint')}
              value={draft.itemCode}
              onChange={(itemCode) => changeDraft({ itemCode })}
              options={[
                { value: '', label: t('itemUnknown') },
                ...ofKind.map((item) => ({ value: item.code, label: language === 'en' ? item.nameEn : item.nameZh })),
              ]}
            />
          )}
          {items.failed && <p className="soft">{t('itemsAway')}</p>}
        </>
      )}
    </StepPage>
  );
}
