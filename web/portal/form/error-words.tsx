import { useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { formWords } from './form.words.js';

/** The same words as in the summary, at the field; the colour is not the only sign. */
export function ErrorWords({ text }: { text: string | undefined }) {
  const t = useWords(formWords);
  return (
    <>
      <Icon name="alert" />
      <span>
        <span className="visually-hidden">{t('error')}</span>
        {text}
      </span>
    </>
  );
}
