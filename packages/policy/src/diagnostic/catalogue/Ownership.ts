/** `ownership/…`: cases that would go to nobody, or back to whom they must leave. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

export const ownership = {
  "ownership/nobody-takes-it": entry<{ rule: string }>({
    level: "error",
    message: {
      en: ({ rule }) => `${quoted(rule)} says when a case moves, and not to whom`,
      "zh-CN": ({ rule }) => `${quoted(rule)} 写了何时转出，没有写转给谁`
    },
    help: { en: () => "name a role under `to`", "zh-CN": () => "请在 `to` 下写明角色" }
  }),
  "ownership/take-up-too-late": entry<{ within: string; clock: string; promised: string }>({
    level: "warning",
    message: {
      en: ({ within, clock, promised }) =>
        `the owner has ${quoted(within)} to begin, and ${quoted(clock)} is promised within ${quoted(promised)}`,
      "zh-CN": ({ within, clock, promised }) =>
        `首问人有 ${quoted(within)} 认领，而 ${quoted(clock)} 承诺在 ${quoted(promised)} 内完成`
    },
    help: {
      en: () => "let the owner begin before the first promise is due",
      "zh-CN": () => "认领时限应早于第一个承诺"
    }
  }),
  "ownership/back-to-owner": entry<{ rule: string; who: string }>({
    level: "error",
    message: {
      en: ({ rule, who }) => `${quoted(rule)} gives the case to ${quoted(who)}, whom it is there to spare it`,
      "zh-CN": ({ rule, who }) => `${quoted(rule)} 又把案件转给 ${quoted(who)}，而此人正是须换下的人`
    },
    help: { en: () => "name a role", "zh-CN": () => "请写一个角色" }
  }),
  "ownership/nobody-meant": entry<{ rule: string; who?: string }>({
    level: "error",
    message: {
      en: ({ rule, who }) =>
        who === undefined ? `${quoted(rule)} names nobody` : `${quoted(who)} means nobody in ${quoted(rule)}`,
      "zh-CN": ({ rule, who }) =>
        who === undefined ? `${quoted(rule)} 没有写任何人` : `${quoted(rule)} 中的 ${quoted(who)} 不指任何人`
    },
    help: { en: () => "name a role", "zh-CN": () => "请写一个角色" }
  }),
  "ownership/no-lead": entry<{ rule: "absent" | "first-owner" }>({
    level: "warning",
    message: {
      en: ({ rule }) =>
        rule === "absent"
          ? "`absent` names no role, so nobody follows an owner who has no deputy or has left"
          : "`first-owner` names no role, so nobody owns what no person has received",
      "zh-CN": ({ rule }) =>
        rule === "absent"
          ? "`absent` 中没有角色：首问人没有代理人或已离职时，无人接手"
          : "`first-owner` 中没有角色：不是由人接收的反馈没有首问人"
    },
    help: { en: () => "add a role, such as `supervisor`", "zh-CN": () => "请加上一个角色，例如主管" }
  }),
  "ownership/nobody-speaks": entry<{ department: string; key: string; where: string }>({
    level: "warning",
    message: {
      en: ({ department, key, where }) =>
        `department ${quoted(department)} has no ${quoted(key)}, and ${quoted(where)} turns to it`,
      "zh-CN": ({ department, key, where }) =>
        `部门 ${quoted(department)} 没有写 ${quoted(key)}，而 ${quoted(where)} 要找此人`
    },
    help: {
      en: ({ key }) => `say who: \`${key}: supervisor\``,
      "zh-CN": ({ key }) => `请写明由谁：\`${key}: supervisor\``
    }
  }),
  "ownership/no-next-owner": entry<{ limit: number }>({
    level: "warning",
    message: {
      en: ({ limit }) => `above ${limit} open cases the next of \`first-owner\` takes over, and there is no next`,
      "zh-CN": ({ limit }) => `在办超过 ${limit} 件时由 \`first-owner\` 的下一位负责，但没有下一位`
    },
    help: { en: () => "add a role to `first-owner`", "zh-CN": () => "请在 `first-owner` 中补一个角色" }
  }),
  "ownership/after-queue": entry<{ who: string }>({
    level: "error",
    message: {
      en: ({ who }) => `${quoted(who)} stands behind \`queue\`, where every case waits that has got so far`,
      "zh-CN": ({ who }) => `${quoted(who)} 排在 \`queue\` 之后，轮不到`
    },
    help: { en: () => "let `queue` be the last", "zh-CN": () => "请把 `queue` 放在末位" }
  }),
  "ownership/team-of-nobody": entry<Record<never, never>>({
    level: "warning",
    message: {
      en: () => "this team has no members: no category and no rule names a department",
      "zh-CN": () => "这个小组没有成员：没有类别或规则指明任何部门"
    },
    help: {
      en: () => "name the `department` of categories, or name members",
      "zh-CN": () => "请写明类别的 `department`，或直接写明成员"
    }
  })
}
