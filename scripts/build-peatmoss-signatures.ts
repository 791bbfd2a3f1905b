/**
 * Writes test/fixtures/peatmoss-signatures.json: the pairs of import and call that the PeaTMOSS study counted as loading
 * a pre-trained model.
 * Usage: npx tsx scripts/build-peatmoss-signatures.ts [data folder]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '..');
const data = process.argv[2] ?? join(repository, '..', 'shared', 'data');

const groups: unknown = JSON.parse(readFileSync(join(data, 'usage', 'peatmoss-signatures.json'), 'utf8'));
const lines = pairsOf(groups).map(pair => JSON.stringify(pair));
writeFileSync(join(repository, 'test/fixtures/peatmoss-signatures.json'), `[\n${lines.join(',\n')}\n]\n`);

function pairsOf(value: unknown): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) throw new Error('Expected groups of signatures.');
  return Object.values(value).flatMap(group => {
    if (!Array.isArray(group)) throw new Error('Expected a list of signatures.');
    return group.map((pair): readonly [string, string] => {
      const [module, call] = Array.isArray(pair) ? pair : [];
      if (typeof module !== 'string' || typeof call !== 'string') throw new Error('Expected two texts.');
      return [module, call];
    });
  });
}
