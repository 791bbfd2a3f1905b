const part = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,94}[A-Za-z0-9_])?$/;

/** Whether the text can be the id of a model on the hub. What cannot is a local path or a mistake. */
export function isHubId(id: string): boolean {
  const parts = id.split('/');
  return (
    parts.length <= 2 &&
    parts.every(text => part.test(text)) &&
    !id.includes('--') &&
    !id.includes('..') &&
    !id.endsWith('.git')
  );
}
