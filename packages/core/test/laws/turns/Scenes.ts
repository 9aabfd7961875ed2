/** Sequences of turns that belong together. Each turn is given whether or not the one before was accepted. */
import { causeOfAnother, easesAnother, endsAnother, merges, mergesIntoClosed, systemic } from "./Feedback.ts"
import {
  counters,
  decides,
  dissatisfied,
  done,
  excuses,
  fails,
  investigates,
  onward,
  prevents,
  proposes,
  putsOff,
  refuses,
  satisfied,
  surveyed,
  verifies
} from "./Gates.ts"
import {
  passesTwice,
  poorActions,
  poorCauses,
  poorDecisions,
  poorExcuses,
  poorProofs,
  poorProposals,
  poorResults,
  wrongDates,
  wrongPowers
} from "./Mistakes.ts"
import { accepts, arbitrates, declines, offers, takesUp } from "./Owners.ts"
import { approves, checks, closes, compensates, denies, givesAgain, overspends, reopens } from "./Powers.ts"
import { bounces, movesCalendar, movesPolicy, withdraws } from "./Times.ts"
import { fixed, ownerOf, owners, type Turn } from "./Turn.ts"

const onwards = (turns: number): readonly Turn[] => Array.from({ length: turns }, () => onward)
const times = (n: number, ...turns: readonly Turn[]): readonly Turn[] => Array.from({ length: n }, () => turns).flat()
const pauses = owners({ do: "pause", reason: "waiting-on-customer" })
const resumes = owners({ do: "resume" })
const days = (n: number): number => n * 86_400_000
const pausesLate: Turn = (s) => ({
  by: ownerOf(s),
  command: { do: "pause", reason: "waiting-on-customer" },
  said: s.at - days(4)
})
const writesLate: Turn = (s) => ({ by: ownerOf(s), command: { do: "write", text: "soon" }, said: s.at - days(4) })
const forwards = fixed("sam", { do: "forward", reason: "their line", fields: { batch: "7" } })
const turnsAway = fixed("sam", { do: "turn-away", reason: "not our line", fields: { batch: "7" } })
const discounts = owners({ do: "discount", amount: "2%", reason: "sorry" })
const grants = owners({ do: "grant", amount: 1, reason: "a spare" })
const splits = owners({ do: "split", text: "the invoice as well" })
const early = owners({ do: "pass", gate: "told", result: "done" })
const delivered = fixed("system:host", { do: "event", name: "delivered" })
const isIdea = fixed("sam", { do: "reclassify", kind: "suggestion", reason: "an idea" })
const extends_ = fixed("sam", { do: "extend", clock: "told", reason: "it takes longer" })

/** The scenes. */
export const scenes: readonly (readonly Turn[])[] = [
  onwards(4),
  onwards(8),
  [...onwards(9), satisfied, done, onward, closes],
  // Handed over until somebody has to decide.
  [...times(3, offers, accepts), offers, arbitrates],
  [offers, declines, offers, offers],
  [takesUp("sam"), takesUp("ben"), takesUp("ann")],
  // Told before anything was put right.
  [early, onward, early],
  // Rounds of proposal and reply.
  [onward, proposes, counters, proposes, refuses, proposes, decides],
  // A cause that is found, prevented, and comes back.
  [onward, systemic, investigates, prevents, done, causeOfAnother, fails],
  [onward, systemic, investigates, prevents, done, verifies, causeOfAnother],
  // Closed and reopened repeatedly.
  [...onwards(9), ...times(3, dissatisfied, ...onwards(4), reopens)],
  [...onwards(9), closes, dissatisfied, dissatisfied, dissatisfied, closes],
  [overspends, approves, overspends, denies, compensates("sam", 200), approves, approves],
  [...onwards(9), owners({ do: "close" }), approves, closes],
  [splits, compensates("ann", 60), givesAgain("ann", 60), compensates("sam", 300), givesAgain("sam", 300), approves],
  [discounts, grants, discounts, grants, approves, approves, checks, checks],
  [causeOfAnother, compensates("ben", 60), givesAgain("ben", 60), givesAgain("ben", 90)],
  // Too late, and known too late.
  [onward, pausesLate, resumes, pausesLate, writesLate, pausesLate],
  [withdraws, dissatisfied, reopens, dissatisfied],
  [withdraws, owners({ do: "reply", says: "dissatisfied" }), owners({ do: "reply", says: "dissatisfied", text: "no" })],
  [offers, withdraws],
  [onward, offers, withdraws, accepts],
  [onward, forwards, dissatisfied, reopens],
  [onward, turnsAway, dissatisfied, reopens],
  [pauses, pauses, resumes, pauses, resumes, pauses],
  [extends_, extends_, extends_],
  [movesPolicy, onward, movesPolicy, movesCalendar, movesCalendar],
  [...onwards(5), bounces, ...onwards(3), bounces],
  [merges, merges],
  [splits, endsAnother, mergesIntoClosed],
  [easesAnother, merges, onward, merges],
  // Mistakes, each where it can be made.
  [...poorProposals, onward, ...poorExcuses, proposes, ...poorProposals, ...onwards(2), ...poorActions],
  [...wrongDates, onward, extends_, passesTwice, ...wrongDates],
  [...onwards(3), ...poorResults, ...onwards(4), ...poorResults],
  [onward, systemic, ...poorCauses, investigates, ...poorActions, prevents, ...poorActions, done, ...poorProofs],
  [onward, systemic, investigates, prevents, done, ...poorProofs, fails],
  [isIdea, ...poorDecisions, onward, ...poorResults],
  [isIdea, onward, ...poorDecisions],
  [isIdea, putsOff, onward],
  [overspends, ...wrongPowers, compensates("ann", 20), ...wrongPowers, approves],
  // Closed too long to reopen.
  [...onwards(9), closes, reopens, reopens, reopens],
  // A survey of several questions, answered partly, wrongly and completely.
  [...onwards(5), ...surveyed, satisfied, ...onwards(3), ...surveyed.toReversed(), satisfied],
  // Everything else that a gate may ask for.
  [...onwards(4), ...excuses, onward, ...excuses],
  [onward, systemic, investigates, ...excuses]
]

/** Within an hour: two machines that answer each other, and a person who looks at the parked messages. */
export const hasty: readonly (readonly Turn[])[] = [
  [...onwards(9), ...times(7, dissatisfied, ...onwards(4)), reopens, closes],
  [...onwards(9), ...times(7, delivered, ...onwards(4)), closes],
  [...onwards(9), closes, ...times(8, dissatisfied), closes]
]
