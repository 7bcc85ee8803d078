/** For background work that never fails by itself: whatever arrives here is a bug and ends the process. */
export function reportBug(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
