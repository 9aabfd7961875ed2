/** `scenario/…`: steps that cannot be read; what a scenario expects in vain is a report, not a finding. */
import { entry } from "../text/Entry.ts"
import { listed, quoted } from "../text/Said.ts"

export const scenario = {
  "scenario/two-verbs": entry<{ verbs: ReadonlyArray<string> }>({
    level: "error",
    message: {
      en: ({ verbs }) => `a step does one thing; this does ${verbs.map((each) => quoted(each)).join(" and ")}`,
      "zh-CN": ({ verbs }) => `一步只做一件事，这里写了 ${listed(verbs, "zh-CN")}`
    },
    help: { en: () => "make two steps of it", "zh-CN": () => "请拆成两步" }
  }),
  "scenario/unknown-case": entry<{ name: string }>({
    level: "error",
    message: {
      en: ({ name }) => `no step before this one opens a case ${quoted(name)}`,
      "zh-CN": ({ name }) => `此步之前没有提交过案件 ${quoted(name)}`
    }
  }),
  "scenario/reserved-case": entry<{ name: string }>({
    level: "error",
    message: {
      en: ({ name }) => `${quoted(name)} is a word of \`expect\` and cannot be the name of a case`,
      "zh-CN": ({ name }) => `${quoted(name)} 是 \`expect\` 的用词，不能作案件名`
    }
  }),
  "scenario/nobody-acts": entry<{ verb: string }>({
    level: "error",
    message: {
      en: ({ verb }) => `${quoted(verb)} is done by a person: say \`by\``,
      "zh-CN": ({ verb }) => `${quoted(verb)} 由人完成，请写 \`by\``
    }
  }),
  "scenario/missing-argument": entry<{ verb: string; argument: string }>({
    level: "error",
    message: {
      en: ({ verb, argument }) => `${quoted(verb)} needs ${quoted(argument)}`,
      "zh-CN": ({ verb, argument }) => `${quoted(verb)} 缺少 ${quoted(argument)}`
    }
  }),
  "scenario/backwards": entry<{ at: string; before: string }>({
    level: "error",
    message: {
      en: ({ at, before }) => `the step at ${at} stands behind a step at ${before}`,
      "zh-CN": ({ at, before }) => `${at} 的步骤排在 ${before} 之后`
    },
    help: { en: () => "steps stand in the order of time", "zh-CN": () => "步骤按时间先后排列" }
  }),
  "scenario/expects-nothing": entry<{ name: string }>({
    level: "error",
    message: {
      en: ({ name }) => `${quoted(name)} is empty: it holds whatever happens`,
      "zh-CN": ({ name }) => `${quoted(name)} 为空，无论结果如何都会通过`
    },
    help: {
      en: () => "say what is expected, with `none` or `nothing-sent` where nothing is; or leave it out",
      "zh-CN": () => "请写明预期；预期没有的，写 `无` 或 `未发送`；不需要的请删去"
    }
  }),
  "scenario/unused-column": entry<{ name: string }>({
    level: "error",
    message: {
      en: ({ name }) => `no step and no title says ${quoted(`<${name}>`)}, so this column changes nothing`,
      "zh-CN": ({ name }) => `步骤和场景名都没有写 ${quoted(`<${name}>`)}，这一列不起作用`
    },
    help: {
      en: ({ name }) => `write ${quoted(`<${name}>`)} where its cells belong, or take the column out`,
      "zh-CN": ({ name }) => `请在应填入的地方写 ${quoted(`<${name}>`)}，或删去这一列`
    }
  }),
  "scenario/missing-cell": entry<{ name: string }>({
    level: "error",
    message: {
      en: ({ name }) => `a text names ${quoted(`<${name}>`)}, and this row has no ${quoted(name)}`,
      "zh-CN": ({ name }) => `有文字写了 ${quoted(`<${name}>`)}，这一行没有 ${quoted(name)}`
    },
    help: {
      en: () => "a row may leave out a column that is the whole of a value; within a text there has to be a cell",
      "zh-CN": () => "整个值就是该列时，行中可以不写；写在文字当中时，每行都要有值"
    }
  }),
  "scenario/other-policy": entry<{ path: string }>({
    level: "error",
    message: {
      en: ({ path }) => `there is no policy ${quoted(path)}`,
      "zh-CN": ({ path }) => `没有策略 ${quoted(path)}`
    }
  })
}
