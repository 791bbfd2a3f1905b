import { indexBy } from './index-by.ts';
import { pythonLibraries } from './library-names.ts';
import { folderOf, join, lastNameOf, packageFolders } from './module-path.ts';

/** What says how the packages in its folder are installed. */
export const setups: readonly string[] = ['setup.py', 'pyproject.toml', 'setup.cfg'];

/** Packages beside a project's own that it does not install for others to import. */
const companions =
  /^(tests?|testing|docs?|examples?|scripts?|tools?|demos?|benchmarks?|experiments?|templates|src)$/i;

/**
 * The folders that `pip install -e` adds to Python's path, each by the packages that it holds. Modules beside a setup are
 * mostly scripts that nobody imports by their names: `evaluate.py`.
 */
export function installableFolders(files: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const packages = [...files].flatMap(file => {
    if (lastNameOf(file) !== '__init__.py') return [];
    const name = lastNameOf(folderOf(file));
    const folder = folderOf(folderOf(file));
    // What a library with loaders is imported by means it, though a folder holds a fork that nobody may have installed.
    const isOthers = companions.test(name) || pythonLibraries.has(name);
    return isOthers || !isInstallable(folder, files) ? [] : { name, folder };
  });
  const byName = indexBy(packages, ({ name }) => [name]);
  return new Map([...byName].map(([name, all]) => [name, all.map(({ folder }) => folder)]));
}

/** Whether a setup stands in a folder, or in the one around it where packages are kept below that. */
function isInstallable(folder: string, files: ReadonlySet<string>): boolean {
  const homes = packageFolders.includes(lastNameOf(folder)) ? [folder, folderOf(folder)] : [folder];
  return homes.some(home => setups.some(setup => files.has(join(home, setup))));
}
