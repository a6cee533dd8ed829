// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { hasApt, installDebianPackages } from './debian-package.mjs';
import { UserMessage } from './user-message.mjs';

/** First the browser without windows: the same engine, and the tests take half its time. */
const HEADLESS = ['chromium-headless-shell', 'chrome-headless-shell'];
const NAMES = [...HEADLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Debian has both; the second where a system has no package of the first. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser of the browser tests, if there is one: what `CHROMIUM` names, else Chromium or Chrome of the system.
 * @returns {string | undefined} a path
 */
export function findChromium() {
  const onPath = NAMES.map(pathOf);
  return [process.env.CHROMIUM, ...onPath, ...PLACES].find((place) => place && existsSync(place));
}

/**
 * Makes sure of a browser and of fonts with Chinese characters, which screenshots need; root on Debian and Ubuntu
 * installs what is missing.
 * @returns {string} path of the browser
 * @throws {UserMessage} with the line to type elsewhere
 */
export function ensureChromium() {
  const canInstall = process.getuid?.() === 0 && hasApt();
  if (canInstall && !hasChineseFont()) install('fonts-noto-cjk');
  for (const name of canInstall ? PACKAGES : []) if (!findChromium()) install(name);
  const found = findChromium();
  if (found) return found;
  throw new UserMessage(`The browser tests need Chromium or Chrome.\n${howToInstall()}`);
}

/** @param {string} name */
function install(name) {
  console.log(`Installing ${name} from the system’s package manager …`);
  installDebianPackages([name]);
}

/** @returns {string} */
function howToInstall() {
  if (process.platform === 'darwin')
    return 'Type:  brew install --cask chromium   (or set CHROMIUM to a browser’s path)';
  if (process.platform === 'win32')
    return 'Type:  winget install Google.Chrome   (or set CHROMIUM to a browser’s path)';
  if (hasApt()) return 'Type:  sudo apt-get update && sudo apt-get install chromium-headless-shell fonts-noto-cjk';
  return 'Install the package “chromium” of your system, or set CHROMIUM to a browser’s path.';
}

/**
 * @param {string} name
 * @returns {string | undefined}
 */
function pathOf(name) {
  if (process.platform === 'win32') return undefined;
  return spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', name]).stdout?.toString().trim() || undefined;
}

/** @returns {boolean} true also where it cannot be told */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const asked = spawnSync('fc-list', [':lang=zh', 'family']);
  return asked.status === 0 && asked.stdout.toString().trim() !== '';
}
