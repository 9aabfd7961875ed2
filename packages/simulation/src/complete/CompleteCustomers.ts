/** Fills in what customers do. */
import { Instant, type Policy } from "@hearback/core"
import { type Assumption, assumption, percent } from "../model/Assumption.ts"
import type { Cause, Customers } from "../model/Customers.ts"
import type { CausePlan, CustomerPlan } from "../model/Plan.ts"
import { chooser, type Distribution, quantileOf } from "../random/Distribution.ts"
import { rateOf } from "./Time.ts"

const { HOUR } = Instant

const proposalHours = 4
const confirmationHours = 24

const after = (medianHours: number): Distribution => ({
  kind: "lognormal",
  median: medianHours * HOUR,
  p90: 4 * medianHours * HOUR
})

export const completeCustomers = ({
  proposals,
  confirmations,
  patience,
  words,
  otherChannel = 0,
  dissatisfied
}: Customers): { readonly plan: CustomerPlan; readonly assumed: readonly Assumption[] } => {
  const { agree = 0.8, counter = 0.15, refuse = 0.05, silent = 0 } = proposals ?? {}
  const said = { satisfied: 0.6, dissatisfied: 0.1, silent: 0.3, ...confirmations }
  const shares = { agree: percent(agree), counter: percent(counter), refuse: percent(refuse) }
  return {
    assumed: [
      ...(proposals === undefined ? [assumption("proposals", { delay: proposalHours, ...shares })] : []),
      ...(confirmations === undefined
        ? [
            assumption("confirmations", {
              delay: confirmationHours,
              satisfied: percent(said.satisfied),
              dissatisfied: percent(said.dissatisfied),
              silent: percent(said.silent)
            })
          ]
        : []),
      ...(patience === undefined ? [assumption("patience")] : [])
    ],
    plan: {
      proposals: {
        delay: quantileOf(proposals?.delay ?? after(proposalHours)),
        says: chooser({ agree, counter, refuse, silent })
      },
      confirmations: {
        delay: quantileOf(confirmations?.delay ?? after(confirmationHours)),
        says: chooser({ satisfied: said.satisfied, dissatisfied: said.dissatisfied, silent: said.silent })
      },
      patience: patience && {
        lasts: quantileOf(patience.lasts),
        until: patience.until,
        atMost: patience.atMost ?? 3,
        reaction: chooser({ ...patience.reaction })
      },
      words: words && quantileOf(words),
      otherChannel,
      dissatisfied: dissatisfied && { share: dissatisfied.share, after: quantileOf(dissatisfied.after) }
    }
  }
}

export const completeCause = ({ zone }: Policy.Policy, cause: Cause): CausePlan => ({
  name: cause.name,
  every: quantileOf(cause.every),
  rate: rateOf({ perDay: cause.perDay, seasons: cause.seasons }, zone),
  category: cause.category,
  facts: cause.facts ?? {},
  prevented: cause.prevented ?? 1,
  lasts: cause.lasts && quantileOf(cause.lasts)
})
