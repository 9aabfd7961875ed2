/** `survey/…`: surveys of several questions, and the facts that they ask for. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Survey.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const survey: Like<typeof en.survey> = {
  "survey/bad-scale": {
    message: ({ fact }) => `事实 ${quoted(fact)} 的分值不是由低到高的两个整数`,
    help: "例如写 `scale: [1, 5]`"
  },
  "survey/too-many-choices": {
    message: ({ fact, count, most }) => `事实 ${quoted(fact)} 有 ${count} 个可多选的取值，超过 ${most} 个`,
    help: "请分作两题，或合并少见的取值"
  },
  "survey/asks-twice": {
    message: ({ channel, key }) => `渠道 ${quoted(channel)} 按 \`questions\` 询问，它的 ${quoted(key)} 不会用到`,
    help: "请把它写成 `questions` 中的一题；评分题用带 `scale` 的事实"
  },
  "survey/no-questions": {
    message: ({ channel }) => `渠道 ${quoted(channel)} 写明了何种回答为不满意，却没有 \`questions\``,
    help: "请写出 `questions`；只有评分时用 `kind-by-score` 判定"
  },
  "survey/later-question": {
    message: ({ question, other }) =>
      question === other
        ? `是否询问 ${quoted(question)} 取决于它自己的回答`
        : `是否询问 ${quoted(question)} 取决于在它之后才问的 ${quoted(other)}`,
    help: "请把所依据的题放在前面"
  },
  "survey/never-asked": {
    message: ({ question }) => `${quoted(question)} 永远不会被问到`,
    help: "它的 `when` 所需的回答，来自当时不会询问的题"
  },
  "survey/never-holds": {
    message: ({ channel }) => `渠道 ${quoted(channel)} 上不会出现这样的回答`,
    help: "所需的几个回答，来自不会同时询问的题"
  },
  "survey/choices-alike": {
    message: ({ question, choice, other }) =>
      `对 ${quoted(question)} 的回答中，无法区分 ${quoted(choice)} 与 ${quoted(other)}`,
    help: "请用不同的称呼，且不要以另一项的序号作称呼"
  },
  "survey/nothing-waits": {
    message: ({ channel, question }) => `渠道 ${quoted(channel)} 的必答题 ${quoted(question)} 没有任何关口在等`,
    help: "请让一个 `confirmation` 关口以它询问（`survey`），或写 `required: no`"
  },
  "survey/never-dissatisfied": {
    message: ({ channel, gate }) => `无论客户在渠道 ${quoted(channel)} 上如何回答，关口 ${quoted(gate)} 都当作满意`,
    help: "请在 `dissatisfied` 中写明哪些回答为不满意"
  }
}
