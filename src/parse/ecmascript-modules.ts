import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Expression } from '../model/syntax.ts';
import { readClass, readFunction } from './ecmascript-functions.ts';
import { identifierSpan, nameOf, spanOf, stringOf } from './ecmascript-nodes.ts';
import { bindName } from './ecmascript-patterns.ts';
import type { Node, Place, Walk } from './ecmascript-walk.ts';

export function readImport(walk: Walk, node: TSESTree.ImportDeclaration, place: Place): void {
  const module = moduleOf(walk, node.source);
  if (module === undefined) return;
  for (const specifier of node.specifiers) {
    bindName(walk, specifier.local, 'import', imported(module, importedName(specifier), specifier), place);
  }
}

function importedName(specifier: TSESTree.ImportClause): string | undefined {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : undefined;
}

/** `import x = require('m')` and `import x = A.B`. */
export function readImportEquals(walk: Walk, node: TSESTree.TSImportEqualsDeclaration, place: Place): void {
  const { moduleReference: reference } = node;
  if (reference.type !== 'TSExternalModuleReference') {
    return bindName(walk, node.id, 'assignment', entity(reference, place.scope), place);
  }
  const module = moduleOf(walk, reference.expression);
  if (module !== undefined) {
    bindName(walk, node.id, 'import', imported(module, undefined, reference), place);
  }
}

function entity(node: TSESTree.EntityName, scope: number): Expression {
  const span = spanOf(node);
  if (node.type === 'Identifier') return { kind: 'name', name: node.name, scope, span };
  if (node.type === 'ThisExpression') return { kind: 'name', name: 'this', scope, span };
  return { kind: 'member', object: entity(node.left, scope), property: node.right.name, span };
}

/** Notes the import of a module; undefined when it is computed, or lacking in a recovered tree. */
export function moduleOf(walk: Walk, source: Node | null): string | undefined {
  const module = source ? stringOf(source)?.value : undefined;
  if (module !== undefined) walk.facts.importModule(module);
  return module;
}

function imported(module: string, name: string | undefined, node: Node): Expression {
  return { kind: 'import', module, name, span: spanOf(node) };
}

/** Reads a statement of the module itself, which may export something. */
export function readModuleStatement(walk: Walk, node: Node, place: Place): void {
  switch (node.type) {
    case 'ExportAllDeclaration':
      return readExportAll(walk, node);
    case 'ExportNamedDeclaration':
      return readExportNamed(walk, node, place);
    case 'ExportDefaultDeclaration':
      return readExportDefault(walk, node.declaration, place);
    case 'TSExportAssignment':
      return exportModule(walk, walk.expression(node.expression, place.scope));
    default:
      walk.statement(node, place);
  }
}

function readExportAll(walk: Walk, node: TSESTree.ExportAllDeclaration): void {
  if (node.exportKind === 'type') return;
  const module = moduleOf(walk, node.source);
  const name = node.exported ? nameOf(node.exported) : '*';
  if (module !== undefined && name !== undefined) {
    walk.facts.exports.push({ name, value: imported(module, undefined, node) });
  }
}

function readExportNamed(walk: Walk, node: TSESTree.ExportNamedDeclaration, place: Place): void {
  const { exports } = walk.facts;
  if (node.declaration) {
    walk.statement(node.declaration, place);
    if (node.exportKind === 'type') return;
    for (const name of declaredNames(node.declaration)) {
      exports.push({ name: name.name, value: named(name, place.scope) });
    }
    return;
  }
  const module = node.source ? moduleOf(walk, node.source) : undefined;
  for (const specifier of node.specifiers) {
    const name = nameOf(specifier.exported);
    if (name === undefined || node.exportKind === 'type' || specifier.exportKind === 'type') continue;
    if (module !== undefined) {
      exports.push({ name, value: imported(module, nameOf(specifier.local), specifier) });
    } else if (!node.source && specifier.local.type === 'Identifier') {
      exports.push({ name, value: named(specifier.local, place.scope) });
    }
  }
}

function readExportDefault(walk: Walk, node: TSESTree.DefaultExportDeclarations, place: Place): void {
  const value = defaultExport(walk, node, place);
  if (value) walk.facts.exports.push({ name: 'default', value });
}

function defaultExport(
  walk: Walk,
  node: TSESTree.DefaultExportDeclarations,
  place: Place,
): Expression | undefined {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      if (!node.id) {
        return node.type === 'ClassDeclaration'
          ? readClass(walk, node, place)
          : readFunction(walk, node, place.scope);
      }
      walk.statement(node, place);
      return named(node.id, place.scope);
    case 'TSDeclareFunction':
    case 'TSInterfaceDeclaration':
      return undefined;
    default:
      return walk.expression(node, place.scope);
  }
}

/** The names a declaration gives to the module. The name's value is read where it is bound. */
function declaredNames(node: TSESTree.NamedExportDeclarations): TSESTree.Identifier[] {
  switch (node.type) {
    case 'VariableDeclaration':
      return node.declarations.flatMap(declarator => namesIn(declarator.id));
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
    case 'TSImportEqualsDeclaration':
      return node.id ? [node.id] : [];
    default:
      return [];
  }
}

function namesIn(node: Node): TSESTree.Identifier[] {
  switch (node.type) {
    case 'Identifier':
      return [node];
    case 'AssignmentPattern':
      return namesIn(node.left);
    case 'RestElement':
      return namesIn(node.argument);
    case 'ArrayPattern':
      return node.elements.flatMap(item => (item ? namesIn(item) : []));
    case 'ObjectPattern':
      return node.properties.flatMap(property =>
        namesIn(property.type === 'Property' ? property.value : property),
      );
    default:
      return [];
  }
}

function named(node: TSESTree.Identifier, scope: number): Expression {
  return { kind: 'name', name: node.name, scope, span: identifierSpan(node) };
}

/** What `module.exports = …` and `exports.key = …` offer. */
export function exportAssigned(walk: Walk, target: Node, value: Expression): void {
  if (target.type !== 'MemberExpression') return;
  if (isModuleExports(target)) return exportModule(walk, value);
  const { object, property, computed } = target;
  if (!isModuleExports(object) && !(object.type === 'Identifier' && object.name === 'exports')) return;
  const name = computed ? stringOf(property)?.value : nameOf(property);
  if (name !== undefined) walk.facts.exports.push({ name, value });
}

function isModuleExports(node: Node): boolean {
  if (node.type !== 'MemberExpression' || node.computed) return false;
  return (
    node.object.type === 'Identifier' && node.object.name === 'module' && nameOf(node.property) === 'exports'
  );
}

/** A module that is one value: that value, and each of its keys. */
function exportModule(walk: Walk, value: Expression): void {
  const { exports } = walk.facts;
  exports.push({ name: 'default', value });
  if (isWholeModule(value)) exports.push({ name: '*', value });
  if (value.kind !== 'record') return;
  for (const { key, value: part } of value.entries) {
    if (key?.kind === 'string') exports.push({ name: key.value, value: part });
    else if (!key && isWholeModule(part)) exports.push({ name: '*', value: part });
  }
}

/** `require('./m')`, whose every name is passed on. */
function isWholeModule(value: Expression): boolean {
  return value.kind === 'import' && value.name === undefined;
}
