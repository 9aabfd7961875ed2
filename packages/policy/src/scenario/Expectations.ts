/** Reads what a step expects, and checks every name. */
import { defined } from "@hearback/core"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { unknownName } from "../diagnostic/UnknownWords.ts"
import { wordOf } from "../people/Context.ts"
import { entriesOf, isList, isMap, isScalar, itemsOf, type MapEntry, type Node } from "../source/Node.ts"
import { answerOf } from "./Answers.ts"
import { ofCase, one } from "./CaseExpectations.ts"
import type { ScenarioContext } from "./Context.ts"
import { measureOf } from "./Measure.ts"
import { rulesOf } from "./Rule.ts"
import type { Expectation, MessageSaid } from "./Scenario.ts"

/** Words of `expect` that are no cases; no case can have one of these names. */
export const besideCases = ["sent", "nothing-sent", "measures", "answers", "pending", "rejected"]

/** Reads everything that a step expects, in written order. */
export const expectationsOf = (context: ScenarioContext, expect: MapEntry | undefined): readonly Expectation[] => {
  if (expect !== undefined && isIdle(context, expect)) return []
  return entriesOf(expect?.value).flatMap((entry) => {
    const { key, value } = entry
    if (isIdle(context, entry)) return []
    switch (key.text) {
      case "sent":
        return one(entry, { _tag: "Sent", messages: itemsOf(value).flatMap((item) => messagesOf(context, item)) })
      case "nothing-sent":
        return one(entry, {
          _tag: "NothingSent",
          messages: isAny(value) ? [] : itemsOf(value).flatMap((item) => messagesOf(context, item))
        })
      case "measures":
        return entriesOf(value).flatMap((each) =>
          one(each, measureOf(context, each), { word: "measures", name: each.key.text })
        )
      case "answers":
        return entriesOf(value).flatMap((question) =>
          isIdle(context, question)
            ? []
            : entriesOf(question.value).flatMap((each) =>
                one(each, answerOf(context, question.key, each), {
                  word: "answers",
                  name: `${question.key.text}.${each.key.text}`
                })
              )
        )
      case "pending":
        return one(entry, { _tag: "Pending", rules: rulesOf(context, value) })
      case "rejected":
        return one(entry, { _tag: "Rejected", rules: rulesOf(context, value) })
    }
    if (!context.cases.has(key.text)) {
      context.told.push(diagnose("scenario/unknown-case", { name: key.text }, key.span))
      return []
    }
    return entriesOf(value).flatMap((each) => (isIdle(context, each) ? [] : ofCase(context, key.text, each)))
  })
}

/** Keys for which an empty list means that there are none. */
const countedToNone = ["attachments", "approvals", "nothing-sent"]

/** Returns whether an entry expects nothing, so that no result could fail it. This is reported. */
export const isIdle = ({ told }: ScenarioContext, { key, value }: MapEntry): boolean => {
  const isEmpty = (isMap(value) && value.entries.length === 0) || (isList(value) && value.items.length === 0)
  if (!isEmpty || countedToNone.includes(key.text)) return false
  told.push(diagnose("scenario/expects-nothing", { name: key.text }, key.span))
  return true
}

const isAny = (node: Node): boolean =>
  isScalar(node) && (node.value === true || ["yes", "true", "是"].includes(String(node.value)))

/**
 * Reads an expected message: `receipt to c-qin`, `receipt`, or a person or customer alone; `: words` adds what it
 * must contain.
 */
const messagesOf = (context: ScenarioContext, node: Node): readonly MessageSaid[] => {
  const said = isMap(node)
    ? node.entries.map(({ key, value }) => ({ written: key.text, at: key, says: wordOf(value)?.trim() }))
    : [{ written: wordOf(node) ?? "", at: node, says: undefined }]
  return said.flatMap(({ written, at, says }) => {
    const message = messageOf(context, written, at)
    return message === undefined ? [] : [defined({ ...message, says })]
  })
}

const messageOf = (context: ScenarioContext, written: string, node: Pick<Node, "span">): MessageSaid | undefined => {
  const text = written.trim()
  const [first = "", to] = text.split(/\s+(?:to|给)\s+/)
  const recipients = [...context.people, ...context.customers]
  if (to === undefined && recipients.includes(first)) return { to: first }
  if (!context.messages.includes(first)) {
    context.told.push(unknownName("message", first, context.messages, node.span))
    return undefined
  }
  if (to !== undefined && to !== "anonymous" && !recipients.includes(to)) {
    context.told.push(unknownName("person", to, recipients, node.span))
    return undefined
  }
  return defined({ message: first, to })
}
