import type { Node } from 'web-tree-sitter';

/** Types of one of several others. */
const unions = /^(?:\w+\.)*(?:Optional|Union)$/;
/** A type and what else is to be known of it. */
const annotated = /^(?:\w+\.)*Annotated$/;
/** What classes are called, a text that names one included: most annotations name types of Python's own. */
const className = /^(?:(?:\w+\.)*_*[A-Z]\w*|"_*[A-Z]\w*"|'_*[A-Z]\w*')$/;

/** The classes of which an annotation says that something is one: `Net`, `Optional[Net]`, `Small | "Large"`. */
export function annotatedClasses(type: Node): readonly Node[] {
  return namedBy(type).filter(one => className.test(one.text));
}

/** The one type that an annotation names: `Config`, `Optional[Config]`, `Annotated[Config, …]`, `Config | None`. */
export function classNamedBy(annotation: Node | null | undefined): Node | undefined {
  const [only, ...others] = annotation ? namedBy(annotation) : [];
  return others.length === 0 && only?.type !== 'string' ? only : undefined;
}

/** The types that may be meant, each by its name or by a text that holds it. */
function namedBy(type: Node): readonly Node[] {
  const [first, ...others] = type.namedChildren;
  switch (type.type) {
    case 'type':
    case 'binary_operator':
    case 'type_parameter':
      return type.namedChildren.flatMap(namedBy);
    case 'identifier':
    case 'attribute':
    case 'string':
      return [type];
    case 'generic_type':
    case 'subscript': {
      if (first && unions.test(first.text)) return others.flatMap(namedBy);
      if (!first || !annotated.test(first.text)) return [];
      const [meant] = others[0]?.type === 'type_parameter' ? others[0].namedChildren : others;
      return meant ? namedBy(meant) : [];
    }
    default:
      return [];
  }
}
