import type { Policy } from "../../policy/Policy.ts"
import { load } from "../../policy/Policy.ts"
import type { CommandHistory, DeciderLaw } from "../History.ts"
import { difference, first, run } from "../History.ts"

const read = (policy: Policy): Policy => load(JSON.parse(JSON.stringify(policy.bundle)))

const reloaded = ({ policy, sent, ...rest }: CommandHistory): CommandHistory => ({
  ...rest,
  policy: read(policy),
  sent: sent.map((one) => (one.under === undefined ? one : { ...one, under: read(one.under) }))
})

/** Law: a bundle that was written as JSON and read again decides like the compiled one. */
export const bundleRoundTrip: DeciderLaw = {
  name: "bundle-round-trip",
  violation: (decider, history) => {
    const again = run(decider, reloaded(history))
    return first(run(decider, history).events, ([id, events]) => {
      const found = difference(events, again.events.get(id) ?? [])
      return found === undefined ? undefined : `${id}: ${found}`
    })
  }
}
