/** The sentence of each refusal. */
import type { Refusals } from "../../shape/Reason.ts"
import { ofAuthority } from "./Authority.ts"
import { ofCase } from "./Case.ts"
import { ofClock } from "./Clock.ts"
import { ofEvidence } from "./Evidence.ts"
import { ofGate } from "./Gate.ts"
import { ofGoverning } from "./Governing.ts"
import { ofOwnership } from "./Ownership.ts"

export const refusals: Refusals = {
  ...ofCase,
  ...ofGate,
  ...ofEvidence,
  ...ofOwnership,
  ...ofAuthority,
  ...ofClock,
  ...ofGoverning
}
