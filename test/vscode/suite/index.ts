import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Called by the editor in its extension host. The outcome goes into a file, which the harness waits for. */
export async function run(): Promise<void> {
  const results: { passed: string[]; failed: number; failures: { title: string; error: string }[] } = {
    passed: [],
    failed: 0,
    failures: [],
  };
  const fail = (title: string, error: unknown) => {
    results.failed += 1;
    results.failures.push({
      title,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  };
  try {
    const { default: Mocha } = await import('mocha');
    const mocha = new Mocha({ ui: 'bdd', timeout: 40_000 });
    mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
    await import('./editor.test.ts');
    await new Promise<void>(resolve => {
      mocha
        .run(() => resolve())
        .on('pass', test => results.passed.push(`${test.fullTitle()} (${test.duration} ms)`))
        .on('fail', (test, error) => fail(test.fullTitle(), error));
    });
  } catch (error) {
    fail('the suite itself', error);
  }
  writeFileSync(join(__dirname, '../results.json'), JSON.stringify(results, null, 2));
}
