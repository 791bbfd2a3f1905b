import assert from 'node:assert/strict';
import type { FileContent } from '../../src/find/file-scan.ts';
import { Finder } from '../../src/find/finder.ts';
import { parseSource } from '../support/find-in-text.ts';

const script = (name: string) =>
  `import argparse\nfrom transformers import AutoModel\n\ndef parse():\n    parser = argparse.ArgumentParser()\n    parser.add_argument("--model", default="org/${name}")\n    return parser.parse_args()\n\ndef main(args):\n    AutoModel.from_pretrained(args.model)\n\nmain(parse())\n`;

const net =
  'from transformers import AutoModel\n\nclass Net:\n    def __init__(self, name):\n        AutoModel.from_pretrained(name)\n';

/** Writes files, searches what that puts out of date, and tells how sure a model is then. */
function writer(
  finder: Finder,
  id: string,
  lookThrough = () => finder.recheck(),
): (file: string, text: string) => Promise<string | undefined> {
  return async (file, text) => {
    finder.set(file, await parseSource(file, text), text.length);
    lookThrough();
    finder.search(finder.stale());
    return finder.references().find(one => one.id === id)?.evidence;
  };
}

describe('an edit', () => {
  const files: Record<string, string> = {
    'a/train.py': script('a'),
    'b/train.py': script('b'),
    'names.py': 'NAME = "org/c"\n',
    'c.py': 'from transformers import AutoModel\nfrom names import NAME\nAutoModel.from_pretrained(NAME)\n',
  };
  const finder = new Finder(new Set(Object.keys(files)), () => true);

  async function write(file: string, text: string): Promise<readonly string[]> {
    finder.set(file, await parseSource(file, text), text.length);
    const stale = finder.stale();
    finder.search(stale);
    return stale;
  }

  before(async () => {
    for (const [file, text] of Object.entries(files)) await write(file, text);
    finder.recheck();
    finder.search(finder.stale());
  });

  it('makes no other file be searched again that has only the same names', async () => {
    assert.deepEqual(await write('a/train.py', `${script('a')}\n# a remark\n`), ['a/train.py']);
    assert.deepEqual(await write('a/train.py', script('d')), ['a/train.py']);
  });

  it('makes those be searched again that take a value from the file', async () => {
    assert.deepEqual(await write('names.py', 'NAME = "org/e"\n'), ['c.py', 'names.py']);
    assert.ok(finder.references().some(({ id, evidence }) => id === 'org/e' && evidence === 'loaded'));
  });
});

describe('a search that needs more files than may be held at once', () => {
  it('finds what it needs none of them for, and says that the rest was too long', async () => {
    const large = 1_500_000;
    const callers = [1, 2, 3, 4].map(index => `use_${index}.py`);
    const texts: Record<string, string> = {
      'lib.py':
        'from transformers import AutoModel\n\ndef load(name):\n    AutoModel.from_pretrained(name)\n    AutoModel.from_pretrained("org/own")\n',
      ...Object.fromEntries(callers.map(file => [file, `from lib import load\nload("org/${file}")\n`])),
    };
    const finder = new Finder(new Set(Object.keys(texts)), () => false);
    const contents = new Map(
      await Promise.all(
        Object.entries(texts).map(async ([file, text]) => [file, await parseSource(file, text)] as const),
      ),
    );
    for (const [file, content] of contents) finder.set(file, content, large);
    finder.recheck();
    const asked: string[] = [];
    const wanted = finder.search(['lib.py'], file => {
      asked.push(file);
      finder.restore(file, { ...contents.get(file), size: large });
      return true;
    });
    assert.deepEqual(wanted, []);
    const found = finder.references().flatMap(({ id }) => id ?? []);
    assert.deepEqual(found.toSorted(), ['org/own', 'org/use_1.py', 'org/use_2.py']);
    assert.deepEqual(finder.problemsOf('lib.py'), ['was too long to follow: some values are missing']);
    assert.ok(asked.length < callers.length);
  });
});

describe('a file whose search fails', () => {
  it('costs no other file anything, and is told', async () => {
    const finder = new Finder(new Set(['broken.py', 'whole.py']), id => {
      if (id === 'org/broken') throw new TypeError('this is no list');
      return true;
    });
    const load = (id: string) =>
      `from transformers import AutoModel\nAutoModel.from_pretrained("org/" + "${id}")\n`;
    for (const id of ['broken', 'whole']) {
      finder.set(`${id}.py`, await parseSource(`${id}.py`, load(id)), 100);
    }
    finder.search(finder.stale());
    assert.deepEqual(
      finder.references().map(({ id }) => id),
      ['org/whole'],
    );
    assert.deepEqual(finder.problemsOf('broken.py'), ['cannot be followed: TypeError: this is no list']);
    assert.deepEqual(finder.problemsOf('whole.py'), []);
  });
});

describe('a default that every call replaces', () => {
  const library =
    'from transformers import AutoModel\n\ndef load(name="org/default"):\n    AutoModel.from_pretrained(name)\n';
  const finder = new Finder(new Set(['pkg/__init__.py', 'pkg/load.py', 'app.py']), () => true);

  const write = writer(finder, 'org/default');

  it('is loaded as soon as a package offers the function, and as long', async () => {
    await write('pkg/load.py', library);
    assert.equal(await write('app.py', 'from pkg.load import load\nload("org/own")\n'), 'mentioned');
    assert.equal(await write('pkg/__init__.py', 'from .load import load\n'), 'loaded');
    assert.equal(await write('pkg/__init__.py', ''), 'mentioned');
  });
});

describe('a class that a module hands on', () => {
  const finder = new Finder(new Set(['net.py', 'defaults.py', 'app.py']), () => true);

  const write = writer(finder, 'org/own');

  it('loads what others give it as soon as the module does so, and as long', async () => {
    await write('net.py', net);
    await write('defaults.py', '');
    assert.equal(await write('app.py', 'from defaults import Net\nNet("org/own")\n'), 'mentioned');
    assert.equal(await write('defaults.py', 'from net import Net\n'), 'loaded');
    assert.equal(await write('defaults.py', 'Net = print\n'), 'mentioned');
  });
});

describe('a class that a module gives another name', () => {
  const finder = new Finder(new Set(['net.py', 'hub.py', 'app.py']), () => true);

  const write = writer(finder, 'org/own', () => undefined);

  it('loads what others give it as soon as it has the name that they use, and as long', async () => {
    const hub = (line: string): string => `from net import Net${line}\nNAME = "org/name"\n`;
    await write('app.py', 'from hub import Model\nModel("org/own")\n');
    await write('hub.py', hub(' as Other'));
    await write('net.py', net);
    finder.recheck();
    finder.search(finder.stale());
    assert.equal(await write('hub.py', hub(' as Model')), 'loaded');
    assert.equal(await write('hub.py', hub(' as Other')), 'mentioned');
    assert.equal(await write('hub.py', hub('\nModel = Net')), 'loaded');
  });
});

describe('a class of a module whose name is put together', () => {
  const caller = (rest: string): string =>
    `import importlib\ndef make(kind, name):\n    module = importlib.import_module(f"nets.{kind}")\n    Model = getattr(module, "Net")\n    ${rest}`;
  const finder = new Finder(new Set(['nets/net.py', 'app.py']), () => true);

  const write = writer(finder, 'org/own', () => undefined);

  it('loads what it is given as soon as somebody gives it that', async () => {
    await write('nets/net.py', net);
    await write('app.py', caller('return Model\n'));
    finder.recheck();
    finder.search(finder.stale());
    assert.equal(await write('app.py', caller('return Model(name)\nmake("net", "org/own")\n')), 'loaded');
    assert.equal(await write('app.py', caller('return Model\nmake("net", "org/own")\n')), 'mentioned');
  });
});

describe('an id whose owner is called as a folder is', () => {
  const files = {
    'app.py': 'from transformers import AutoModel\nAutoModel.from_pretrained("writer/output")\n',
    'writer/train.py': 'print("writes")\n',
  };

  it('counts without doubt as soon as the folder is gone, and as long', async () => {
    const finder = new Finder(new Set(Object.keys(files)), () => false);
    for (const [file, text] of Object.entries(files))
      finder.set(file, await parseSource(file, text), text.length);
    const isDoubted = (paths: readonly string[]): boolean | undefined => {
      finder.setFiles(new Set(paths), new Map());
      finder.recheck();
      finder.search(finder.stale());
      return finder.references().find(({ id }) => id === 'writer/output')?.isTentative;
    };
    assert.equal(isDoubted(Object.keys(files)), true);
    assert.equal(isDoubted(['app.py']) ?? false, false);
    assert.equal(isDoubted(Object.keys(files)), true);
  });
});

describe('a class that keeps another and calls it later', () => {
  const handing =
    'class Base:\n    def __init__(self, cls, *args, **kw):\n        self.net = cls(*args, **kw)\n';
  const files: Record<string, string> = {
    'net.py': net,
    'base.py': handing,
    'lazy.py': 'from base import Base\n\nclass Lazy(Base):\n    pass\n',
    'use.py': 'from lazy import Lazy\nfrom net import Net\nLazy(Net, "org/own")\n',
  };
  const finder = new Finder(new Set(Object.keys(files)), () => true);

  const write = writer(finder, 'org/own');

  it('does so as long as the class above it does', async () => {
    for (const [file, text] of Object.entries(files)) await write(file, text);
    assert.equal(await write('base.py', handing), 'loaded');
    assert.equal(await write('base.py', handing.replace('*args, **kw)\n', '**kw)\n')), 'mentioned');
    assert.equal(await write('base.py', handing), 'loaded');
  });
});

describe('a command that starts a script', () => {
  const command = 'python examples/run.py --model_name_or_path org/own\n';

  it('tells of another answer when the script comes into the repository, and when it goes', async () => {
    const finder = new Finder(new Set(['run.sh']), () => true);
    finder.set('run.sh', await parseSource('run.sh', command), command.length);
    assert.equal(finder.references()[0]?.evidence, 'loaded');
    finder.takeChanged();
    finder.setFiles(new Set(['run.sh', 'examples/run.py']), new Map());
    assert.equal(finder.references()[0]?.evidence, 'mentioned');
    assert.deepEqual([...finder.takeChanged()], ['run.sh']);
    finder.setFiles(new Set(['run.sh']), new Map());
    assert.deepEqual([...finder.takeChanged()], ['run.sh']);
  });
});

/** A program whose files come and go, and the ids that it loads when it has some of them. */
async function growingFinder(texts: Readonly<Record<string, string>>): Promise<{
  readonly finder: Finder;
  readonly loaded: (names: readonly string[]) => readonly string[];
}> {
  const contents = new Map<string, FileContent>();
  for (const [file, text] of Object.entries(texts)) contents.set(file, await parseSource(file, text));
  const finder = new Finder(new Set(), () => true);
  const loaded = (names: readonly string[]): readonly string[] => {
    finder.setFiles(new Set(names), new Map());
    for (const file of names) if (!finder.scans.has(file)) finder.set(file, contents.get(file) ?? {}, 100);
    finder.recheck();
    finder.search(finder.stale(), file => {
      finder.restore(file, { ...contents.get(file), size: 100 });
      return true;
    });
    return finder.references().flatMap(({ evidence, id }) => (evidence === 'loaded' && id ? id : []));
  };
  return { finder, loaded };
}

describe('a script of which a repository has several', () => {
  const run =
    'import subprocess, sys\nsubprocess.run([sys.executable, "tools/train.py", "--model", "org/own"])\n';
  const script =
    'import argparse\nfrom transformers import AutoModel\nparser = argparse.ArgumentParser()\nparser.add_argument("--model")\nAutoModel.from_pretrained(parser.parse_args().model)\n';

  it('is started as long as no other one lies as near', async () => {
    const texts: Record<string, string> = {
      'first/scripts/run.py': run,
      'first/a/tools/train.py': script,
      'second/tools/train.py': script,
      'first/b/tools/train.py': 'print()\n',
    };
    const { finder, loaded } = await growingFinder(texts);
    const [runner = '', near = '', far = '', tie = ''] = Object.keys(texts);
    assert.deepEqual(loaded([runner, near, far]), ['org/own']);
    assert.deepEqual(loaded([runner, near, far, tie]), []);
    finder.set(tie, {}, 0);
    assert.deepEqual(loaded([runner, near, far]), ['org/own']);
  });
});

describe('a module whose name is put together', () => {
  it('is read as soon as it is there', async () => {
    const files: Record<string, string> = {
      'main.py':
        'from importlib import import_module\nfrom transformers import AutoModel\nfor kind in ["a", "b"]:\n    AutoModel.from_pretrained(import_module(f"confs.{kind}").NAME)\n',
      'confs/__init__.py': '',
      'confs/a.py': 'NAME = "org/a"\n',
      'confs/b.py': 'NAME = "org/b"\n',
    };
    const { loaded } = await growingFinder(files);
    assert.deepEqual(loaded(['main.py', 'confs/__init__.py', 'confs/a.py']), ['org/a']);
    assert.deepEqual(loaded(Object.keys(files)), ['org/a', 'org/b']);
  });
});

describe('a program that a budget does not reach through', () => {
  const callers = 1_200;
  const files: Record<string, string> = {
    'lib.py': 'from transformers import AutoModel\n\ndef load(name):\n    AutoModel.from_pretrained(name)\n',
    'flags.py':
      'import argparse\nfrom transformers import AutoModel\nparser = argparse.ArgumentParser()\nparser.add_argument("--model")\nAutoModel.from_pretrained(parser.parse_args().model)\n',
  };
  for (let index = 0; index < callers; index += 1) {
    files[`use_${index}.py`] = `from lib import load\nload("org/called-${index}")\n`;
    files[`run_${index}.sh`] = `python flags.py --model org/given-${index}\n`;
  }

  async function foundIn(order: readonly string[]): Promise<readonly (string | undefined)[]> {
    const finder = new Finder(new Set(order), () => false);
    for (const file of order) finder.set(file, await parseSource(file, files[file] ?? ''), 100);
    finder.search(finder.stale());
    return finder.references().map(({ id }) => id);
  }

  it('gives the same models in whichever order its files come', async () => {
    const found = await foundIn(Object.keys(files));
    assert.ok(found.length > 900 && found.length < 2 * callers, String(found.length));
    assert.deepEqual(await foundIn(Object.keys(files).toReversed()), found);
  });
});
