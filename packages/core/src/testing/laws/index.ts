import type { DeciderLaw } from "../History.ts"
import { allowedIsAccepted } from "./AllowedIsAccepted.ts"
import { bundleRoundTrip } from "./BundleRoundTrip.ts"
import { deadlinesAreExplained } from "./DeadlinesAreExplained.ts"
import { demandsAreKept } from "./DemandsAreKept.ts"
import { dueIsComplete } from "./DueIsComplete.ts"
import { endedMeansEnded } from "./EndedMeansEnded.ts"
import { escalationEnds } from "./EscalationEnds.ts"
import { evolveTotal } from "./EvolveTotal.ts"
import { lateFacts } from "./LateFacts.ts"
import { namedMay } from "./NamedMay.ts"
import { neverOrphaned } from "./NeverOrphaned.ts"
import { noClosePastAGate } from "./NoClosePastAGate.ts"
import { noticesAreOwed } from "./NoticesAreOwed.ts"
import { replay } from "./Replay.ts"
import { saidWhy } from "./SaidWhy.ts"
import { ticksAreHarmless } from "./TicksAreHarmless.ts"
import { withinAuthority } from "./WithinAuthority.ts"
import { wokenInTime } from "./WokenInTime.ts"

/** The laws of the decider, each a value with which any implementation can be checked. */
export const laws: readonly DeciderLaw[] = [
  neverOrphaned,
  noClosePastAGate,
  replay,
  ticksAreHarmless,
  evolveTotal,
  deadlinesAreExplained,
  withinAuthority,
  escalationEnds,
  saidWhy,
  dueIsComplete,
  bundleRoundTrip,
  lateFacts,
  allowedIsAccepted,
  endedMeansEnded,
  demandsAreKept,
  wokenInTime,
  noticesAreOwed,
  namedMay
]
