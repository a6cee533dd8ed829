/** The server's own: it drops what it has seen within the stream's duplicate window. */
export const MESSAGE_ID_HEADER = 'Nats-Msg-Id';
export const AGGREGATE_HEADER = 'Sunline-Aggregate';
export const OCCURRED_HEADER = 'Sunline-Occurred-At';
export const REQUEST_ID_HEADER = 'Sunline-Request-Id';
