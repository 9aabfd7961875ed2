/** Turns that need authority: grants, decisions, requests, spot checks. */
import type { Gathered } from "../../../src/case/Gathered.ts"
import { live } from "../../../src/case/track/Clocks.ts"
import { loopOf } from "../../../src/policy/Policy.ts"
import { fixed, inDays, otherThan, ownerOf, owners, type Turn } from "./Turn.ts"

const rates: Gathered["rates"] = { USD: { rate: "0.92", of: "2026-11-16" } }

/** Answers as whoever was asked to approve. */
const asked =
  (command: { readonly do: "approve" } | { readonly do: "deny"; readonly reason?: string }): Turn =>
  ({ c }) => {
    const [first] = c.authority.approvals
    return first === undefined ? undefined : { by: first.person, command }
  }

/** Approves a request. */
export const approves = asked({ do: "approve" })
/** Denies a request. */
export const denies = asked({ do: "deny", reason: "no" })

/** Moves a running promise by some days, or by a whole extension. */
const extends_ =
  (by: string | undefined, days?: number): Turn =>
  (s) => {
    const [rule] = [...(loopOf(s.policy, s.c.lifecycle.loop)?.clocks.values() ?? [])].filter(
      ({ name, extend }) => live(s.c.clocks[name]) && (days !== undefined || extend !== undefined)
    )
    if (rule === undefined) return undefined
    const until = days === undefined ? {} : { until: inDays(s, days) }
    return { by: by ?? ownerOf(s), command: { do: "extend", clock: rule.name, reason: "it takes longer", ...until } }
  }

/** Decides by the authority in force, which is that of the other version. */
const underNewLimits: Turn = (s) => {
  const { content, authority } = s.others.version().bundle
  return {
    by: ownerOf(s),
    command: { do: "compensate", amount: 70, reason: "sorry" },
    authority: { content, rule: { ...authority, limits: authority.limits.slice(1) } }
  }
}

const checked =
  (finds: "right" | "wrong"): Turn =>
  (s) => {
    const open = s.c.authority.draws.find(({ finding }) => finding === undefined)
    if (open === undefined) return undefined
    const by = open.person ?? otherThan(s, open.by, open.approvedBy)
    return {
      by,
      command: { do: "spot-check", decision: open.id, finds, ...(finds === "wrong" ? { reason: "twice" } : {}) }
    }
  }

/** Says that a decision was right. */
export const checks = checked("right")

/** Grants money. */
export const compensates = (by: string, amount: number): Turn =>
  fixed(by, { do: "compensate", amount, reason: "sorry" })

/** Grants again, on a case that is linked to this one. */
export const givesAgain =
  (by: string, amount: number): Turn =>
  ({ c }) => {
    const linked = c.relations.links.at(-1)
    return linked === undefined
      ? undefined
      : { by, case: linked, command: { do: "compensate", amount, reason: "sorry again" } }
  }

/** Grants more than the owner may. */
export const overspends = owners({ do: "compensate", amount: 120, reason: "sorry" })
/** Closes the case. */
export const closes = fixed("dora", { do: "close" })
/** Reopens the case. */
export const reopens: Turn = fixed("sam", { do: "reopen", because: "dissatisfied", reason: "they called" })

/** The turns that need authority. */
export const powerTurns: readonly Turn[] = [
  compensates("ann", 90),
  compensates("ann", 40),
  compensates("ben", 40),
  compensates("sue", 150),
  compensates("sam", 300),
  givesAgain("ann", 60),
  givesAgain("sam", 300),
  overspends,
  fixed("dora", { do: "discount", amount: "12%", reason: "sorry" }),
  owners({ do: "discount", amount: "4%", reason: "sorry" }),
  owners({ do: "grant", amount: 2, reason: "a spare" }),
  fixed("quinn", { do: "grant", amount: 1, reason: "a spare" }),
  (s) => ({ by: ownerOf(s), command: { do: "compensate", amount: "20 USD", reason: "sorry" }, rates }),
  fixed("ann", { do: "compensate", amount: "20 USD", reason: "sorry" }),
  underNewLimits,
  approves,
  approves,
  approves,
  denies,
  fixed("dora", { do: "approve" }),
  fixed("sue", { do: "approve" }),
  asked({ do: "deny" }),
  owners({ do: "regrade", to: "routine", reason: "calm" }),
  fixed("sam", { do: "regrade", to: "urgent", reason: "fair" }),
  fixed("sam", { do: "regrade", to: "group", reason: "many" }),
  fixed("dora", { do: "regrade", to: "systemic", reason: "all of them" }),
  extends_("sam"),
  extends_(undefined),
  extends_("sam", 1),
  extends_("sam", 6),
  extends_(undefined, 1),
  checks,
  checked("wrong"),
  closes,
  owners({ do: "close" }),
  reopens,
  fixed("sam", { do: "reopen", because: "recurrence", reason: "it is back" }),
  fixed("carl", { do: "reopen", because: "dissatisfied", reason: "again" })
]
