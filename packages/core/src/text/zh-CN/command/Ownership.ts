import type { CommandTexts } from "../../shape/Command.ts"

export const onOwnership: CommandTexts<"hand-over" | "accept" | "decline" | "take-up" | "delegate"> = {
  "hand-over": {
    says: "提出移交，对方接收后才转移。",
    arguments: {
      to: "接收人。",
      reason: "理由。"
    }
  },
  accept: {
    says: "接收移交。",
    arguments: {}
  },
  decline: {
    says: "谢绝移交；移交人可以此收回。",
    arguments: {
      reason: "理由。"
    }
  },
  "take-up": {
    says: "首问人着手办理；无人负责的案件由先认领者负责，后认领者协同。",
    arguments: {}
  },
  delegate: {
    says: "将本案权限委托他人至某日：不得超出自己所有，也不得转委托。",
    arguments: {
      to: "受托人。",
      until: "日期（含当日）或时刻。",
      roles: "委托哪些角色，缺省为全部。",
      reason: "理由。"
    }
  }
}
