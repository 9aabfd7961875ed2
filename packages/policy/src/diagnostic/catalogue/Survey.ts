/** `survey/…`: surveys of several questions, and the facts that they ask for. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

export const survey = {
  "survey/bad-scale": entry<{ fact: string }>({
    level: "error",
    message: {
      en: ({ fact }) => `the scale of fact ${quoted(fact)} is not two whole numbers, the lowest first`,
      "zh-CN": ({ fact }) => `事实 ${quoted(fact)} 的分值不是由低到高的两个整数`
    },
    help: { en: () => "write for example `scale: [1, 5]`", "zh-CN": () => "例如写 `scale: [1, 5]`" }
  }),
  "survey/too-many-choices": entry<{ fact: string; count: number; most: number }>({
    level: "error",
    message: {
      en: ({ fact, count, most }) =>
        `fact ${quoted(fact)} has ${count} values to choose several from, more than ${most}`,
      "zh-CN": ({ fact, count, most }) => `事实 ${quoted(fact)} 有 ${count} 个可多选的取值，超过 ${most} 个`
    },
    help: {
      en: () => "ask two questions, or put rare values together",
      "zh-CN": () => "请分作两题，或合并少见的取值"
    }
  }),
  "survey/asks-twice": entry<{ channel: string; key: string }>({
    level: "error",
    message: {
      en: ({ channel, key }) =>
        `channel ${quoted(channel)} asks by \`questions\`, so its ${quoted(key)} is never asked`,
      "zh-CN": ({ channel, key }) => `渠道 ${quoted(channel)} 按 \`questions\` 询问，它的 ${quoted(key)} 不会用到`
    },
    help: {
      en: () => "make it one of `questions`, with a fact that has a `scale` for a score",
      "zh-CN": () => "请把它写成 `questions` 中的一题；评分题用带 `scale` 的事实"
    }
  }),
  "survey/no-questions": entry<{ channel: string }>({
    level: "error",
    message: {
      en: ({ channel }) => `channel ${quoted(channel)} says which answers are not satisfied, and has no \`questions\``,
      "zh-CN": ({ channel }) => `渠道 ${quoted(channel)} 写明了何种回答为不满意，却没有 \`questions\``
    },
    help: {
      en: () => "write its `questions`; a score alone is judged by `kind-by-score`",
      "zh-CN": () => "请写出 `questions`；只有评分时用 `kind-by-score` 判定"
    }
  }),
  "survey/later-question": entry<{ question: string; other: string }>({
    level: "error",
    message: {
      en: ({ question, other }) =>
        question === other
          ? `whether ${quoted(question)} is asked depends on its own answer`
          : `whether ${quoted(question)} is asked depends on ${quoted(other)}, which is asked later`,
      "zh-CN": ({ question, other }) =>
        question === other
          ? `是否询问 ${quoted(question)} 取决于它自己的回答`
          : `是否询问 ${quoted(question)} 取决于在它之后才问的 ${quoted(other)}`
    },
    help: { en: () => "put the other question before it", "zh-CN": () => "请把所依据的题放在前面" }
  }),
  "survey/never-asked": entry<{ question: string }>({
    level: "warning",
    message: {
      en: ({ question }) => `nobody is ever asked ${quoted(question)}`,
      "zh-CN": ({ question }) => `${quoted(question)} 永远不会被问到`
    },
    help: {
      en: () => "an answer that its `when` needs belongs to a question that is not asked then",
      "zh-CN": () => "它的 `when` 所需的回答，来自当时不会询问的题"
    }
  }),
  "survey/never-holds": entry<{ channel: string }>({
    level: "warning",
    message: {
      en: ({ channel }) => `no answers on channel ${quoted(channel)} ever come to this`,
      "zh-CN": ({ channel }) => `渠道 ${quoted(channel)} 上不会出现这样的回答`
    },
    help: {
      en: () => "the answers that it needs belong to questions that are not asked together",
      "zh-CN": () => "所需的几个回答，来自不会同时询问的题"
    }
  }),
  "survey/choices-alike": entry<{ question: string; choice: string; other: string }>({
    level: "error",
    message: {
      en: ({ question, choice, other }) =>
        `nothing tells ${quoted(choice)} from ${quoted(other)} in an answer to ${quoted(question)}`,
      "zh-CN": ({ question, choice, other }) =>
        `对 ${quoted(question)} 的回答中，无法区分 ${quoted(choice)} 与 ${quoted(other)}`
    },
    help: {
      en: () => "call them differently; no value is called by the number of another one",
      "zh-CN": () => "请用不同的称呼，且不要以另一项的序号作称呼"
    }
  }),
  "survey/nothing-waits": entry<{ channel: string; question: string }>({
    level: "warning",
    message: {
      en: ({ channel, question }) =>
        `nothing waits for the answer to ${quoted(question)}, which channel ${quoted(channel)} requires`,
      "zh-CN": ({ channel, question }) => `渠道 ${quoted(channel)} 的必答题 ${quoted(question)} 没有任何关口在等`
    },
    help: {
      en: () => "let a `confirmation` ask by it (`survey`), or say `required: no`",
      "zh-CN": () => "请让一个 `confirmation` 关口以它询问（`survey`），或写 `required: no`"
    }
  }),
  "survey/never-dissatisfied": entry<{ channel: string; gate: string }>({
    level: "warning",
    message: {
      en: ({ channel, gate }) =>
        `whatever customers answer on channel ${quoted(channel)}, gate ${quoted(gate)} takes them to be satisfied`,
      "zh-CN": ({ channel, gate }) => `无论客户在渠道 ${quoted(channel)} 上如何回答，关口 ${quoted(gate)} 都当作满意`
    },
    help: {
      en: () => "say under `dissatisfied` which answers are not",
      "zh-CN": () => "请在 `dissatisfied` 中写明哪些回答为不满意"
    }
  })
}
