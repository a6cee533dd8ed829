// @ts-check
const PASSWORD = 'sunline-demo';
const CSRF = { 'x-sunline-csrf': '1' };

/**
 * Signs a member of the demo county's staff in.
 * @param {string} url the gateway's
 * @param {string} name
 * @returns {Promise<Record<string, string>>} the headers of the session
 */
export async function signIn(url, name) {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...CSRF },
    body: JSON.stringify({ name, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`${name} cannot sign in: ${response.status} ${await response.text()}`);
  const cookie = response.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
  return { cookie: cookie.join('; '), ...CSRF };
}
