/** `simulation/…`: what a simulation cannot be made of. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

export const simulation = {
  "simulation/no-fixed-length": entry<{ found: string }>({
    level: "error",
    message: {
      en: ({ found }) => `${quoted(found)} is longer at one time than at another`,
      "zh-CN": ({ found }) => `${quoted(found)} 的实际时长随日期变化`
    },
    help: {
      en: () => "write minutes, hours, days or weeks, for example `16 hours`",
      "zh-CN": () => "请写分钟、小时、天或周，例如 `16 hours`"
    }
  }),
  "simulation/numbers": entry<{ count: number; found: number; below?: number }>({
    level: "error",
    message: {
      en: ({ count, found, below }) => {
        if (count !== found) return `${count} numbers belong here, and these are ${found}`
        return below === undefined ? `these ${count} numbers are all 0, so nothing comes` : `${below} is below 0`
      },
      "zh-CN": ({ count, found, below }) => {
        if (count !== found) return `此处应为 ${count} 个数，现有 ${found} 个`
        return below === undefined ? `这 ${count} 个数全为 0，因此没有来件` : `${below} 小于 0`
      }
    },
    help: {
      en: () => "write one for each hour, day or month; 0 where nothing comes",
      "zh-CN": () => "每小时、每天或每月一个数；没有来件写 0"
    }
  }),
  "simulation/nothing": entry({
    level: "error",
    message: { en: () => "0 is nothing to simulate", "zh-CN": () => "0 表示没有可模拟的内容" },
    help: { en: () => "write a whole number from 1", "zh-CN": () => "请写 1 以上的整数" }
  }),
  "simulation/no-rows": entry<{ path: string }>({
    level: "error",
    message: {
      en: ({ path }) => `${quoted(path)} has no rows, so nothing arrives`,
      "zh-CN": ({ path }) => `${quoted(path)} 没有数据行，因此没有来件`
    },
    help: {
      en: () => "write one row for each piece of feedback below the head",
      "zh-CN": () => "表头之下每件反馈写一行"
    }
  }),
  "simulation/below-zero": entry<{ found: string }>({
    level: "error",
    message: {
      en: ({ found }) => `${quoted(found)} is below 0`,
      "zh-CN": ({ found }) => `${quoted(found)} 小于 0`
    },
    help: { en: () => "write 0 or more", "zh-CN": () => "请写 0 或正数" }
  }),
  "simulation/row": entry({
    level: "warning",
    message: { en: () => "this row cannot be read, and is left out", "zh-CN": () => "此行无法读取，未计入" },
    help: {
      en: () => "write no more cells than the head has; in a file that ends in `.ndjson`, one row in braces a line",
      "zh-CN": () => "单元格不得多于表头；扩展名为 `.ndjson` 的文件每行一对花括号"
    }
  }),
  "simulation/spread": entry({
    level: "error",
    message: {
      en: () => "this does not say how something varies",
      "zh-CN": () => "此处没有说清如何变化"
    },
    help: {
      en: () =>
        "write one value, a list, or rising `half-within` and `ninety-within`, `mean` above 0 with or without `deviation`, or rising `least`, `usual` and `most`",
      "zh-CN": () =>
        "请写一个值、一个列表，或递增的 `half-within` 与 `ninety-within`，或大于 0 的 `mean`（可加 `deviation`），或递增的 `least`、`usual`、`most`"
    }
  })
}
