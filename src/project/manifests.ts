import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { identifyLicense } from '../license/identify.ts';
import { identifyLicenseText } from '../license/identify-text.ts';
import type { DeclaredLicense, ManifestReader } from './declared-license.ts';
import { TextPlaces } from './text-place.ts';
import { TomlPlaces } from './toml-place.ts';

/** In the order they are asked. */
export const manifestReaders: readonly ManifestReader[] = [
  { file: 'pyproject.toml', read: readPyproject },
  { file: 'package.json', read: readPackageJson },
  { file: 'Cargo.toml', read: readCargo },
  { file: 'setup.cfg', read: readSetupCfg },
];

function readPackageJson(text: string): DeclaredLicense | undefined {
  const root = parseTree(text);
  if (root?.type !== 'object') return undefined;
  const node =
    stringAt(root, ['license']) ??
    stringAt(root, ['license', 'type']) ??
    stringAt(root, ['licenses', 0, 'type']);
  // `SEE LICENSE IN …` points to the license file, which is read anyway.
  if (node === undefined || /^see licen[cs]e in /i.test(node.value)) return undefined;
  return {
    text: node.value,
    source: new TextPlaces('package.json', text).range(node.offset, node.offset + node.length),
  };
}

function stringAt(
  root: Node,
  path: (string | number)[],
): { value: string; offset: number; length: number } | undefined {
  const node = findNodeAtLocation(root, path);
  return typeof node?.value === 'string'
    ? { value: node.value, offset: node.offset, length: node.length }
    : undefined;
}

function readPyproject(text: string): DeclaredLicense | undefined {
  const file = 'pyproject.toml';
  const document = parseToml(text);
  const project = tableIn(document, 'project');
  const poetry = tableIn(tableIn(document, 'tool'), 'poetry');
  return (
    declared(licenseWords(fieldOf(project, 'license')), file, text, 'project', 'license') ??
    declared(stringOf(fieldOf(poetry, 'license')), file, text, 'tool.poetry', 'license') ??
    declared(fromClassifiers(fieldOf(project, 'classifiers')), file, text, 'project', 'classifiers')
  );
}

/** A string as PEP 639 has it, or the older table whose text may be an id or a whole license. */
function licenseWords(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const text = stringOf(fieldOf(asTable(value), 'text'));
  if (text === undefined || !text.includes('\n')) return text;
  return identifyLicenseText(text);
}

/** `License :: OSI Approved :: MIT License` speaks of a license; several such lines may mean "or" or "and". */
function fromClassifiers(value: unknown): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value
    .filter((line): line is string => typeof line === 'string' && line.startsWith('License ::'))
    .map(line => line.split('::').at(-1)?.trim() ?? '');
  const [name] = names;
  // Most classifiers name a family and no version: too little to say which license is meant.
  const isExact = name !== undefined && identifyLicense(name).kind === 'spdx';
  return names.length === 1 && isExact ? name : undefined;
}

function readCargo(text: string): DeclaredLicense | undefined {
  const license = stringOf(fieldOf(tableIn(parseToml(text), 'package'), 'license'));
  // Cargo's older spelling of OR.
  return declared(license?.replaceAll('/', ' OR '), 'Cargo.toml', text, 'package', 'license');
}

function readSetupCfg(text: string): DeclaredLicense | undefined {
  const source = new TomlPlaces('setup.cfg', text).find('metadata', 'license');
  if (source === undefined) return undefined;
  const value = /[=:]\s*(.*)$/.exec(text.split('\n')[source.start.line]?.trim() ?? '')?.[1];
  return value === undefined || value === '' || value.startsWith('file:')
    ? undefined
    : { text: value, source };
}

function declared(
  value: string | undefined,
  file: string,
  text: string,
  table: string,
  key: string,
): DeclaredLicense | undefined {
  if (value === undefined) return undefined;
  const places = new TomlPlaces(file, text);
  const source = places.find(table, key) ?? places.find(table, `${key}.text`);
  return { text: value, source: source ?? new TextPlaces(file, text).range(0, 0) };
}

function tableIn(table: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  return asTable(fieldOf(table, key));
}

function fieldOf(table: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function asTable(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
