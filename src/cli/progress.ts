import yoctoSpinner from 'yocto-spinner';
import type { Progress } from '../audit/types.ts';

const phases: Readonly<Record<Progress['phase'], string>> = {
  reading: 'Reading files',
  resolving: 'Looking up models',
};

export interface ProgressLine {
  show(progress: Progress): void;
  stop(): void;
}

/** A line on stderr that says how far the audit is; silent where nobody watches. */
export function startProgress(): ProgressLine {
  if (!process.stderr.isTTY) return { show: () => undefined, stop: () => undefined };
  // The spinner's own handling of Ctrl-C would end the process before the audit could stop.
  const spinner = yoctoSpinner({
    text: phases.reading,
    stream: process.stderr,
    handleSignals: false,
  }).start();
  return {
    show({ phase, done, total }) {
      spinner.text = `${phases[phase]} ${total === undefined ? done : `${done} of ${total}`}`;
    },
    stop: () => {
      if (spinner.isSpinning) spinner.stop();
    },
  };
}
