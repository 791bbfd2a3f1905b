import type { Node } from 'web-tree-sitter';

/** Types of one of several others. */
const unions = /^(?:\w+\.)*(?:Optional|Union)$/;
/** What classes are called, a text that names one included: most annotations name types of Python's own. */
const className = /^(?:(?:\w+\.)*_*[A-Z]\w*|"_*[A-Z]\w*"|'_*[A-Z]\w*')$/;

/** The classes of which an annotation says that something is one: `Net`, `Optional[Net]`, `Small | "Large"`. */
export function annotatedClasses(type: Node): readonly Node[] {
  const [first, ...others] = type.namedChildren;
  switch (type.type) {
    case 'type':
    case 'binary_operator':
    case 'type_parameter':
      return type.namedChildren.flatMap(annotatedClasses);
    case 'identifier':
    case 'attribute':
    case 'string':
      return className.test(type.text) ? [type] : [];
    case 'generic_type':
    case 'subscript':
      return first && unions.test(first.text) ? others.flatMap(annotatedClasses) : [];
    default:
      return [];
  }
}
