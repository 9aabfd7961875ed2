/** `gate/…`: gates that cannot open, or ask for what they do not have. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Gate.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

export const gate: Like<typeof en.gate> = {
  "gate/cycle": {
    message: ({ gates }) => `这些关口互相等待：${gates.map((each) => quoted(each)).join(" → ")}`,
    help: "请去掉其中一个 `after` 或 `when`"
  },
  "gate/no-kind": { message: ({ gate }) => `关口 ${quoted(gate)} 没有写明 \`needs\`` },
  "gate/key-of-another-kind": {
    message: ({ gate, key, kind, kinds }) =>
      `${quoted(key)} 只用于凭据为 ${listed(kinds)} 的关口；${quoted(gate)} 的凭据是 ${quoted(kind)}`
  },
  "gate/waits-for-ever": {
    message: ({ gate }) => `客户一直不答复时，关口 ${quoted(gate)} 会无限期等待`,
    help: "请写明客户不答复时如何处理：`silence: { after: 5 working days, attempts: 2, closes: customer-loop }`"
  },
  "gate/observes-nothing": {
    message: ({ gate }) => `关口 ${quoted(gate)} 没有观察期，一开启就能通过`,
    help: "请写明观察期：`observe: 30 days`"
  },
  "gate/no-arbiter": {
    message: ({ gate, rounds }) => `关口 ${quoted(gate)} 满 ${rounds} 轮后无人可以裁决，会一直停在那里`,
    help: "请写明由谁裁决：`arbiter: supervisor`"
  },
  "gate/too-few-channels": {
    message: ({ gate, asked, there }) =>
      `关口 ${quoted(gate)} 要求用 ${asked} 种渠道联系不答复的客户，而渠道只有 ${there} 种，等待永远不会结束`
  },
  "gate/too-few-attempts": {
    message: ({ gate, asked, attempts }) => `关口 ${quoted(gate)} 要求联系 ${attempts} 次、使用 ${asked} 种渠道`,
    help: "每次联系只用一种渠道：请增加联系次数，或减少渠道数"
  },
  "gate/out-of-sequence": {
    message: ({ gate, other }) => `关口 ${quoted(gate)} 没有等它所依据的 ${quoted(other)}`,
    help: ({ other }) => `请写 \`after: ${other}\`，或写在它之后的关口`
  },
  "gate/observes-less": {
    message: ({ gate, level, milder }) =>
      `关口 ${quoted(gate)} 在 ${quoted(level)} 时的观察期短于较轻的 ${quoted(milder)}`,
    help: "情形越重，观察期不应更短"
  },
  "gate/back-to-itself": {
    message: ({ gate }) => `关口 ${quoted(gate)} 未通过时退回自身，不会有任何改进`,
    help: "请退回查找原因的关口"
  },
  "gate/asks-nothing": {
    message: ({ gate, channel }) => `关口 ${quoted(gate)} 通过渠道 ${quoted(channel)} 回访，而该渠道没有问题也没有分值`,
    help: "请给该渠道写上 `question` 与 `scale`，或换一个渠道"
  },
  "gate/known-too-late": {
    message: ({ gate, fact, by }) =>
      `关口 ${quoted(gate)} 要看 ${quoted(fact)}，而它要到后面的关口 ${quoted(by)} 才记录`,
    help: "请在更早的关口记录，或在表单中询问"
  },
  "gate/tells-nobody": {
    message: ({ gate }) => `关口 ${quoted(gate)} 是给客户的答复，却没有告知客户`,
    help: "请写明消息：`tell: result`"
  },
  "gate/bypass": {
    message: ({ how, gate, by = "" }) =>
      how === "explained"
        ? `${quoted(by)} 不能通过 ${quoted(gate)}，却可以独自用说明代替它`
        : how === "lane"
          ? `通过 ${quoted(by)} 后就不再需要 ${quoted(gate)}，而没有别的关口答复客户`
          : `${quoted(gate)} 可以不做，而没有别的关口答复客户`,
    help: ({ how }) =>
      how === "explained"
        ? "请让 `by` 中的人来说明，或加 `sign-off`"
        : how === "lane"
          ? "请保留答复关口，或让这条捷径本身的凭据为 `result`"
          : "请去掉 `optional` 或 `only-within`"
  },
  "gate/self-approval": {
    message: ({ gate }) => `${quoted(gate)} 由办理人自己批准，没有第二个人把关`,
    help: "请在 `by` 写明角色，或用 `not-by` 排除通过前面关口的人"
  },
  "gate/never-decided": {
    message: ({ gate }) => `${quoted(gate)} 的每个结论都是暂缓：会一再重新提起，永无定论`,
    help: "请至少提供一个含义为 `adopted`、`declined` 或 `other` 的结论"
  },
  "gate/no-meaning": {
    message: ({ conclusion }) => `没有写明结论 ${quoted(conclusion)} 的含义`,
    label: ({ guess }) => (guess === undefined ? "" : `是否要写 ${quoted(guess)}？`),
    help: ({ conclusion }) =>
      `暂缓的会再次提出，采纳的会公示：请写 \`取值: { ${conclusion}: 暂缓 }\`；没有后续的写 \`其他\``
  },
  "gate/nobody": {
    message: ({ gate, keepsItself }) =>
      keepsItself === true ? `关口 ${quoted(gate)} 的 \`not-by\` 写了它自己` : `没有任何人可以通过关口 ${quoted(gate)}`
  }
}
