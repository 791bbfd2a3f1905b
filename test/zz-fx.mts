import { readFileSync } from 'node:fs';
import { findInFiles } from './support/find-in-text.ts';
const text = readFileSync(process.argv[2]!, 'utf8');
for (const block of text.split(/^=== /m).slice(1)) {
  const [title, ...rest] = block.split('\n');
  const files: Record<string, string> = {};
  let name = 'app.py';
  for (const line of rest) {
    const m = /^--- (.*)/.exec(line);
    if (m) name = m[1]!; else files[name] = (files[name] ?? '') + line + '\n';
  }
  console.log('=== ' + title);
  for (const r of await findInFiles(files, id => id.startsWith('org/'))) console.log(typeof r === 'string' ? r : JSON.stringify({ id: r.id, e: r.evidence, l: r.loader, f: r.range.file, at: r.range.start.line + 1, t: r.isTentative }));
}
