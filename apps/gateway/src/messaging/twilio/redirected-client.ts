import RequestClient from 'twilio/lib/base/RequestClient.js';

/** Twilio's own HTTP client, talking to another host that speaks the same REST: protocol and host are rewritten. */
export class RedirectedClient extends RequestClient {
  constructor(
    private readonly baseUrl: string,
    options: RequestClient.RequestClientOptions,
  ) {
    super(options);
  }

  override request<D>(options: RequestClient.RequestOptions<D>): ReturnType<typeof RequestClient.prototype.request<D>> {
    const { pathname, search } = new URL(options.uri);
    return super.request({ ...options, uri: `${this.baseUrl}${pathname}${search}` });
  }
}
