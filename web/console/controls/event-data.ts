/** The data of a server-sent event, or null where it is not what a service of ours sends. */
export function jsonOf<T extends object>(data: string): T | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as T) : null;
  } catch {
    return null;
  }
}
