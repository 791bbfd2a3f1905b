/** A process of its own that uses a cache: `cache-process.ts work|hang|write|together <folder>`. */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createCache } from '../../src/node/cache.ts';

const [, , task, folder = ''] = process.argv;
const cache = createCache(folder);

if (task === 'work') {
  await cache.exclusively('same', async () => {
    await appendFile(join(folder, 'log'), 'begin\n');
    await pause(100);
    await appendFile(join(folder, 'log'), 'end\n');
  });
} else if (task === 'hang') {
  await cache.exclusively('same', async () => {
    console.log('at work');
    await pause(60_000);
  });
} else if (task === 'together') {
  const keys = Array.from({ length: 2000 }, (_, index) => `key ${index}`);
  await Promise.all(keys.map(key => cache.set(key, 'x')));
  const kept = await Promise.all(keys.map(key => cache.get(key)));
  console.log(`${kept.filter(entry => entry !== undefined).length} kept`);
} else {
  for (let index = 0; index < 1000; index += 1) {
    if (index === 200) console.log('in the middle');
    await cache.set(`key ${index}`, 'x'.repeat(5000));
  }
}
