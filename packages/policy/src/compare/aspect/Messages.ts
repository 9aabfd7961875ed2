/** Compares the messages to customers and staff, and when they are sent. */
import type { Bundle, MessageRule } from "../../bundle/Bundle.ts"
import { byKey, fewer, readers } from "../value/ChangeWeight.ts"
import { shiftText } from "../value/Hours.ts"
import { type ComparisonFindings, compareValues, tell } from "../value/Values.ts"

/** Compares the messages of two policies. */
export const compareMessages = (found: ComparisonFindings): void => {
  const [before, after] = found.joint.bundles
  for (const name of new Set([...Object.keys(before.messages), ...Object.keys(after.messages)])) {
    const [one, two] = [before.messages[name], after.messages[name]]
    const at = `messages.${name}`
    const about = { aspect: "message", of: name, at: [at, at], weigh: byKey({ "must-say": fewer }) } as const
    if (one === undefined || two === undefined)
      tell(found, about, "text", one?.text, two?.text, { rules: [one && at, two && at] })
    else compareValues(found, about, withTexts(one), withTexts(two))
  }
  const about = { aspect: "message", of: "", at: ["sending", "sending"], weigh: byKey({ redact: readers }) } as const
  compareValues(found, about, sendingOf(before), sendingOf(after))
}

/** Returns a message with all its texts under one key. */
const withTexts = ({ variants, text, ...rest }: MessageRule): object => ({ ...rest, text: variants ?? text })

const sendingOf = ({ sending }: Bundle): object | undefined =>
  sending && {
    ...sending,
    quiet: sending.quiet.map(shiftText),
    ...(sending.quietQuestions && { quietQuestions: sending.quietQuestions.map(shiftText) })
  }
