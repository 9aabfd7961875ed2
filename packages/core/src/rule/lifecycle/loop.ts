/** Which loop of the policy a case goes through. */

import { cancel } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { holds } from "../../policy/Policy.ts"

/** Chooses the loop of the case's kind; exactly one fits, since the compiler has checked it. */
export const chooseLoop = (d: Draft): void => {
  if (d.state.feedback.understanding === undefined || d.state.lifecycle.closedAt !== undefined) return
  const fits = d.policy.bundle.loops.find((loop) => holds(loop.when, Drafts.vector(d)) === "yes")
  if (fits === undefined || fits.name === d.state.lifecycle.loop) return
  Drafts.emit(d, "loop-chosen", { loop: fits.name }, `${fits.path}.when`)
  const loop = Drafts.loop(d)
  // What the old loop promised is not owed any more; what both promise goes on.
  for (const [name, clock] of Object.entries(d.state.clocks)) {
    const gate = clock.timer !== undefined && "gate" in clock.timer ? clock.timer.gate : undefined
    const isGone =
      gate === undefined
        ? clock.timer === undefined && loop?.clocks.get(name)?.path !== clock.rule
        : !loop?.gates.has(gate)
    if (isGone) cancel(d, name, "loop-changed")
  }
}
