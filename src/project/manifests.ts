import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { identifyLicense } from '../license/identify.ts';
import { identifyLicenseText } from '../license/identify-text.ts';
import type { SourceRange } from '../model/source.ts';
import type { DeclaredLicense, ManifestReader } from './declared-license.ts';
import { TextPlaces } from './text-place.ts';
import { TomlPlaces } from './toml-place.ts';

/** In the order they are asked. */
export const manifestReaders: readonly ManifestReader[] = [
  { name: 'pyproject.toml', read: readPyproject },
  { name: 'package.json', read: readPackageJson },
  { name: 'Cargo.toml', read: readCargo },
  { name: 'setup.cfg', read: readSetupCfg },
];

function readPackageJson(text: string, file: string): DeclaredLicense | undefined {
  const root = parseTree(text);
  if (root?.type !== 'object') return undefined;
  const node =
    stringAt(root, ['license']) ??
    stringAt(root, ['license', 'type']) ??
    stringAt(root, ['licenses', 0, 'type']);
  if (node === undefined) return undefined;
  const source = new TextPlaces(file, text).range(node.offset, node.offset + node.length);
  const textFile = /^see licen[cs]e in\s+(\S.*)$/i.exec(node.value.trim())?.[1];
  return textFile === undefined ? { text: node.value, source } : { textFile, source };
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

function readPyproject(text: string, file: string): DeclaredLicense | undefined {
  const document = parseToml(text);
  const project = tableIn(document, 'project');
  const poetry = tableIn(tableIn(document, 'tool'), 'poetry');
  const license = fieldOf(project, 'license');
  return (
    declared(licenseWords(license), file, text, 'project', 'license') ??
    declared(stringOf(fieldOf(poetry, 'license')), file, text, 'tool.poetry', 'license') ??
    declared(fromClassifiers(fieldOf(project, 'classifiers')), file, text, 'project', 'classifiers') ??
    inFile(stringOf(fieldOf(asTable(license), 'file')), file, text)
  );
}

/** `license = { file = "…" }`, as it was before PEP 639. */
function inFile(textFile: string | undefined, file: string, text: string): DeclaredLicense | undefined {
  return textFile === undefined ? undefined : { textFile, source: placeOf(file, text, 'project', 'license') };
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

function readCargo(text: string, file: string): DeclaredLicense | undefined {
  const crate = tableIn(parseToml(text), 'package');
  const textFile = stringOf(fieldOf(crate, 'license-file'));
  // Cargo's older spelling of OR.
  const license = stringOf(fieldOf(crate, 'license'))?.replaceAll('/', ' OR ');
  if (license !== undefined || textFile === undefined)
    return declared(license, file, text, 'package', 'license');
  return { textFile, source: placeOf(file, text, 'package', 'license-file') };
}

function readSetupCfg(text: string, file: string): DeclaredLicense | undefined {
  const source = new TomlPlaces(file, text).find('metadata', 'license');
  if (source === undefined) return undefined;
  const value = /[=:]\s*(.*)$/.exec(text.split('\n')[source.start.line]?.trim() ?? '')?.[1];
  if (value === undefined || value === '') return undefined;
  const textFile = /^file:\s*(\S+)/.exec(value)?.[1];
  return textFile === undefined ? { text: value, source } : { textFile, source };
}

function declared(
  value: string | undefined,
  file: string,
  text: string,
  table: string,
  key: string,
): DeclaredLicense | undefined {
  return value === undefined ? undefined : { text: value, source: placeOf(file, text, table, key) };
}

function placeOf(file: string, text: string, table: string, key: string): SourceRange {
  const places = new TomlPlaces(file, text);
  const found = places.find(table, key) ?? places.find(table, `${key}.text`);
  return found ?? new TextPlaces(file, text).range(0, 0);
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
