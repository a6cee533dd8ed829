import { ApiProblem } from '@shared/http/problem.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from './button.js';
import { controlWords } from './control.words.js';

export interface Change {
  label: string;
  was: string;
  now: string;
}

/** Whether a request was refused because somebody else had changed the item. */
export function isStale(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 412;
}

/** What has changed since the person began to write, side by side; what was typed stays in its form below. */
export function StaleNotice({ changes, onContinue }: { changes: readonly Change[]; onContinue: () => void }) {
  const t = useWords(controlWords);
  return (
    <div className="notice notice-near" role="alert">
      <p>
        <strong>{t('stale.title')}</strong>
      </p>
      {changes.length > 0 ? (
        <table className="changes">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('stale.was')}</th>
              <th scope="col">{t('stale.now')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.label}>
                <th scope="row">{change.label}</th>
                <td>{change.was}</td>
                <td>{change.now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{t('stale.nothing')}</p>
      )}
      <Button onClick={onContinue}>{t('stale.continue')}</Button>
    </div>
  );
}
