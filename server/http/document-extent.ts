import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How much a document asks for; the largest of its operations in each respect. */
export interface DocumentExtent {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  /** Counted as written, not per spread: the executor merges them. */
  readonly duplicates: number;
  /** Counted as written. */
  readonly directives: number;
  readonly queryRootFields: number;
  /** Root fields of a mutation or subscription. */
  readonly otherRootFields: number;
}

interface SelectionExtent {
  /** Fields on this level. */
  width: number;
  depth: number;
  fields: number;
  aliases: number;
}

const NOTHING: SelectionExtent = { width: 0, depth: 0, fields: 0, aliases: 0 };

/**
 * Measures a document before it is validated. Takes time in the length of the document only: each fragment is
 * measured once, however often it is spread, so a pyramid of fragments costs nothing to refuse.
 */
export function documentExtent(document: DocumentNode): DocumentExtent {
  const measure = new Measure(document);
  const extent = { depth: 0, fields: 0, aliases: 0, queryRootFields: 0, otherRootFields: 0 };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) measure.fragment(definition.name.value);
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    measure.countDirectives(definition.directives);
    for (const variable of definition.variableDefinitions ?? []) measure.countDirectives(variable.directives);
    const { width, depth, fields, aliases } = measure.selections(definition.selectionSet);
    extent.depth = Math.max(extent.depth, depth);
    extent.fields = Math.max(extent.fields, fields);
    extent.aliases = Math.max(extent.aliases, aliases);
    const roots = definition.operation === OperationTypeNode.QUERY ? 'queryRootFields' : 'otherRootFields';
    extent[roots] = Math.max(extent[roots], width);
  }
  return { ...extent, duplicates: measure.duplicates, directives: measure.directives };
}

class Measure {
  duplicates = 0;
  directives = 0;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, SelectionExtent>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  countDirectives(directives: readonly DirectiveNode[] | undefined): void {
    this.directives += directives?.length ?? 0;
  }

  selections(set: SelectionSetNode): SelectionExtent {
    const total = { ...NOTHING };
    const names = new Set<string>();
    for (const selection of set.selections) {
      this.countDirectives(selection.directives);
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        if (names.has(name)) this.duplicates += 1;
        names.add(name);
      }
      const part = this.selection(selection);
      total.width += part.width;
      total.fields += part.fields;
      total.aliases += part.aliases;
      total.depth = Math.max(total.depth, part.depth);
    }
    return total;
  }

  /** A fragment that spreads itself measures as nothing there; a rule of the specification refuses it later. */
  fragment(name: string): SelectionExtent {
    const known = this.measured.get(name);
    if (known) return known;
    const definition = this.fragments.get(name);
    if (!definition) return NOTHING;
    this.measured.set(name, NOTHING);
    this.countDirectives(definition.directives);
    const extent = this.selections(definition.selectionSet);
    this.measured.set(name, extent);
    return extent;
  }

  private selection(selection: SelectionNode): SelectionExtent {
    switch (selection.kind) {
      case Kind.FRAGMENT_SPREAD:
        return this.fragment(selection.name.value);
      case Kind.INLINE_FRAGMENT:
        return this.selections(selection.selectionSet);
      case Kind.FIELD: {
        const inner = selection.selectionSet ? this.selections(selection.selectionSet) : NOTHING;
        return {
          width: 1,
          depth: inner.depth + 1,
          fields: inner.fields + 1,
          aliases: inner.aliases + (selection.alias ? 1 : 0),
        };
      }
    }
  }
}
