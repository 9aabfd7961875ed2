/** Chooses the loop of the policy that a case goes through. */

import { cancel } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { holds } from "../../policy/Policy.ts"

/** Chooses the loop for the case's kind. Exactly one fits, as the compiler has checked. */
export const chooseLoop = (draft: Draft): void => {
  if (draft.state.feedback.understanding === undefined || draft.state.lifecycle.closedAt !== undefined) return
  const fits = draft.policy.bundle.loops.find((loop) => holds(loop.when, Drafts.vector(draft)) === "yes")
  if (fits === undefined || fits.name === draft.state.lifecycle.loop) return
  Drafts.emit(draft, "loop-chosen", { loop: fits.name }, `${fits.path}.when`)
  const loop = Drafts.loop(draft)
  // Clocks of the former loop that the new one lacks end; clocks of both continue.
  for (const [name, clock] of Object.entries(draft.state.clocks)) {
    const gate = clock.timer !== undefined && "gate" in clock.timer ? clock.timer.gate : undefined
    const isGone =
      gate === undefined
        ? clock.timer === undefined && loop?.clocks.get(name)?.path !== clock.rule
        : !loop?.gates.has(gate)
    if (isGone) cancel(draft, name, "loop-changed")
  }
}
