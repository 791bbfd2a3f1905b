import type { Node } from 'web-tree-sitter';

/** The one class that an annotation names: `Config`, `Optional[Config]`, `Annotated[Config, …]`, `Config | None`. */
export function classNamedBy(annotation: Node | null | undefined): Node | undefined {
  const node = annotation?.type === 'type' ? annotation.namedChildren[0] : annotation;
  switch (node?.type) {
    case 'identifier':
    case 'attribute':
      return node;
    case 'binary_operator':
      return onlyOne(node.namedChildren);
    case 'generic_type':
      return insideOf(node.firstNamedChild, node.lastNamedChild?.namedChildren ?? []);
    case 'subscript':
      return insideOf(node.childForFieldName('value'), node.childrenForFieldName('subscript'));
    default:
      return undefined;
  }
}

function insideOf(generic: Node | null, parts: readonly (Node | null)[]): Node | undefined {
  const [name] = /\w+$/.exec(generic?.text ?? '') ?? [];
  if (name === 'Annotated') return classNamedBy(parts[0]);
  return name === 'Optional' || name === 'Union' ? onlyOne(parts) : undefined;
}

/** Of several classes nobody knows which it is. */
function onlyOne(parts: readonly (Node | null)[]): Node | undefined {
  const [only, ...others] = parts.filter(part => part?.text !== 'None');
  return others.length === 0 ? classNamedBy(only) : undefined;
}
