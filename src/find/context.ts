import type { ReferenceContext } from '../model/reference.ts';

const tests =
  /(^|\/)(tests?|testing|__tests__|specs?|test_[^/]*|conftest\.py|[^/]*(_test|[._]spec|\.test)\.[a-z]+)(\/|$)/i;
const examples =
  /(^|\/)(examples?|demos?|tutorials?|samples?|docs?|notebooks?|cookbooks?|recipes?)(\/|$)|\.ipynb$/i;

/** What kind of code a file holds, by its path. */
export function contextOf(file: string): ReferenceContext {
  if (tests.test(file)) return 'test';
  return examples.test(file) ? 'example' : 'code';
}
