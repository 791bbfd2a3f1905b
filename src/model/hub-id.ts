const part = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$/;
const longest = 96;

/**
 * Whether a text can be the id of a model on the Hugging Face Hub: one or two parts of ASCII letters, digits, `_`, `.`
 * and `-`, each of at most 96 characters, no `--` or `..`, no `.git` at the end. What cannot is a local path or a mistake.
 */
export function isHubId(id: string): boolean {
  const parts = id.split('/');
  return (
    parts.length <= 2 &&
    parts.every(text => text.length <= longest && part.test(text)) &&
    !id.includes('--') &&
    !id.includes('..') &&
    !id.endsWith('.git')
  );
}
