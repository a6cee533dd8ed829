/** Message headers beside the server's own `Nats-Msg-Id`. */
export const AGGREGATE_HEADER = 'Sunline-Aggregate';
export const OCCURRED_HEADER = 'Sunline-Occurred-At';
export const REQUEST_ID_HEADER = 'Sunline-Request-Id';
