/**
 * Does something after a time unless it is called off, which is what this gives. Who was too busy to hear of what came in
 * time hears of it first: timers come before sockets when a process gets its turn again.
 */
export function afterTime(milliseconds: number, run: () => void): () => void {
  let lastMoment: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    lastMoment = setImmediate(run);
  }, milliseconds);
  return () => {
    clearTimeout(timer);
    clearImmediate(lastMoment);
  };
}
