/** `clock/…`: clocks that cannot run. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

export const clock = {
  "clock/no-limit": entry<{ clock: string }>({
    level: "error",
    message: {
      en: ({ clock }) => `clock ${quoted(clock)} says neither \`within\` nor \`until\``,
      "zh-CN": ({ clock }) => `时钟 ${quoted(clock)} 既没有 \`within\` 也没有 \`until\``
    }
  }),
  "clock/two-limits": entry<{ clock: string }>({
    level: "error",
    message: {
      en: ({ clock }) => `clock ${quoted(clock)} says \`within\` and \`until\``,
      "zh-CN": ({ clock }) => `时钟 ${quoted(clock)} 同时写了 \`within\` 和 \`until\``
    },
    help: { en: () => "keep one of the two", "zh-CN": () => "请只保留一个" }
  }),
  "clock/no-date": entry<{ fact: string }>({
    level: "error",
    message: {
      en: ({ fact }) => `a clock runs until a date, and the fact ${quoted(fact)} is none`,
      "zh-CN": ({ fact }) => `时钟须截止于日期，而事实 ${quoted(fact)} 不是日期`
    }
  }),
  "clock/cannot-repeat": entry<{ clock: string }>({
    level: "error",
    message: {
      en: ({ clock }) => `clock ${quoted(clock)} starts again when it is met, and nothing that meets it happens twice`,
      "zh-CN": ({ clock }) => `时钟 ${quoted(clock)} 达成后重新开始，但能使它达成的事都不会再发生`
    },
    help: {
      en: () => "let word to the customer or an event meet it: `met-by: told-customer`",
      "zh-CN": () => "请让告知客户或事件使它达成：`met-by: told-customer`"
    }
  }),
  "clock/never-happens": entry<{ key: string; moment: string }>({
    level: "error",
    message: {
      en: ({ key, moment }) => `${quoted(moment)} under ${quoted(key)} never happens to a clock`,
      "zh-CN": ({ key, moment }) => `${quoted(key)} 中的 ${quoted(moment)} 永远不会作用于时钟`
    },
    help: {
      en: () => "a clock ends with its loop: name a gate, a clock, an event, or word from or to the customer",
      "zh-CN": () => "时钟随所在闭环结束：请写关口、时钟、事件，或客户来信、告知客户"
    }
  }),
  "clock/met-and-cancelled": entry<{ clock: string; by: string }>({
    level: "warning",
    message: {
      en: ({ clock, by }) => `${quoted(by)} both meets and cancels clock ${quoted(clock)}`,
      "zh-CN": ({ clock, by }) => `${quoted(by)} 既使时钟 ${quoted(clock)} 达成，又取消它`
    },
    help: { en: () => "keep one of the two", "zh-CN": () => "请只保留一个" }
  }),
  "clock/met-and-restarted": entry<{ clock: string; by: string }>({
    level: "warning",
    message: {
      en: ({ clock, by }) => `${quoted(by)} meets clock ${quoted(clock)}, so it restarts nothing`,
      "zh-CN": ({ clock, by }) => `${quoted(by)} 已使时钟 ${quoted(clock)} 达成，不会再使它重新开始`
    },
    help: { en: () => "keep one of the two", "zh-CN": () => "请只保留一个" }
  }),
  "clock/never-extended": entry<{ times: number }>({
    level: "error",
    message: {
      en: ({ times }) =>
        `this extension can never be had: ${times === 0 ? "it is allowed 0 times" : "nobody approves it"}`,
      "zh-CN": ({ times }) => `这项延期永远用不上：${times === 0 ? "次数为 0" : "没有人批准"}`
    },
    help: { en: () => "say `extend: never` where there is none", "zh-CN": () => "不许延期请写 `extend: never`" }
  }),
  "clock/idle": entry<{ clock: string; guess?: string }>({
    level: "warning",
    message: {
      en: ({ clock }) => `nothing meets clock ${quoted(clock)}, and nothing reads it`,
      "zh-CN": ({ clock }) => `没有任何事能使时钟 ${quoted(clock)} 达成，也没有任何地方读取它`
    },
    label: {
      en: ({ guess }) => (guess === undefined ? "" : `did you mean ${quoted(guess)}?`),
      "zh-CN": ({ guess }) => (guess === undefined ? "" : `是否要写 ${quoted(guess)}？`)
    },
    help: {
      en: () => "name it like the gate whose deadline it is, or say what meets it: `met-by`",
      "zh-CN": () => "请与所约束的关口同名，或写明 `met-by`"
    }
  }),
  "clock/over-at-once": entry<{ clock: string; gate: string; end?: string }>({
    level: "warning",
    message: {
      en: ({ clock, gate, end }) =>
        `clock ${quoted(clock)} starts with gate ${quoted(gate)}, which ${
          end === undefined ? "also meets it" : `waits for ${quoted(end)}, which meets it`
        }`,
      "zh-CN": ({ clock, gate, end }) =>
        end === undefined
          ? `时钟 ${quoted(clock)} 自关口 ${quoted(gate)} 起算，又由它达成`
          : `时钟 ${quoted(clock)} 自关口 ${quoted(gate)} 起算，而该关口在使时钟达成的 ${quoted(end)} 之后`
    },
    help: {
      en: () => "let it start with what comes before: `from: received`, or an earlier gate",
      "zh-CN": () => "请从更早的事起算：`from: received`，或在前的关口"
    }
  }),
  "clock/step-order": entry<{ point: string; before: string; again: boolean }>({
    level: "warning",
    message: {
      en: ({ point, before, again }) =>
        again
          ? `${quoted(point)} tells the same people once more`
          : `${quoted(point)} comes before ${quoted(before)}, which stands above it`,
      "zh-CN": ({ point, before, again }) =>
        again ? `${quoted(point)} 重复知会同一批人` : `${quoted(point)} 早于写在它前面的 ${quoted(before)}`
    },
    help: {
      en: ({ again }) => (again ? "take one of the two out" : "write the steps in the order in which they come"),
      "zh-CN": ({ again }) => (again ? "请删去其中一处" : "请按先后次序写各级升级")
    }
  }),
  "clock/tells-nobody": entry<Record<never, never>>({
    level: "warning",
    message: {
      en: () => "this step of the ladder tells nobody",
      "zh-CN": () => "这一级升级没有知会任何人"
    },
    help: { en: () => "name a role under `notify`", "zh-CN": () => "请在 `notify` 下写明角色" }
  }),
  "clock/cycle": entry<{ clocks: ReadonlyArray<string> }>({
    level: "error",
    message: {
      en: ({ clocks }) => `these clocks start each other: ${clocks.map((each) => quoted(each)).join(" → ")}`,
      "zh-CN": ({ clocks }) => `这些时钟互为起算：${clocks.map((each) => quoted(each)).join(" → ")}`
    }
  })
}
