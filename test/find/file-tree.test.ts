import assert from 'node:assert/strict';
import { FileTree } from '../../src/find/file-tree.ts';

function tree(...files: readonly string[]): FileTree {
  return new FileTree(new Set(files));
}

describe('the file that an import of Python names', () => {
  const fork = [
    'third_party/fork/setup.py',
    'third_party/fork/pk/__init__.py',
    'third_party/fork/pk/data.py',
  ];

  it('lies in the folder that its package is installed from where no nearer one has the name', () => {
    const module = (files: FileTree, from: string) => files.module('pk.data', from, 'python');
    const [, , data] = fork;
    assert.equal(module(tree(...fork), 'scripts/run.py'), data);
    assert.equal(module(tree(...fork, 'pk/data.py'), 'scripts/run.py'), 'pk/data.py');
    assert.equal(module(tree(...fork, 'pk/__init__.py'), 'scripts/run.py'), undefined);
    assert.equal(module(tree(...fork.slice(1)), 'scripts/run.py'), undefined);
  });

  it('is none where two folders hold its package', () => {
    const other = ['copy/setup.cfg', 'copy/src/pk/__init__.py', 'copy/src/pk/data.py'];
    assert.equal(tree(...other).module('pk.data', 'run.py', 'python'), 'copy/src/pk/data.py');
    assert.equal(tree(...fork, ...other).module('pk.data', 'run.py', 'python'), undefined);
  });

  it('is none where a library bears the name, or what stands beside a package', () => {
    for (const name of ['transformers', 'datasets', 'tests', 'docs']) {
      const files = tree('fork/setup.py', `fork/${name}/__init__.py`, `fork/${name}/data.py`);
      assert.equal(files.module(`${name}.data`, 'run.py', 'python'), undefined, name);
      assert.equal(files.module(`${name}.data`, 'fork/run.py', 'python'), `fork/${name}/data.py`);
    }
  });

  it('is not the script beside a setup', () => {
    assert.equal(
      tree('fork/setup.py', 'fork/evaluate_all.py').module('evaluate_all', 'run.py', 'python'),
      undefined,
    );
  });
});
