import type { CommandTexts } from "../../shape/Command.ts"

export const onClock: CommandTexts<"pause" | "resume" | "extend" | "time" | "move-calendar" | "move-policy"> = {
  pause: {
    says: "允许此理由的时钟暂停。属于事实，可以补记。",
    arguments: {
      reason: "`pause` 所列的理由。"
    }
  },
  resume: {
    says: "暂停结束。",
    arguments: {}
  },
  extend: {
    says: "到期前延期，并告知客户。首问人可自行改为更早的日期。",
    arguments: {
      clock: "时钟名称。",
      until: "日期（含当日）或时刻；晚于原时限的，不得超过一次延期所允许的最晚时间。",
      reason: "理由。"
    }
  },
  time: {
    says: "报时。",
    arguments: {}
  },
  "move-calendar": {
    says: "换用作出决定所依据的日历。",
    arguments: {
      reason: "理由。"
    }
  },
  "move-policy": {
    says: "换到作出决定所依据的策略版本。",
    arguments: {
      reason: "理由。"
    }
  }
}
