/** Completes the acts of customers with defaults. */
import { gateFacts, Instant, type Policy } from "@hearback/core"
import { type Assumption, assumption } from "../model/Assumption.ts"
import type { CustomerModel, FaultCause, Patience } from "../model/Customers.ts"
import type { CausePlan, CustomerPlan } from "../model/Plan.ts"
import { chooser, type Distribution, quantileOf } from "../random/Distribution.ts"
import { listed, percent } from "../text/TranslatedText.ts"
import { channelNamed } from "./Names.ts"
import { pollsOf } from "./Polls.ts"
import { rateOf } from "./Time.ts"

const { HOUR } = Instant

const proposalHours = 4
const confirmationHours = 24

const after = (medianHours: number): Distribution => ({
  kind: "lognormal",
  median: medianHours * HOUR,
  p90: 4 * medianHours * HOUR
})

/** The usual answers of customers, if they are not given. */
const usually = {
  proposal: { agree: 0.8, counter: 0.15, refuse: 0.05, silent: 0 },
  result: { satisfied: 0.6, dissatisfied: 0.1, silent: 0.3 }
} as const

type Answers<K extends string> = Readonly<Record<K, number>>
type Said<K extends string> = { readonly [Answer in K]?: number }

/**
 * Completes shares: those that are not given divide what the others leave, in the usual proportions. If no other
 * answer is left, the rest is silence.
 */
const answersTo = <K extends string>(usual: Answers<K>, given: Said<NoInfer<K>> = {}): Answers<K> => {
  const names = Object.keys(usual) as K[]
  const total = (of: (name: K) => number | undefined): number => names.reduce((sum, name) => sum + (of(name) ?? 0), 0)
  const rest = Math.max(0, 1 - total((name) => given[name]))
  const unsaid = total((name) => (given[name] === undefined ? usual[name] : 0))
  const left = (name: K): number => (unsaid > 0 ? (rest * usual[name]) / unsaid : name === "silent" ? rest : 0)
  return Object.fromEntries(names.map((name) => [name, given[name] ?? left(name)])) as Answers<K>
}

/** Returns whether no share is assumed, because all are given or the given ones add up to 1. */
const isSaid = <K extends string>(usual: Answers<K>, given: Said<NoInfer<K>> = {}): boolean => {
  const said = (Object.keys(usual) as K[]).flatMap((name) => given[name] ?? [])
  return said.length === Object.keys(usual).length || said.reduce((sum, share) => sum + share, 0) >= 1
}

const inPercent = <K extends string>(shares: Answers<K>) =>
  Object.fromEntries(Object.entries<number>(shares).map(([name, share]) => [name, percent(share)]))

const ofProposals = (
  given: CustomerModel["proposals"],
  shares: Answers<keyof typeof usually.proposal>
): readonly Assumption[] => [
  ...(given?.delay === undefined ? [assumption("proposal-delay", { delay: proposalHours })] : []),
  ...(isSaid(usually.proposal, given) ? [] : [assumption("proposal-answers", inPercent(shares))])
]

const ofResults = (
  given: CustomerModel["confirmations"],
  shares: Answers<keyof typeof usually.result>
): readonly Assumption[] => [
  ...(given?.delay === undefined ? [assumption("confirmation-delay", { delay: confirmationHours })] : []),
  ...(isSaid(usually.result, given) ? [] : [assumption("confirmation-answers", inPercent(shares))])
]

const nothing = "waits"

/** Adds the share of customers who do nothing and go on waiting. */
const reactionOf = (reaction: Patience["reaction"]): ((share: number) => string | undefined) => {
  const sum = Object.values(reaction).reduce((total, share) => total + share, 0)
  const choose = chooser({ ...reaction, [nothing]: Math.max(0, 1 - sum) })
  return (share) => {
    const found = choose(share)
    return found === nothing ? undefined : found
  }
}

/** Returns the plan of customers, with the assumptions that were made. */
export const completeCustomers = (
  policy: Policy.Policy,
  { proposals, confirmations, patience, words, otherChannel = 0, dissatisfied }: CustomerModel
): { readonly plan: CustomerPlan; readonly assumed: readonly Assumption[] } => {
  const asks = (answer: "agree" | "satisfied"): boolean =>
    policy.bundle.loops.some(({ gates }) => gates.some(({ kind }) => gateFacts[kind].replies?.has(answer) === true))
  const polls = pollsOf(policy).map(({ channel }) => channelNamed(policy, channel))
  const [onProposal, onResult] = [answersTo(usually.proposal, proposals), answersTo(usually.result, confirmations)]
  return {
    assumed: [
      ...(asks("agree") ? ofProposals(proposals, onProposal) : []),
      ...(asks("satisfied") || polls.length > 0 ? ofResults(confirmations, onResult) : []),
      ...(polls.length > 0 ? [assumption("surveys", { names: listed(polls) })] : []),
      ...(patience === undefined ? [assumption("patience")] : []),
      ...(words === undefined && dissatisfied === undefined ? [assumption("no-more-words")] : [])
    ],
    plan: {
      proposals: {
        delay: quantileOf(proposals?.delay ?? after(proposalHours)),
        says: chooser(onProposal)
      },
      confirmations: {
        delay: quantileOf(confirmations?.delay ?? after(confirmationHours)),
        says: chooser(onResult)
      },
      patience: patience && {
        lasts: quantileOf(patience.lasts),
        until: patience.until,
        atMost: patience.atMost ?? 3,
        reaction: reactionOf(patience.reaction)
      },
      words: words && quantileOf(words),
      otherChannel,
      dissatisfied: dissatisfied && { share: dissatisfied.share, after: quantileOf(dissatisfied.after) }
    }
  }
}

/** Returns the plan of a fault. */
export const completeCause = ({ zone }: Policy.Policy, cause: FaultCause): CausePlan => ({
  name: cause.name,
  every: quantileOf(cause.every),
  rate: rateOf({ perDay: cause.perDay, seasons: cause.seasons }, zone),
  category: cause.category,
  facts: cause.facts ?? {},
  prevented: cause.prevented ?? 1,
  lasts: cause.lasts && quantileOf(cause.lasts)
})
