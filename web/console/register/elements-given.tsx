import { Icon } from '@shared/icons/icon.js';
import { useWords } from '@shared/i18n/use-words.js';
import { ELEMENTS } from '@shared/request/request.js';
import { requestWords } from '@shared/request/request.words.js';
import { missingElements, REQUIRED_ELEMENTS, type RegistrationDraft } from './registration.js';
import { registerWords } from './register.words.js';

/** Which of the seven elements the operator still has to ask for; follows the typing. */
export function ElementsGiven({ draft }: { draft: RegistrationDraft }) {
  const t = useWords(registerWords);
  const of = useWords(requestWords);
  const missing = missingElements(draft);
  return (
    <section className="elements-given" aria-labelledby="elements-given-title">
      <h2 id="elements-given-title">
        {t('elements.title')}
        <span className="soft" role="status">
          {t('elements.left', { count: missing.length })}
        </span>
      </h2>
      <ul>
        {ELEMENTS.map((element) => {
          const state = !missing.includes(element)
            ? 'have'
            : REQUIRED_ELEMENTS.includes(element)
              ? 'needed'
              : 'missing';
          return (
            <li key={element} data-state={state}>
              <Icon name={state === 'have' ? 'check' : state === 'needed' ? 'over' : 'info'} />
              <a
                href={`#element-${element}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(`element-${element}`)?.focus();
                }}
              >
                {of(`element.${element}`)}
              </a>
              <span className="soft">{t(`elements.${state}`)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
