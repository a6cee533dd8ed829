import { DEFAULT_SESSIONS, SESSION_NAMES, type Session, type SessionName } from './calendar.js';

const SESSION = /^(\w+) (\d{2}):(\d{2})-(\d{2}):(\d{2})( working)?$/;

/**
 * The office's sessions as configured in `OFFICE_SESSIONS`, for instance
 * `morning 09:00-12:00 working; noon 12:00-13:30; afternoon 13:30-17:30 working; evening 17:30-20:00`.
 * @param text unset or empty: the default hours
 * @throws Error if the text is not of that form
 */
export function officeSessions(text: string | undefined): readonly Session[] {
  if (!text?.trim()) return DEFAULT_SESSIONS;
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(session);
}

function session(text: string): Session {
  const [, name = '', fromHour, fromMinute, toHour, toMinute, working] = SESSION.exec(text) ?? [];
  if (!isSessionName(name)) throw new Error(`OFFICE_SESSIONS: not a session: "${text}"`);
  const start = Number(fromHour) * 60 + Number(fromMinute);
  const end = Number(toHour) * 60 + Number(toMinute);
  return { name, start, end, working: working !== undefined };
}

function isSessionName(name: string): name is SessionName {
  return SESSION_NAMES.some((known) => known === name);
}
