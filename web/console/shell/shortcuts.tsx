import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { useShortcut } from '../controls/use-shortcut.js';
import { useSession } from '../session/session.js';
import { placesOf } from './navigation.js';
import { shellWords } from './shell.words.js';

/** The keys that work everywhere, and `?` that shows them all. */
export function Shortcuts() {
  const t = useWords(shellWords);
  const [open, setOpen] = useState(false);
  const [, go] = useLocation();
  const { person } = useSession();
  const places = new Set(placesOf(person.roles).map((entry) => entry.place));
  const dialog = useRef<HTMLDialogElement>(null);
  useShortcut('?', () => setOpen(true));
  useShortcut('h', () => go('/'));
  useShortcut('r', () => go('/register'), places.has('register'));
  useShortcut('l', () => go('/tickets'), places.has('tickets'));
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);

  const keys: [string, string][] = [
    ['?', t('key.help')],
    ['h', t('key.board')],
    ...(places.has('register') ? [['r', t('key.register')] as [string, string]] : []),
    ...(places.has('tickets') ? [['l', t('key.tickets')] as [string, string]] : []),
    ['j', t('key.down')],
    ['k', t('key.up')],
    ['Enter', t('key.enter')],
    ['a', t('key.act')],
    ['Ctrl + Enter', t('key.send')],
    ['Esc', t('key.back')],
  ];
  if (!open) return null;
  return (
    <dialog ref={dialog} className="shortcuts" aria-labelledby="shortcuts-title" onClose={() => setOpen(false)}>
      <h2 id="shortcuts-title">{t('shortcuts')}</h2>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => dialog.current?.close()}>{t('shortcuts.close')}</Button>
    </dialog>
  );
}
