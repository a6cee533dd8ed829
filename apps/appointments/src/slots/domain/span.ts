/** A time from its first instant to before its last. */
export interface Span {
  readonly startAt: Date;
  readonly endAt: Date;
}

export function overlaps(one: Span, other: Span): boolean {
  return one.startAt < other.endAt && other.startAt < one.endAt;
}

/** Whether all of a time lies within another; what ends before it begins is no time. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.startAt <= inner.startAt && inner.startAt < inner.endAt && inner.endAt <= outer.endAt;
}

/** From the first instant of the earlier to the last of the later. */
export function spanOver(one: Span, other: Span): Span {
  return {
    startAt: one.startAt < other.startAt ? one.startAt : other.startAt,
    endAt: one.endAt > other.endAt ? one.endAt : other.endAt,
  };
}
