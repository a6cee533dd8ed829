import { useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { changeDraft, useDraft } from './draft-store.js';
import { MAX_LENGTH } from './draft.js';
import { fileRequestWords } from './file-request.words.js';
import { StepPage } from './step-page.js';
import { TextInput } from '../form/text-input.js';

export function ContactStep() {
  const t = useWords(fileRequestWords);
  const draft = useDraft();
  return (
    <StepPage step="contact" title={t('contactTitle')}>
      {(errorOf) => (
        <>
          {draft.kind === 'report' ? (
            <div className="note">
              <h2 className="with-icon">
                <Icon name="lock" />
                {t('reportTitle')}
              </h2>
              <p>{t('reportBody')}</p>
            </div>
          ) : (
            <p className="soft extra">{t('privacy')}</p>
          )}
          <TextInput
            id="name"
            label={t('nameLabel')}
            hint={t('nameHint')}
            optional
            autoComplete="name"
            maxLength={MAX_LENGTH.name}
            value={draft.name}
            onChange={(name) => changeDraft({ name })}
          />
          <TextInput
            id="phone"
            label={t('phoneLabel')}
            hint={t('phoneHint')}
            error={errorOf('phone')}
            type="tel"
            autoComplete="tel"
            maxLength={MAX_LENGTH.phone}
            value={draft.phone}
            onChange={(phone) => changeDraft({ phone })}
          />
        </>
      )}
    </StepPage>
  );
}
