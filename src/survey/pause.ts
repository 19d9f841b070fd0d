/** Lets the host breathe: messages, among them the one that cancels, are delivered before the work goes on. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
