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

const asks = said("no customer is asked by itself", "不会主动询问客户")
const counted = said("contacts are counted by it, cases are not joined", "只用于计数，不会并案")
const gates = "loops.*.customer-loop.* loops.*.system-loop.* gate-defaults".split(" ")

/** Everything that is read and not obeyed, in the order of the language reference. */
export const notYet: ReadonlyArray<NotYet> = [
  { path: "channels.*.mode", is: "active", note: asks },
  { path: "channels.*.ask-after", note: asks },
  { path: "channels.*.frequency", note: asks },
  { path: "channels.*.rest", note: asks },
  { path: "channels.*.consent", note: asks },
  { path: "customers.consent", note: said("consents are recorded, nothing depends on them", "只记录同意，不据此处理") },
  { path: "intake.same-case", note: counted },
  { path: "intake.split", note: said("a split case starts at receipt", "拆分出的案件自受理起算") },
  { path: "dictionary.override-lasts", note: said("it lasts until the case is closed", "一律保持到结案") },
  { path: "assume", note: said("analysis counts on it, production does not watch it", "仅用于分析，运行时不监视") },
  { path: "events", note: said("events of the host are not listened to", "不接收宿主系统的事件") },
  { path: "alarms", note: said("alarms are not raised", "不会触发警报") },
  { path: "endings.forwarded", note: said("cases are not forwarded", "不能转交") },
  { path: "endings.merged", note: said("cases are not merged", "不能合并") },
  { path: "authority.spot-check", note: said("no decision is drawn", "不会抽查") },
  { path: "sending.quiet", note: said("messages leave at once", "消息即时发出") },
  { path: "sending.quiet-except", note: said("messages leave at once", "消息即时发出") },
  { path: "sending.digest", note: said("every notice leaves alone", "通知不合并") },
  { path: "sending.opt-out", note: said("nobody is asked, so nobody opts out", "不主动询问，无从退订") },
  { path: "learning", note: said("measures can be asked for, nothing is due by itself", "指标可查，不会自动安排") },
  { path: "retention", note: said("records are kept until somebody erases them", "档案保存至人工删除") },
  ...gates.flatMap((gate) => [
    { path: `${gate}.or-explain.sign-off`, note: said("one person explains, nobody signs", "一人说明即可，无需会签") },
    { path: `${gate}.or-explain.tell`, note: said("the customer is not told of it", "不会告知客户") }
  ])
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
