/** `authority/…`: who may decide what. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Authority.ts"
import { quoted } from "../../shape/TranslatedText.ts"

/** What `authority` says of more than one case. */
const governed = {
  publish: "发布本策略的新版本",
  move: "将案件换到本策略的其他版本",
  erase: "擦除客户的信息"
}

export const authority: Like<typeof en.authority> = {
  "authority/hole": {
    message: ({ duty, over }) => `没有人有权办理${over === undefined ? "" : `超过 ${over} 的`} ${quoted(duty)}`,
    help: "请让最高角色不受限"
  },
  "authority/order": {
    message: ({ duty, lower, higher }) => `${quoted(lower)} 的 ${quoted(duty)} 权限大于上级 ${quoted(higher)}`,
    help: "角色应由低到高排列"
  },
  "authority/splittable": {
    message: ({ role }) => `${quoted(role)} 只有每件的限额，没有每日、每月或每年的限额：一笔补偿可以拆到多件上`,
    help: "例如加上 `per-month: 5000`"
  },
  "authority/unreachable": {
    message: ({ wide, narrow }) => `${quoted(wide)} 永远达不到：${quoted(narrow)} 更小`,
    help: "期间越长限额应越大，每件限额不应超过任何期间的限额"
  },
  "authority/apart-alone": {
    message: ({ duty }) => `只有 ${quoted(duty)} 一项，谈不上不相容`,
    help: "请写两项以上，或不写"
  },
  "authority/no-spot-check": { message: "这项抽查抽不到任何决定：须写明大于零的比例、范围和抽查人" },
  "authority/nobody-may": {
    message: ({ act }) => `没有人可以${governed[act]}：\`by\` 未写任何角色`,
    help: ({ act }) => `请写明有权的角色；不写 ${quoted(act)} 时只有业务系统可以`
  },
  "authority/no-approver": { message: ({ role }) => `超出 ${quoted(role)} 权限的事项没有人可审批` }
}
