/** `loop/…`: what kinds of case go through. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Loop.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

/** What sends a loop back. */
const ways = {
  dissatisfied: "客户不满意时",
  recurrence: "问题再发时",
  failed: "验证未见效时"
}

export const loop: Like<typeof en.loop> = {
  "loop/none-for-kind": {
    message: ({ kinds }) => `性质为 ${listed(kinds)} 的案件有的没有闭环路径可走`,
    help: "请补一条 `when` 适用的闭环路径，或继承已有它的策略包"
  },
  "loop/overlap": {
    message: ({ loops }) => `闭环路径 ${quoted(loops[0])} 与 ${quoted(loops[1])} 适用于同一案件`,
    help: ({ inherited }) =>
      inherited === undefined
        ? "一个案件只能适用一条路径"
        : `一个案件只能适用一条路径；${quoted(inherited)} 是继承来的：请沿用这个名称，或在其后写 \`removed\``
  },
  "loop/answer-held-back": {
    message: ({ gate, until }) => `${quoted(gate)} 要等 ${quoted(until)}，在此之前客户得不到任何答复`,
    help: "请让客户闭环中更早的关口 `tell` 客户"
  },
  "loop/other-side": {
    message: ({ who, gate, side }) =>
      `${who}退回到 ${quoted(gate)}，那是${side === "customer-loop" ? "客户闭环" : "改进闭环"}的关口`,
    help: ({ side }) =>
      side === "customer-loop" ? "请写改进闭环的关口：未见效的不是客户闭环" : "请写客户闭环的关口，否则没有人再答复客户"
  },
  "loop/nothing-required": {
    message: ({ loop }) => `${quoted(loop)} 的客户闭环全是可选关口，会立即关闭`,
    help: "请为必须出示凭据的关口去掉 `optional` 或 `only-within`"
  },
  "loop/never-holds": {
    message: ({ loop, what }) => `${quoted(what)} 的这个条件在路径 ${quoted(loop)} 中永远不成立`,
    help: "请删去，或改为该路径的案件可能满足的条件"
  },
  "loop/nothing-anew": {
    message: ({ cause, gate, missing }) =>
      `${ways[cause]}只退回到 ${quoted(gate)}：${quoted(missing)} 仍算通过，没有任何事重做`,
    help: ({ missing }) => `请退回到 ${quoted(missing)}，或它之前的关口`
  },
  "loop/ends-untold": {
    message: ({ ending }) => `${quoted(ending)} 会结束客户闭环，而客户得不到任何告知`,
    help: "请用 `tell` 写明消息；原因可写 `{reason}`"
  },
  "loop/too-many-gates": {
    message: ({ loop, limit }) => `闭环路径 ${quoted(loop)} 的关口超过 ${limit} 个，无法逐一核对`,
    help: "请把同一人连续完成的步骤合为一个关口，或把案件分到几条路径"
  },
  "loop/empty": { message: ({ loop }) => `闭环路径 ${quoted(loop)} 没有关口` }
}
