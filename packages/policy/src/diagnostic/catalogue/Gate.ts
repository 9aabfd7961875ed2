/** `gate/…`: gates that cannot open, or ask for what they do not have. */
import { entry } from "../text/Entry.ts"
import { listed, quoted } from "../text/Said.ts"

export const gate = {
  "gate/cycle": entry<{ gates: ReadonlyArray<string> }>({
    level: "error",
    message: {
      en: ({ gates }) => `these gates wait for each other: ${gates.map((each) => quoted(each)).join(" → ")}`,
      "zh-CN": ({ gates }) => `这些关口互相等待：${gates.map((each) => quoted(each)).join(" → ")}`
    },
    help: { en: () => "take one `after` or `when` out", "zh-CN": () => "请去掉其中一个 `after` 或 `when`" }
  }),
  "gate/no-kind": entry<{ gate: string }>({
    level: "error",
    message: {
      en: ({ gate }) => `gate ${quoted(gate)} does not say what it \`needs\``,
      "zh-CN": ({ gate }) => `关口 ${quoted(gate)} 没有写明 \`needs\``
    }
  }),
  "gate/key-of-another-kind": entry<{ gate: string; key: string; kind: string; kinds: ReadonlyArray<string> }>({
    level: "error",
    message: {
      en: ({ gate, key, kind, kinds }) =>
        `${quoted(key)} belongs to gates that need ${listed(kinds, "en")}; ${quoted(gate)} needs ${quoted(kind)}`,
      "zh-CN": ({ gate, key, kind, kinds }) =>
        `${quoted(key)} 只用于凭据为 ${listed(kinds, "zh-CN")} 的关口；${quoted(gate)} 的凭据是 ${quoted(kind)}`
    }
  }),
  "gate/waits-for-ever": entry<{ gate: string }>({
    level: "warning",
    message: {
      en: ({ gate }) => `gate ${quoted(gate)} waits for ever when the customer stays silent`,
      "zh-CN": ({ gate }) => `客户一直不答复时，关口 ${quoted(gate)} 会无限期等待`
    },
    help: {
      en: () => "say what silence means: `silence: { after: 5 working days, attempts: 2, closes: customer-loop }`",
      "zh-CN": () => "请写明沉默时如何处理：`silence: { after: 5 working days, attempts: 2, closes: customer-loop }`"
    }
  }),
  "gate/observes-nothing": entry<{ gate: string }>({
    level: "warning",
    message: {
      en: ({ gate }) => `gate ${quoted(gate)} observes nothing: it may be passed the moment it opens`,
      "zh-CN": ({ gate }) => `关口 ${quoted(gate)} 没有观察期，一打开就能通过`
    },
    help: { en: () => "say how long: `observe: 30 days`", "zh-CN": () => "请写明观察期：`observe: 30 days`" }
  }),
  "gate/no-arbiter": entry<{ gate: string; rounds: number }>({
    level: "warning",
    message: {
      en: ({ gate, rounds }) =>
        `after ${rounds === 1 ? "one round" : `${rounds} rounds`} nobody may decide at gate ${quoted(gate)}: it stays open`,
      "zh-CN": ({ gate, rounds }) => `关口 ${quoted(gate)} 满 ${rounds} 轮后无人可以裁决，会一直开着`
    },
    help: {
      en: () => "name who decides then: `arbiter: supervisor`",
      "zh-CN": () => "请写明由谁裁决：`arbiter: supervisor`"
    }
  }),
  "gate/too-few-channels": entry<{ gate: string; asked: number; there: number }>({
    level: "warning",
    message: {
      en: ({ gate, asked, there }) =>
        `gate ${quoted(gate)} asks for ${asked} channels to reach a silent customer, and there ${there === 1 ? "is one" : `are ${there}`}: silence never ends it`,
      "zh-CN": ({ gate, asked, there }) =>
        `关口 ${quoted(gate)} 要求用 ${asked} 种渠道联系沉默的客户，而渠道只有 ${there} 种，沉默永远不能结束它`
    }
  }),
  "gate/back-to-itself": entry<{ gate: string }>({
    level: "warning",
    message: {
      en: ({ gate }) => `where gate ${quoted(gate)} fails, it goes back to itself, and nothing is done otherwise`,
      "zh-CN": ({ gate }) => `关口 ${quoted(gate)} 未通过时退回自身，不会有任何改进`
    },
    help: {
      en: () => "go back to the gate at which the cause is looked for",
      "zh-CN": () => "请退回查找原因的关口"
    }
  }),
  "gate/asks-nothing": entry<{ gate: string; channel: string }>({
    level: "warning",
    message: {
      en: ({ gate, channel }) =>
        `gate ${quoted(gate)} asks by channel ${quoted(channel)}, which has no question and no scale`,
      "zh-CN": ({ gate, channel }) =>
        `关口 ${quoted(gate)} 通过渠道 ${quoted(channel)} 回访，而该渠道没有问题也没有分值`
    },
    help: {
      en: () => "give the channel a `question` and a `scale`, or name another one",
      "zh-CN": () => "请给该渠道写上 `question` 与 `scale`，或换一个渠道"
    }
  }),
  "gate/known-too-late": entry<{ gate: string; fact: string; by: string }>({
    level: "warning",
    message: {
      en: ({ gate, fact, by }) =>
        `gate ${quoted(gate)} asks for ${quoted(fact)}, which only the later gate ${quoted(by)} records`,
      "zh-CN": ({ gate, fact, by }) =>
        `关口 ${quoted(gate)} 要看 ${quoted(fact)}，而它要到后面的关口 ${quoted(by)} 才记录`
    },
    help: {
      en: () => "record the fact at an earlier gate, or ask for it on a form",
      "zh-CN": () => "请在更早的关口记录，或在表单中询问"
    }
  }),
  "gate/tells-nobody": entry<{ gate: string }>({
    level: "warning",
    message: {
      en: ({ gate }) => `gate ${quoted(gate)} answers the customer and tells them nothing`,
      "zh-CN": ({ gate }) => `关口 ${quoted(gate)} 是给客户的答复，却没有告知客户`
    },
    help: { en: () => "name the message: `tell: result`", "zh-CN": () => "请写明消息：`tell: result`" }
  }),
  "gate/bypass": entry<{ how: "lane" | "optional" | "explained"; gate: string; by?: string }>({
    level: "warning",
    message: {
      en: ({ how, gate, by = "" }) =>
        how === "explained"
          ? `${quoted(by)} may not pass ${quoted(gate)}, and may explain it away alone`
          : how === "lane"
            ? `${quoted(by)} makes ${quoted(gate)} unnecessary, and nothing else answers the customer`
            : `${quoted(gate)} may be left out, and nothing else answers the customer`,
      "zh-CN": ({ how, gate, by = "" }) =>
        how === "explained"
          ? `${quoted(by)} 不能通过 ${quoted(gate)}，却可以独自用说明代替它`
          : how === "lane"
            ? `通过 ${quoted(by)} 后就不再需要 ${quoted(gate)}，而没有别的关口答复客户`
            : `${quoted(gate)} 可以不做，而没有别的关口答复客户`
    },
    help: {
      en: ({ how }) =>
        how === "explained"
          ? "let somebody of `by` explain it, or add a `sign-off`"
          : how === "lane"
            ? "keep the answer, or let the lane be a gate that needs `result`"
            : "take `optional` or `only-within` away",
      "zh-CN": ({ how }) =>
        how === "explained"
          ? "请让 `by` 中的人来说明，或加 `sign-off`"
          : how === "lane"
            ? "请保留答复关口，或让这条捷径本身的凭据为 `result`"
            : "请去掉 `optional` 或 `only-within`"
    }
  }),
  "gate/self-approval": entry<{ gate: string }>({
    level: "warning",
    message: {
      en: ({ gate }) => `whoever has the case approves ${quoted(gate)}: nobody else looks at it`,
      "zh-CN": ({ gate }) => `${quoted(gate)} 由办理人自己批准，没有第二个人把关`
    },
    help: {
      en: () => "name a role under `by`, or keep out whoever passed the gates before with `not-by`",
      "zh-CN": () => "请在 `by` 写明角色，或用 `not-by` 排除通过前面关口的人"
    }
  }),
  "gate/never-decided": entry<{ gate: string }>({
    level: "warning",
    message: {
      en: ({ gate }) => `every conclusion of ${quoted(gate)} puts the matter off: it comes up again for ever`,
      "zh-CN": ({ gate }) => `${quoted(gate)} 的每个结论都是暂缓：会一再重新提起，永无定论`
    },
    help: {
      en: () => "offer a conclusion that means `adopted`, `declined` or `other`",
      "zh-CN": () => "请至少提供一个含义为 `adopted`、`declined` 或 `other` 的结论"
    }
  }),
  "gate/no-meaning": entry<{ conclusion: string; guess?: string; sure?: boolean }>({
    level: "warning",
    message: {
      en: ({ conclusion }) => `nobody says what the conclusion ${quoted(conclusion)} means`,
      "zh-CN": ({ conclusion }) => `没有写明结论 ${quoted(conclusion)} 的含义`
    },
    label: {
      en: ({ guess }) => (guess === undefined ? "" : `did you mean ${quoted(guess)}?`),
      "zh-CN": ({ guess }) => (guess === undefined ? "" : `是否要写 ${quoted(guess)}？`)
    },
    help: {
      en: ({ conclusion }) =>
        `\`later\` comes up again, \`adopted\` is reported to customers: say \`one-of: { ${conclusion}: later }\`, or \`other\` where nothing follows`,
      "zh-CN": ({ conclusion }) =>
        `暂缓的会再次提出，采纳的会公示：请写 \`取值: { ${conclusion}: 暂缓 }\`；没有后续的写 \`其他\``
    }
  }),
  "gate/nobody": entry<{ gate: string; keepsItself?: boolean }>({
    level: "error",
    message: {
      en: ({ gate, keepsItself }) =>
        keepsItself === true
          ? `gate ${quoted(gate)} names itself in \`not-by\``
          : `nobody may pass gate ${quoted(gate)}`,
      "zh-CN": ({ gate, keepsItself }) =>
        keepsItself === true
          ? `关口 ${quoted(gate)} 的 \`not-by\` 写了它自己`
          : `没有任何人可以通过关口 ${quoted(gate)}`
    }
  })
}
