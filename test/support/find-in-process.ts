import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findInFiles } from './find-in-text.ts';

type Files = Readonly<Record<string, string>>;

/** Parses and searches the files of a small repository in a process with so much memory; tells the ids. */
export async function findInProcess(files: Files, megabytes: number): Promise<readonly string[]> {
  const child = fork(fileURLToPath(import.meta.url), {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${megabytes}`],
    silent: true,
  });
  child.send(files);
  return await new Promise((resolve, reject) => {
    child.once('message', ids => resolve(ids as readonly string[]));
    child.once('exit', (code, signal) => reject(new Error(`ended with ${code ?? signal}`)));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.once('message', async files => {
    const references = await findInFiles(files as Files);
    process.send?.(references.flatMap(({ id }) => id ?? []));
  });
