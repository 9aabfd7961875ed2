import { loop } from "../draft/Draft.ts"
import { use } from "../rule/approval/requests.ts"
import { againstClock, running } from "../rule/clock/extension.ts"
import { describe, may, must, own } from "./Description.ts"
import { personFor } from "./Rights.ts"

/**
 * The command that moves a deadline before it is due; the customer is told. The owner may always set an earlier date.
 */
export const extend = describe({
  verb: "extend",
  key: "延期",
  acts: "decided",
  until: "closed",
  arguments: {
    clock: must("text"),
    until: may("text", "至"),
    reason: must("text", "理由")
  },
  example: { do: "extend", clock: "told", until: "2026-11-27", reason: "waiting for a part" },
  who: personFor("extend"),
  now: againstClock,
  targets: running,
  offered: (x, { clock = "" }) => loop(x)?.clocks.get(clock)?.extend !== undefined,
  reduces: own,
  run: use
})
