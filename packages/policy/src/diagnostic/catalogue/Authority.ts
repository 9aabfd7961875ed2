/** `authority/…`: who may decide what. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

/** What `authority` says of more than one case. */
const governed = {
  publish: ["publish another version of this policy", "发布本策略的新版本"],
  move: ["move cases to another version of this policy", "将案件换到本策略的其他版本"],
  erase: ["erase a customer", "擦除客户的信息"]
} as const

export const authority = {
  "authority/hole": entry<{ duty: string; over?: string }>({
    level: "error",
    message: {
      en: ({ duty, over }) => `nobody may ${quoted(duty)}${over === undefined ? "" : ` more than ${over}`}`,
      "zh-CN": ({ duty, over }) => `没有人有权 ${quoted(duty)}${over === undefined ? "" : ` 超过 ${over}`}`
    },
    help: { en: () => "let the highest role do it without limit", "zh-CN": () => "请让最高角色不受限" }
  }),
  "authority/order": entry<{ duty: string; lower: string; higher: string }>({
    level: "warning",
    message: {
      en: ({ duty, lower, higher }) =>
        `${quoted(lower)} may ${quoted(duty)} more than ${quoted(higher)}, who stands above`,
      "zh-CN": ({ duty, lower, higher }) => `${quoted(lower)} 的 ${quoted(duty)} 权限大于上级 ${quoted(higher)}`
    },
    help: { en: () => "roles stand lowest first", "zh-CN": () => "角色由低到高排列" }
  }),
  "authority/splittable": entry<{ role: string }>({
    level: "info",
    message: {
      en: ({ role }) =>
        `${quoted(role)} has a limit per case and none per day, month or year: a sum can be split over cases`,
      "zh-CN": ({ role }) => `${quoted(role)} 只有每件的限额，没有每日、每月或每年的限额：一笔补偿可以拆到多件上`
    },
    help: { en: () => "add for example `per-month: 5000`", "zh-CN": () => "例如加上 `per-month: 5000`" }
  }),
  "authority/unreachable": entry<{ wide: string; narrow: string }>({
    level: "warning",
    message: {
      en: ({ wide, narrow }) => `${quoted(wide)} can never be reached: ${quoted(narrow)} allows less`,
      "zh-CN": ({ wide, narrow }) => `${quoted(wide)} 永远达不到：${quoted(narrow)} 更小`
    },
    help: {
      en: () => "a longer window allows at least as much as a shorter one, and a case no more than any of them",
      "zh-CN": () => "期间越长限额应越大，每件限额不应超过任何期间的限额"
    }
  }),
  "authority/apart-alone": entry<{ duty: string }>({
    level: "warning",
    message: {
      en: ({ duty }) => `${quoted(duty)} alone is apart from nothing`,
      "zh-CN": ({ duty }) => `只有 ${quoted(duty)} 一项，谈不上不相容`
    },
    help: { en: () => "name two duties, or none", "zh-CN": () => "请写两项以上，或不写" }
  }),
  "authority/no-spot-check": entry<Record<never, never>>({
    level: "warning",
    message: {
      en: () => "this spot check draws nothing: it needs a share above nothing, duties and somebody who looks",
      "zh-CN": () => "这项抽查抽不到任何决定：须有大于零的比例、范围和抽查人"
    }
  }),
  "authority/nobody-may": entry<{ act: "publish" | "move" | "erase" }>({
    level: "error",
    message: {
      en: ({ act }) => `nobody may ${governed[act][0]}: \`by\` names no role`,
      "zh-CN": ({ act }) => `没有人可以${governed[act][1]}：\`by\` 未写任何角色`
    },
    help: {
      en: ({ act }) => `name the roles that may; without ${quoted(act)} the host alone may`,
      "zh-CN": ({ act }) => `请写明有权的角色；不写 ${quoted(act)} 时只有宿主系统可以`
    }
  }),
  "authority/no-approver": entry<{ role: string }>({
    level: "warning",
    message: {
      en: ({ role }) => `what exceeds the limits of ${quoted(role)} has nobody to approve it`,
      "zh-CN": ({ role }) => `超出 ${quoted(role)} 权限的事项没有人可审批`
    }
  })
}
