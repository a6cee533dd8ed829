import { describe, expect, it } from '@jest/globals';
import { array, assert, nat, property } from 'fast-check';
import { SseParser } from './sse-parser.js';

const TEXT = ': heartbeat\n\nid: 7\nevent: ticket\ndata: {"number":"1"}\n\ndata: a\r\ndata: b\r\n\r\nevent: case\n\n';
const EVENTS = [
  { id: '7', type: 'ticket', data: '{"number":"1"}' },
  { id: '7', type: 'message', data: 'a\nb' },
];

describe('reading an event stream', () => {
  it('gives events with id, type and data; a heartbeat and an event without data give none', () => {
    expect(new SseParser().push(TEXT)).toEqual(EVENTS);
  });

  it('does not care where the network cuts the text', () => {
    assert(
      property(array(nat({ max: TEXT.length })), (cuts) => {
        const parser = new SseParser();
        const points = [0, ...cuts.sort((a, b) => a - b), TEXT.length];
        const events = points.slice(1).flatMap((end, n) => parser.push(TEXT.slice(points[n], end)));
        expect(events).toEqual(EVENTS);
      }),
    );
  });
});
