/** Moves a deadline, before it is due; the customer is told. The owner may set an earlier date without more. */

import { loop } from "../draft/Draft.ts"
import { use } from "../rule/approval/handle.ts"
import { againstClock, running } from "../rule/clock/extend.ts"
import { describe, may, must, own } from "./Description.ts"
import { personFor } from "./Rights.ts"

export const extend = describe({
  verb: "extend",
  name: { en: "extend", "zh-CN": "延期" },
  says: {
    en: "Moves a deadline, before it is due; the customer is told. The owner may set an earlier date without more.",
    "zh-CN": "到期前延期，并告知客户。首问人可自行改为更早的日期。"
  },
  acts: "decided",
  until: "closed",
  arguments: {
    clock: must("text", "The clock's name.", "时钟名称。"),
    until: may(
      "text",
      "A date, that day included, or an instant; later than the due it may lie no further than one extension leads.",
      "日期（含当日）或时刻；晚于原时限的，不得超过延期一次所能到。",
      "至"
    ),
    reason: must("text", "Why.", "理由。", "理由")
  },
  example: { do: "extend", clock: "told", until: "2026-11-27", reason: "waiting for a part" },
  who: personFor("extend"),
  now: againstClock,
  targets: running,
  offered: (x, { clock = "" }) => loop(x)?.clocks.get(clock)?.extend !== undefined,
  reduces: own,
  run: use
})
