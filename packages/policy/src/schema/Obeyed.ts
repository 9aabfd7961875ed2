/**
 * What the language has and this version does not obey yet: read, checked, and told to the owner, so that nobody
 * relies on it. One row for each; take the row out when the behaviour is there.
 */
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { type Said, said } from "../diagnostic/Said.ts"
import { type Entry, entriesOf, isRemoved, itemsOf, type Node, textOf } from "../source/Node.ts"
import { written } from "../source/SourceFile.ts"

interface NotYet {
  /** Keys on the way; `*` is any name. */
  readonly path: string
  /** Only where the value is this word. */
  readonly is?: string
  readonly note: Said
}

/** Everything that is read and not obeyed, in the order of the language reference. */
export const notYet: ReadonlyArray<NotYet> = [
  {
    path: "learning",
    note: said("it is checked and kept with the policy, nothing is due by itself", "只检查并随策略保存，不会自动安排")
  }
]

/** Returns a warning for each key of a policy that this version does not obey. */
export function notYetObeyed(tree: Node): ReadonlyArray<Diagnostic> {
  return notYet.flatMap(({ path, is, note }) =>
    reached(tree, path.split("."))
      .filter(
        ({ value }) => !isRemoved(value) && (is === undefined || itemsOf(value).some((each) => textOf(each) === is))
      )
      .map(({ key }) => diagnose("language/not-yet", { what: written(key.span), note }, key.span))
  )
}

/** The entries that a path leads to, by every name where it says `*`. */
function reached(node: Node, [step = "", ...rest]: ReadonlyArray<string>): ReadonlyArray<Entry> {
  const entries = entriesOf(node).filter(({ key }) => step === "*" || key.text === step)
  return rest.length === 0 ? entries : entries.flatMap(({ value }) => reached(value, rest))
}
