/** `import "hearback/vitest"`: matchers for cases and simulations. Each failure says which line of the policy decided. */
import { expect } from "vitest"
import type { Amount, NoWorse } from "./simulation.ts"
import { matchers, type Verb } from "./testing.ts"

/** Typed as vitest types its own. */
interface HearbackMatchers<R> {
  /** How often a deadline is met, at the lower end of its interval: `expect(report.clock("agreed").at("P1")).toBeMetAtLeast(0.95)`. */
  toBeMetAtLeast: (share: Amount) => R
  /** A figure of a report at the lower end of its interval. */
  toBeAtLeast: (amount: Amount) => R
  /** A figure of a report at the upper end of its interval: `"2 days"`, `0.8`. */
  toBeAtMost: (amount: Amount) => R
  /** `expect(await compare(before, after)).toBeNoWorseThan({ clock: "told", by: 0.01 })`. */
  toBeNoWorseThan: (asked: NoWorse) => R
  /** A law of the team, or a scenario: `expect(await checkPolicy("policy.yaml", law)).toHold()`. */
  toHold: () => R
  /** A case that a loop has read: `expect(await loop.get(id)).toBeOwnedBy("agent-7")`. */
  toBeOwnedBy: (owner: string) => R
  /** A `Date`, or as read in the policy's zone: `2026-11-17 17:00`, or the day alone. */
  toHaveDue: (clock: string, due: Date | string) => R
  toHaveMissed: (clock: string) => R
  /** Whoever read the case may give this command now, at this gate where one is named. */
  toAllow: (command: Verb, gate?: string) => R
  /** `"customer-loop"`: that is closed, though improvement may still go on. */
  toBeClosed: (side?: "customer-loop") => R
}

declare module "vitest" {
  // The parameters are those of vitest's own declaration.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends HearbackMatchers<R> {}
}

expect.extend(matchers)
