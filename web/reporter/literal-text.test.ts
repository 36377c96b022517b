import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { catalogOf } from '../shared/messages/reporter/catalog.ts';

/** Attributes that are read out or shown. */
const READ_OUT =
  /^(alt|title|placeholder|label|aria-label|aria-description|aria-roledescription|aria-valuetext)$/;

const LETTER = /\p{L}/u;

/** Names of texts may stand where others have the text itself. */
const IDS: ReadonlySet<string> = new Set(Object.keys(catalogOf('en')));

/** Text of a component that no catalog holds, each with its line. */
function literalTexts(name: string, source: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const note = (node: ts.Node, text: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    if (LETTER.test(text) && !IDS.has(text)) found.push(`${name}:${line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) noteLiterals(node.expression, note);
    if (ts.isJsxAttribute(node) && READ_OUT.test(node.name.getText())) {
      const { initializer } = node;
      if (initializer && ts.isStringLiteral(initializer)) note(node, initializer.text);
      if (initializer && ts.isJsxExpression(initializer)) noteLiterals(initializer.expression, note);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Literals that an expression may come out as: `x ? 'Yes' : 'No'`, `x || 'None'`, a template. */
function noteLiterals(node: ts.Expression | undefined, note: (node: ts.Node, text: string) => void): void {
  if (!node) return;
  if (ts.isStringLiteralLike(node)) note(node, node.text);
  if (ts.isTemplateExpression(node))
    note(
      node,
      [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(''),
    );
  if (ts.isParenthesizedExpression(node)) noteLiterals(node.expression, note);
  if (ts.isConditionalExpression(node)) {
    noteLiterals(node.whenTrue, note);
    noteLiterals(node.whenFalse, note);
  }
  if (ts.isBinaryExpression(node)) noteLiterals(node.right, note);
}

describe('the components of the portal', () => {
  it('have no text of their own: every word comes from a catalog', async () => {
    const names = (await readdir(import.meta.dirname, { recursive: true })).filter((name) =>
      name.endsWith('.tsx'),
    );

    const found = await Promise.all(
      names.map(async (name) => literalTexts(name, await readFile(join(import.meta.dirname, name), 'utf8'))),
    );

    expect(names.length).toBeGreaterThan(40);
    expect(found.flat()).toEqual([]);
  });

  it.each([
    ['a text', '<p>Hello</p>'],
    ['a choice of texts', "<p>{late ? 'Late' : say('x')}</p>"],
    ['a template', '<p>{`Hello`}</p>'],
    ['a label', '<button aria-label="Close" />'],
  ])('would be found out with %s', (_, source) => {
    expect(literalTexts('x.tsx', source)).toHaveLength(1);
  });
});
