/** `ownership/…`: cases that would go to nobody, or back to whom they must leave. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Ownership.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const ownership: Like<typeof en.ownership> = {
  "ownership/nobody-takes-it": {
    message: ({ rule }) => `${quoted(rule)} 写了何时转出，没有写转给谁`,
    help: "请在 `to` 下写明角色"
  },
  "ownership/take-up-too-late": {
    message: ({ within, clock, promised }) =>
      `首问人的认领时限为 ${quoted(within)}，而 ${quoted(clock)} 承诺在 ${quoted(promised)} 内完成`,
    help: "认领时限应早于第一个承诺"
  },
  "ownership/back-to-owner": {
    message: ({ rule, who }) => `${quoted(rule)} 又把案件转给 ${quoted(who)}，而此人正是须换下的人`,
    help: "请写一个角色"
  },
  "ownership/nobody-meant": {
    message: ({ rule, who }) =>
      who === undefined ? `${quoted(rule)} 没有写任何人` : `${quoted(rule)} 中的 ${quoted(who)} 不指任何人`,
    help: "请写一个角色"
  },
  "ownership/no-lead": {
    message: ({ rule }) =>
      rule === "absent"
        ? "`absent` 中没有角色：首问人没有代理人或已离职时，无人接手"
        : "`first-owner` 中没有角色：不是由人接收的反馈没有首问人",
    help: "请加上一个角色，例如主管"
  },
  "ownership/nobody-speaks": {
    message: ({ department, key, where }) =>
      `部门 ${quoted(department)} 没有写 ${quoted(key)}，而 ${quoted(where)} 要找此人`,
    help: ({ key }) => `请写明由谁：\`${key}: supervisor\``
  },
  "ownership/no-next-owner": {
    message: ({ limit }) => `在办超过 ${limit} 件时由 \`first-owner\` 的下一位负责，但没有下一位`,
    help: "请在 `first-owner` 中补一个角色"
  },
  "ownership/after-queue": {
    message: ({ who }) => `${quoted(who)} 排在 \`queue\` 之后，轮不到`,
    help: "请把 `queue` 放在末位"
  },
  "ownership/own-arbiter": {
    message: ({ arbiter }) => `${quoted(arbiter)} 自己担任首问人，级别又最低，却要裁决首问人解决不了的事`,
    help: "请写级别高于首问人的角色"
  },
  "ownership/team-of-nobody": {
    message: "这个小组没有成员：没有类别或规则指明任何部门",
    help: "请写明类别的 `department`，或直接写明成员"
  }
}
