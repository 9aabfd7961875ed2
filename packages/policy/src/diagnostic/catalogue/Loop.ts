/** `loop/…`: what kinds of case go through. */
import { entry } from "../text/Entry.ts"
import { listed, quoted, type Said } from "../text/Said.ts"

/** What sends a loop back, in both languages. */
const ways = {
  dissatisfied: ["a customer who is not satisfied", "客户不满意时"],
  recurrence: ["a recurrence", "问题复发时"],
  failed: ["a check that failed", "验证未见效时"]
} as const

export const loop = {
  "loop/none-for-kind": entry<{ kinds: ReadonlyArray<string> }>({
    level: "error",
    message: {
      en: ({ kinds }) => `the loops do not cover every case of kind ${listed(kinds, "en")}`,
      "zh-CN": ({ kinds }) => `性质为 ${listed(kinds, "zh-CN")} 的案件有的没有闭环路径可走`
    },
    help: {
      en: () => "add a loop whose `when` fits it, or extend a pack that has one",
      "zh-CN": () => "请补一条 `when` 适用的闭环路径，或继承已有它的策略包"
    }
  }),
  "loop/overlap": entry<{ loops: readonly [string, string]; inherited?: string }>({
    level: "error",
    message: {
      en: ({ loops }) => `loops ${quoted(loops[0])} and ${quoted(loops[1])} fit the same case`,
      "zh-CN": ({ loops }) => `闭环路径 ${quoted(loops[0])} 与 ${quoted(loops[1])} 适用于同一案件`
    },
    help: {
      en: ({ inherited }) =>
        inherited === undefined
          ? "exactly one `when` fits a case"
          : `exactly one \`when\` fits a case; ${quoted(inherited)} is inherited: give your loop that name, or say \`removed\` behind it`,
      "zh-CN": ({ inherited }) =>
        inherited === undefined
          ? "一个案件只能适用一条路径"
          : `一个案件只能适用一条路径；${quoted(inherited)} 是继承来的：请沿用这个名称，或在其后写 \`removed\``
    }
  }),
  "loop/answer-held-back": entry<{ gate: string; until: string }>({
    level: "warning",
    message: {
      en: ({ gate, until }) => `the customer hears nothing before ${quoted(until)}: ${quoted(gate)} waits for it`,
      "zh-CN": ({ gate, until }) => `${quoted(gate)} 要等 ${quoted(until)}，在此之前客户得不到任何答复`
    },
    help: {
      en: () => "let an earlier gate of the customer loop `tell` the customer",
      "zh-CN": () => "请让客户闭环中更早的关口 `tell` 客户"
    }
  }),
  "loop/other-side": entry<{ who: Said; gate: string; side: "customer-loop" | "system-loop" }>({
    level: "warning",
    message: {
      en: ({ who, gate, side }) => `${who.en} goes back to ${quoted(gate)}, a gate of the ${side.replace("-", " ")}`,
      "zh-CN": ({ who, gate, side }) =>
        `${who["zh-CN"]}退回到 ${quoted(gate)}，那是${side === "customer-loop" ? "客户闭环" : "改进闭环"}的关口`
    },
    help: {
      en: ({ side }) =>
        side === "customer-loop"
          ? "name a gate of the system loop: the customer's own loop is not what failed"
          : "name a gate of the customer loop: else nobody answers the customer again",
      "zh-CN": ({ side }) =>
        side === "customer-loop"
          ? "请写改进闭环的关口：未见效的不是客户闭环"
          : "请写客户闭环的关口，否则没有人再答复客户"
    }
  }),
  "loop/nothing-required": entry<{ loop: string }>({
    level: "warning",
    message: {
      en: ({ loop }) => `every gate of the customer loop of ${quoted(loop)} is optional: it closes at once`,
      "zh-CN": ({ loop }) => `${quoted(loop)} 的客户闭环全是可选关口，会立即关闭`
    },
    help: {
      en: () => "take `optional` or `only-within` away from the gate that must be shown",
      "zh-CN": () => "请为必须出示凭据的关口去掉 `optional` 或 `only-within`"
    }
  }),
  "loop/never-holds": entry<{ loop: string; what: string }>({
    level: "warning",
    message: {
      en: ({ loop, what }) => `this condition of ${quoted(what)} never holds in loop ${quoted(loop)}`,
      "zh-CN": ({ loop, what }) => `${quoted(what)} 的这个条件在路径 ${quoted(loop)} 中永远不成立`
    },
    help: {
      en: () => "take it out, or ask for what cases of this loop can be",
      "zh-CN": () => "请删去，或改为该路径的案件可能满足的条件"
    }
  }),
  "loop/nothing-anew": entry<{ cause: "dissatisfied" | "recurrence" | "failed"; gate: string; missing: string }>({
    level: "warning",
    message: {
      en: ({ cause, gate, missing }) =>
        `${ways[cause][0]} leads back to ${quoted(gate)} alone: ${quoted(missing)} stays passed, and nothing is done anew`,
      "zh-CN": ({ cause, gate, missing }) =>
        `${ways[cause][1]}只退回到 ${quoted(gate)}：${quoted(missing)} 仍算通过，没有任何事重做`
    },
    help: {
      en: ({ missing }) => `lead back to ${quoted(missing)}, or to a gate that it comes after`,
      "zh-CN": ({ missing }) => `请退回到 ${quoted(missing)}，或它之前的关口`
    }
  }),
  "loop/ends-untold": entry<{ ending: string; both: boolean }>({
    level: "warning",
    message: {
      en: ({ ending }) => `${quoted(ending)} ends the customer loop, and the customer hears nothing of it`,
      "zh-CN": ({ ending }) => `${quoted(ending)} 会结束客户闭环，而客户得不到任何告知`
    },
    help: {
      en: () => "name a message: `tell`; it can say why with `{reason}`",
      "zh-CN": () => "请用 `tell` 写明消息；原因可写 `{reason}`"
    }
  }),
  "loop/too-many-gates": entry<{ loop: string; limit: number }>({
    level: "error",
    message: {
      en: ({ loop, limit }) =>
        `loop ${quoted(loop)} has more than ${limit} gates, more than are checked against each other`,
      "zh-CN": ({ loop, limit }) => `闭环路径 ${quoted(loop)} 的关口超过 ${limit} 个，无法逐一核对`
    },
    help: {
      en: () => "put steps that one person takes in a row into one gate, or divide the cases among several loops",
      "zh-CN": () => "请把同一人连续完成的步骤合为一个关口，或把案件分到几条路径"
    }
  }),
  "loop/empty": entry<{ loop: string }>({
    level: "error",
    message: {
      en: ({ loop }) => `loop ${quoted(loop)} has no gate`,
      "zh-CN": ({ loop }) => `闭环路径 ${quoted(loop)} 没有关口`
    }
  })
}
