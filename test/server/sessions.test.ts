import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Sessions } from '../../src/server/sessions.ts';
import { makeFolder, removeFolder, uriOf } from './client.ts';

describe('sessions', () => {
  let home = '';
  let announced: string[] = [];
  let forgotten: string[] = [];
  let preferences: Promise<{ network: 'never' }> = Promise.resolve({ network: 'never' });
  let sessions: Sessions;

  before(() => {
    home = makeFolder();
  });
  after(() => removeFolder(home));
  beforeEach(() => {
    announced = [];
    forgotten = [];
    sessions = new Sessions({
      log: { info: () => undefined, warn: () => undefined },
      isTrusted: () => true,
      variables: () => ({ HF_TOKEN_PATH: join(home, 'none'), PTM_AUDIT_CACHE: join(home, 'cache') }),
      endpoint: () => undefined,
      preferencesOf: () => preferences,
      onSession: root => announced.push(root),
      onForgotten: root => forgotten.push(root),
    });
    sessions.setFolders([join(home, 'project')]);
  });

  const uri = (path: string) => uriOf(join(home, path));
  const place = async (path: string) => {
    const found = await sessions.placeOf(uri(path));
    return found && { root: found.root, file: found.file };
  };

  it('are one for a folder of the workspace and one for each folder outside', async () => {
    assert.deepEqual(await place('project/src/a.py'), { root: join(home, 'project'), file: 'src/a.py' });
    assert.deepEqual(await place('else/b.py'), { root: join(home, 'else'), file: 'b.py' });
    assert.deepEqual(announced, [join(home, 'project'), join(home, 'else')]);
  });

  it('do not exist for installed packages', async () => {
    assert.equal(await place('project/node_modules/x/index.js'), undefined);
    assert.equal(await place('lib/python3.12/site-packages/transformers/models.py'), undefined);
    assert.deepEqual(announced, []);
  });

  it('exist for an installed package that is open alone', async () => {
    sessions.setFolders([]);
    const folder = 'site-packages/transformers';
    assert.deepEqual(await place(`${folder}/a.py`), { root: join(home, folder), file: 'a.py' });
  });

  it('outside the workspace end with their last document', async () => {
    await Promise.all(['project/a.py', 'one/a.py', 'two/a.py'].map(place));
    sessions.keepOutside([uri('project/a.py'), uri('two/b.py')]);
    assert.deepEqual(forgotten, [join(home, 'one')]);
  });

  it('outside the workspace are few', async () => {
    for (let index = 0; index < 12; index += 1) await place(`outside${index}/a.py`);
    assert.deepEqual(
      forgotten,
      [0, 1, 2, 3].map(index => join(home, `outside${index}`)),
    );
  });

  it('that were reset before they were ready are not announced', async () => {
    let answer = (_: { network: 'never' }): void => undefined;
    preferences = new Promise(resolve => {
      answer = resolve;
    });
    const old = sessions.of(join(home, 'project'));
    sessions.reset();
    preferences = Promise.resolve({ network: 'never' });
    await sessions.of(join(home, 'project'));
    assert.equal(announced.length, 1);
    answer({ network: 'never' });
    await old;
    assert.equal(announced.length, 1);
  });
});
