/** `scenario/…`: steps that cannot be read; what a scenario expects in vain is a report, not a finding. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Scenario.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

export const scenario: Like<typeof en.scenario> = {
  "scenario/two-verbs": { message: ({ verbs }) => `一步只做一件事，这里写了 ${listed(verbs)}`, help: "请拆成两步" },
  "scenario/unknown-case": { message: ({ name }) => `此步之前没有提交过案件 ${quoted(name)}` },
  "scenario/reserved-case": { message: ({ name }) => `${quoted(name)} 是 \`expect\` 的用词，不能作案件名` },
  "scenario/nobody-acts": { message: ({ verb }) => `${quoted(verb)} 由人完成，请写 \`by\`` },
  "scenario/missing-argument": { message: ({ verb, argument }) => `${quoted(verb)} 缺少 ${quoted(argument)}` },
  "scenario/backwards": { message: ({ at, before }) => `${at} 的步骤排在 ${before} 之后`, help: "步骤按时间先后排列" },
  "scenario/expects-nothing": {
    message: ({ name }) => `${quoted(name)} 为空，无论结果如何都会通过`,
    help: "请写明预期；没有的，写 `无` 或 `未发送`；不需要的请删去"
  },
  "scenario/unused-column": {
    message: ({ name }) => `步骤和场景名都没有写 ${quoted(`<${name}>`)}，这一列不起作用`,
    help: ({ name }) => `请在应填入的地方写 ${quoted(`<${name}>`)}，或删去这一列`
  },
  "scenario/missing-cell": {
    message: ({ name }) => `有文字写了 ${quoted(`<${name}>`)}，这一行没有 ${quoted(name)}`,
    help: "整个值就是该列时，行中可以不写；写在文字当中时，每行都要有值"
  },
  "scenario/other-policy": { message: ({ path }) => `没有策略 ${quoted(path)}` }
}
