/** What the browser gets for a path outside the API. */
export interface WebFile {
  /** Inside the web root, in the folder of its bundle, with a slash in front. */
  readonly file: string;
  /** Named by its content: may be kept for ever. */
  readonly immutable: boolean;
}

const API = /^\/(api|webhooks|open311|health|metrics)(\/|$)/;
const HASHED = /^\/(console\/)?assets\/[^/]+-[\w-]{8,}\.[a-z0-9]+$/;
const HAS_EXTENSION = /\.[a-z0-9]+$/i;
const PORTAL_PAGE = '/portal/index.html';
/** Served with a nonce written into it. */
export const CONSOLE_PAGE = '/console/index.html';

/**
 * The file for a path: itself when it names a file, else the page of the portal or of the console, which know their own
 * paths. Null for paths of the API and for what is no plain path.
 * @param path of the request, still encoded, without query
 */
export function webFileOf(path: string): WebFile | null {
  const decoded = decode(path);
  if (decoded === null || API.test(decoded)) return null;
  if (decoded.includes('\0') || decoded.includes('\\') || /(^|\/)\.|\/\//.test(decoded)) return null;
  if (HAS_EXTENSION.test(decoded)) {
    return { file: isConsole(decoded) ? decoded : `/portal${decoded}`, immutable: HASHED.test(decoded) };
  }
  return { file: isConsole(decoded) ? CONSOLE_PAGE : PORTAL_PAGE, immutable: false };
}

/** Where a path without its last slash belongs: `/console` is `/console/`, so that relative addresses work. */
export function redirectOf(path: string): string | null {
  return path === '/console' ? '/console/' : null;
}

function isConsole(path: string): boolean {
  return path.startsWith('/console/');
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
