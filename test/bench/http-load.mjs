// @ts-check
import autocannon from 'autocannon';

/**
 * Sends requests from `clients` connections for some seconds, each connection one after the other.
 * @param {string} url
 * @param {{ clients: number, seconds: number, method?: 'GET' | 'POST', headers: Record<string, string>,
 *   next?: () => { path?: string, body?: string, headers?: Record<string, string> } }} load `next` makes each request
 * @returns {Promise<{ perSecond: number, p50Ms: number, p99Ms: number, errors: number, answered: number }>}
 */
export async function httpLoad(url, { clients, seconds, method = 'GET', headers, next }) {
  const result = await autocannon({
    url,
    connections: clients,
    duration: seconds,
    method,
    headers,
    requests: [
      {
        method,
        setupRequest: (request) => {
          const made = next?.() ?? {};
          return { ...request, ...made, headers: { ...headers, ...made.headers } };
        },
      },
    ],
  });
  return {
    perSecond: result['2xx'] / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    errors: result.errors + result.non2xx,
    answered: result['2xx'],
  };
}
