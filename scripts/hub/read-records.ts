import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, noRecords, type Records, type StandInFile, type StandInModel } from './records.ts';

/**
 * Reads a fixtures folder: `models/{id}/model.json` with the model's files in `models/{id}/files/`,
 * `datasets/{id}.json`, and one JSON file for each other key of `Records`. What is absent is empty.
 */
export function readRecords(folder: string): Records {
  const rest = (['organizations', 'users', 'licenses', 'github', 'ollama', 'modelscope', 'kaggle'] as const)
    .filter(name => existsSync(join(folder, `${name}.json`)))
    .map(name => [name, readJson(join(folder, `${name}.json`))]);
  return {
    ...noRecords,
    ...(Object.fromEntries(rest) as Partial<Records>),
    models: readModels(join(folder, 'models')),
    datasets: pathsBelow(join(folder, 'datasets')).map(path => readJson(path) as Entry),
  };
}

function readModels(folder: string): readonly StandInModel[] {
  return pathsBelow(folder)
    .filter(path => path.endsWith('/model.json') && !path.slice(folder.length).includes('/files/'))
    .map(path => readModel(path.slice(0, -'/model.json'.length)));
}

function readModel(folder: string): StandInModel {
  const model = readJson(join(folder, 'model.json')) as StandInModel;
  const root = join(folder, 'files');
  const read = pathsBelow(root).map(path => path.slice(root.length + 1));
  const files = Object.fromEntries(read.map(path => [path, readModelFile(root, path, model.files?.[path])]));
  return { ...model, files: { ...model.files, ...files } };
}

function readModelFile(root: string, path: string, stated: StandInFile | undefined): StandInFile {
  return { ...stated, content: readFileSync(join(root, path)) };
}

function pathsBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} cannot be read as JSON.`, { cause: error });
  }
}
