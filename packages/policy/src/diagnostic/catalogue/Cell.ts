/** `cell/…`: a cell of a condition that does not fit its input. */
import { entry } from "../text/Entry.ts"
import { listed, quoted, type Said, said } from "../text/Said.ts"

export const cell = {
  "cell/wrong-type": entry<{ input: string; expected: Said; found: string }>({
    level: "error",
    message: {
      en: ({ input, expected, found }) => `${quoted(input)} is ${expected.en}, and ${quoted(found)} is none`,
      "zh-CN": ({ input, expected, found }) => `${quoted(input)} 是${expected["zh-CN"]}，而 ${quoted(found)} 不是`
    }
  }),
  "cell/unknown-value": entry<{
    input: string
    found: string
    known: ReadonlyArray<string>
    guess?: string
    sure?: boolean
  }>({
    level: "error",
    message: {
      en: ({ input, found }) => `${quoted(input)} never has the value ${quoted(found)}`,
      "zh-CN": ({ input, found }) => `${quoted(input)} 没有 ${quoted(found)} 这个取值`
    },
    label: {
      en: ({ guess, known }) =>
        guess === undefined ? `expected ${listed(known, "en")}` : `did you mean ${quoted(guess)}?`,
      "zh-CN": ({ guess, known }) =>
        guess === undefined ? `应为 ${listed(known, "zh-CN")}` : `是否要写 ${quoted(guess)}？`
    },
    fix: ({ guess, sure }) =>
      guess !== undefined && sure === true
        ? { text: guess, title: said(`write ${quoted(guess)}`, `改为 ${quoted(guess)}`) }
        : undefined
  }),
  "cell/syntax": entry<{ found: string; of?: Said | undefined }>({
    level: "error",
    message: {
      en: ({ found, of }) => `${quoted(found)} is no test of ${of?.en ?? "a number"}`,
      "zh-CN": ({ found, of }) => `${quoted(found)} 不是${of?.["zh-CN"] ?? "数值"}判断式`
    },
    help: {
      en: ({ of }) =>
        of?.en === "a date"
          ? 'write for example `"< 2026-11-20"`; how long ago it was is read by `since`: `since.happened-at: "> 6 months"`'
          : of === undefined
            ? 'write for example `">= 3"`, `"< 500"` or `"[100..500)"`; a long list stands in brackets: `[12, 500]`'
            : 'write for example `"> 6 months"` or `"<= 14 days"`',
      "zh-CN": ({ of }) =>
        of?.en === "a date"
          ? '例如 `"< 2026-11-20"`；距今多久用 `since`，例如 `since.happened-at: "> 6 months"`'
          : of === undefined
            ? '例如 `">= 3"`、`"< 500"` 或 `"[100..500)"`；较长的列表写在方括号里：`[12, 500]`'
            : '例如 `"> 6 months"` 或 `"<= 14 days"`'
    }
  }),
  "cell/number-form": entry<{ found: string; proposal?: string }>({
    level: "error",
    message: {
      en: ({ found }) => `${quoted(found)} is not how a number is written here`,
      "zh-CN": ({ found }) => `数值不能写成 ${quoted(found)}`
    },
    help: {
      en: () =>
        "digits stand together, without separators and without zeros in front; a list stands in brackets: `[12, 500]`",
      "zh-CN": () => "数字连写，不加分隔符，前面不补零；多个数值用方括号列出，例如 `[12, 500]`"
    },
    fix: ({ proposal }) =>
      proposal === undefined
        ? undefined
        : { text: proposal, title: said(`write ${quoted(proposal)}`, `改为 ${quoted(proposal)}`) }
  }),
  "cell/contained": entry<{ found: string; by: string }>({
    level: "warning",
    message: {
      en: ({ found, by }) => `${quoted(found)} says nothing here: ${quoted(by)} holds it already`,
      "zh-CN": ({ found, by }) => `这里的 ${quoted(found)} 不起作用：${quoted(by)} 已包含它`
    },
    help: {
      en: () => "take it out, or write what was meant by it",
      "zh-CN": () => "请删去，或改成本来的意思"
    }
  }),
  "cell/always": entry<{ input: string; found: string }>({
    level: "warning",
    message: {
      en: ({ input, found }) => `every case fits ${quoted(found)}: ${quoted(input)} is never anything else`,
      "zh-CN": ({ input, found }) => `任何案件都符合 ${quoted(found)}：${quoted(input)} 不会是别的值`
    },
    help: {
      en: () => "leave the input out, or test what tells cases apart",
      "zh-CN": () => "请去掉这一项，或改成能区分案件的条件"
    }
  }),
  "cell/never": entry<{ input: string; found: string }>({
    level: "error",
    message: {
      en: ({ input, found }) => `no value of ${quoted(input)} passes the test ${quoted(found)}`,
      "zh-CN": ({ input, found }) => `${quoted(input)} 的任何取值都不满足 ${quoted(found)}`
    }
  })
}
