/** `simulation/…`: what a simulation cannot be made of. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

/** Numbers of which nothing could come, and what may stand there instead, in both languages. */
const limits = {
  batch: ["what comes together is one at least", "一次至少来一件", "write 1 or more", "请写 1 或更大的数"],
  "at-once": [
    "whoever works on nothing at once never works",
    "同时办理 0 件即不办理",
    "write 1 or more; take out whoever does not work",
    "请写 1 以上的整数；不办理的人员请删去"
  ],
  rework: [
    "what is always done again is never done",
    "每次都返工，永远办不完",
    "write a share below 100%",
    "请写小于 100% 的比例"
  ],
  precision: [
    "no number of replications comes to this",
    "重复多少次都达不到此精度",
    "write a share above 0%, such as `2%`",
    "请写大于 0% 的比例，例如 `2%`"
  ],
  most: [
    "the most is less than the least",
    "至多的次数小于至少的次数",
    "write no less than `least`",
    "请写不小于 `least` 的数"
  ],
  skill: [
    "nobody has this skill, so the work is never done",
    "没有人会此技能，因此永远办不了",
    "write it in `skills` of somebody in `staff.people`",
    "请写在 `staff.people` 中某人的 `skills` 里"
  ],
  seed: [
    "no chance has this number",
    "随机种子过大",
    "write a whole number up to 4294967295",
    "请写不超过 4294967295 的整数"
  ],
  "warm-up": [
    "nothing is left out of a run that is `terminating`",
    "`terminating` 的模拟不略去开头",
    "leave `warm-up` out, or write `horizon: steady`",
    "请不写 `warm-up`，或写 `horizon: steady`"
  ],
  kind: [
    "the gate of this row is of another kind, so the row fits nothing",
    "此行的关口属另一种类，因此对任何办理都不适用",
    "leave `kind` out: the gate says enough",
    "请不写 `kind`，写明关口即可"
  ],
  row: [
    "a row before this one fits all that it fits, so it never counts",
    "前面的行已包含此行，因此从不采用",
    "put it before that row, or leave it out",
    "请移到该行之前，或删去"
  ],
  interrupts: [
    "what came later never goes before what is at work where `first` is `fifo`",
    "`first` 为 `fifo` 时，后来的事项不会打断手头工作",
    "write another `first`, or leave `interrupts` out",
    "请改写 `first`，或不写 `interrupts`"
  ],
  people: [
    "so many people cannot be simulated",
    "人数过多，无法模拟",
    "write 10000 at most",
    "请写不超过 10000 的整数"
  ],
  hours: [
    "`calendar` and `shift` both say when somebody works",
    "`calendar` 与 `shift` 都写明了工作时间",
    "write one of the two",
    "两者只写其一"
  ],
  weights: [
    "nothing of this ever comes",
    "其中没有一项会出现",
    "give one of them a number above 0, or leave the key out",
    "请至少给一项大于 0 的数，或不写此键"
  ]
} as const satisfies Record<string, readonly [en: string, zh: string, helpEn: string, helpZh: string]>

export type Limit = keyof typeof limits

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
  "simulation/numbers": entry<{ counts: readonly number[]; found: number; below?: number }>({
    level: "error",
    message: {
      en: ({ counts, found, below }) => {
        if (!counts.includes(found)) return `${counts.join(" or ")} numbers belong here, and these are ${found}`
        return below === undefined ? `these ${found} numbers are all 0, so nothing comes` : `${below} is below 0`
      },
      "zh-CN": ({ counts, found, below }) => {
        if (!counts.includes(found)) return `此处应为 ${counts.join(" 或 ")} 个数，现有 ${found} 个`
        return below === undefined ? `这 ${found} 个数全为 0，因此没有来件` : `${below} 小于 0`
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
  "simulation/no-rows": entry<{ path: string; of: "at" | "text" }>({
    level: "error",
    message: {
      en: ({ path, of }) =>
        `${quoted(path)} has no rows, so ${of === "at" ? "nothing arrives" : "customers have nothing to write"}`,
      "zh-CN": ({ path, of }) => `${quoted(path)} 没有数据行，因此没有${of === "at" ? "来件" : "客户原话"}`
    },
    help: {
      en: ({ of }) =>
        of === "at"
          ? "write one row for each piece of feedback, in a table below the head"
          : "write one text a row that is not blank, or leave the key out",
      "zh-CN": ({ of }) => (of === "at" ? "每件反馈写一行，表格写在表头之下" : "每行写一条非空白的文字，或不写此键")
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
  "simulation/limit": entry<{ limit: Limit }>({
    level: "error",
    message: { en: ({ limit }) => limits[limit][0], "zh-CN": ({ limit }) => limits[limit][1] },
    help: { en: ({ limit }) => limits[limit][2], "zh-CN": ({ limit }) => limits[limit][3] }
  }),
  "simulation/same-person": entry<{ person: string }>({
    level: "error",
    message: {
      en: ({ person }) => `two people are called ${quoted(person)}`,
      "zh-CN": ({ person }) => `有两人同名为 ${quoted(person)}`
    },
    help: {
      en: () => "call one of them otherwise; of `count` people the ids end in `-1`, `-2` and so on",
      "zh-CN": () => "请改其中一个；写明 `count` 的人员，编号以 `-1`、`-2` 等结尾"
    }
  }),
  "simulation/shares": entry<{ sum: string; isWhole: boolean }>({
    level: "error",
    message: {
      en: ({ sum, isWhole }) => `these shares come to ${sum}%, ${isWhole ? "and not to" : "more than"} 100%`,
      "zh-CN": ({ sum, isWhole }) => `这些比例合计 ${sum}%，${isWhole ? "不是" : "超过"} 100%`
    },
    help: {
      en: ({ isWhole }) =>
        isWhole
          ? "let them come to 100%, or leave one out: it is what the others leave"
          : "let them come to 100% at most",
      "zh-CN": ({ isWhole }) => (isWhole ? "请使合计为 100%，或不写其中一项，由其余各项推得" : "请使合计不超过 100%")
    }
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
