/**
 * Turns recorded cases into arrivals of a simulation. Each arrives at its recorded instant, with its facts and the
 * later events that customers or other systems caused.
 */
import { defined, type Happened, type Policy } from "@hearback/core"
import type { Traced } from "@hearback/simulation"
import { ownFacts } from "../record/OwnFacts.ts"
import { type Facts, type RecordedCase, wordless } from "../record/RecordedCase.ts"

/**
 * Returns the recorded arrivals in order of time, so that a simulation can repeat them. Actions of the staff are left
 * out, because the simulation simulates them.
 */
export const traceOf = (cases: readonly RecordedCase[], policy: Policy.Policy): readonly Traced[] => {
  const { bundle } = policy
  const own = ownFacts(policy)
  const categories = new Set(bundle.dictionary.categories.map(({ name }) => name))
  return [...cases]
    .sort((a, b) => a.receivedAt - b.receivedAt)
    .map(({ receivedAt, said, facts, moments }): Traced => {
      const { channel, category, kind, score, contacts } = said
      return defined({
        at: receivedAt,
        text: said.verbatim ?? wordless,
        channel: channel !== undefined && Object.hasOwn(bundle.channels, channel) ? channel : undefined,
        category: category !== undefined && categories.has(category) ? category : undefined,
        kind,
        score,
        contacts,
        facts: own(facts),
        later: moments.flatMap(({ at, what }) => {
          const from = fromOutside(what, own)
          return from === undefined ? [] : [{ after: at - receivedAt, what: from }]
        })
      })
    })
}

const fromOutside = (what: Happened.Happened, own: (facts: Facts) => Facts): Happened.Happened | undefined => {
  switch (what._tag) {
    case "FactsRecorded":
      return { ...what, facts: own(what.facts) }
    case "CustomerWrote":
    case "EventHappened":
      return what
    default:
      return undefined
  }
}
