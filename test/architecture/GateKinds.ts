/** Finds where a file asks which gate kind something is. */
import { type Expression, Node, type SourceFile, SyntaxKind } from "ts-morph"
import { gateKinds } from "../../packages/core/src/policy/GateKind.ts"

const equalities: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken
])

const isKindName = (node: Node | undefined): boolean =>
  node !== undefined &&
  ((Node.isIdentifier(node) && /^kind$|Kind$/.test(node.getText())) ||
    (Node.isPropertyAccessExpression(node) && /^kind$|Kind$/.test(node.getName())))

const isGateKind = (node: Node | undefined): boolean =>
  Node.isStringLiteral(node) && Object.hasOwn(gateKinds, node.getLiteralText())

/** A list or set that is written out, and holds a gate kind. */
const holdsGateKind = (list: Expression): boolean =>
  (Node.isArrayLiteralExpression(list) && list.getElements().some(isGateKind)) ||
  (Node.isNewExpression(list) && list.getArguments().some((each) => Node.isExpression(each) && holdsGateKind(each)))

/** To look at every node of a file takes ten times as long. */
const questions = [SyntaxKind.BinaryExpression, SyntaxKind.CaseClause, SyntaxKind.CallExpression] as const

const asks = (node: Node): boolean => {
  if (Node.isBinaryExpression(node) && equalities.has(node.getOperatorToken().getKind())) {
    const sides = [node.getLeft(), node.getRight()]
    return sides.some(isKindName) && sides.some(isGateKind)
  }
  if (Node.isCaseClause(node)) {
    const asked = node.getParentIfKind(SyntaxKind.CaseBlock)?.getParentIfKind(SyntaxKind.SwitchStatement)
    return isKindName(asked?.getExpression()) && isGateKind(node.getExpression())
  }
  if (!Node.isCallExpression(node) || !node.getArguments().some(isKindName)) return false
  const called = node.getExpression()
  return Node.isPropertyAccessExpression(called) && holdsGateKind(called.getExpression())
}

/** Returns the lines on which a file asks whether something called a kind is this or that gate kind. */
export const asksForGateKind = (file: SourceFile): readonly number[] => {
  const text = file.getFullText()
  // Nearly all files name none: these need no closer look.
  if (!Object.keys(gateKinds).some((kind) => text.includes(`"${kind}"`))) return []
  return questions
    .flatMap((kind): readonly Node[] => file.getDescendantsOfKind(kind))
    .filter(asks)
    .map((node) => node.getStartLineNumber())
    .sort((a, b) => a - b)
}
