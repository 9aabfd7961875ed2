/** `simulation/…`: what a simulation cannot be made of. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Simulation.ts"
import { quoted } from "../../shape/TranslatedText.ts"

/** Numbers of which nothing could come, and what may stand there instead. */
const limits = {
  batch: { says: "一次至少来一件", help: "请写 1 或更大的数" },
  "at-once": { says: "同时办理 0 件即不办理", help: "请写 1 以上的整数；不办理的人员请删去" },
  rework: { says: "每次都返工，永远办不完", help: "请写小于 100% 的比例" },
  precision: { says: "重复多少次都达不到此精度", help: "请写大于 0% 的比例，例如 `2%`" },
  most: { says: "至多的次数小于至少的次数", help: "请写不小于 `least` 的数" },
  skill: { says: "没有人会此技能，因此永远办不了", help: "请写在 `staff.people` 中某人的 `skills` 里" },
  seed: { says: "随机种子过大", help: "请写不超过 4294967295 的整数" },
  "warm-up": { says: "`terminating` 的模拟不略去开头", help: "请不写 `warm-up`，或写 `horizon: steady`" },
  "all-warm-up": { says: "所模拟的时间会全部略去", help: "请写得比 `weeks` 短" },
  kind: { says: "此行的关口属另一种类，因此对任何办理都不适用", help: "请不写 `kind`，写明关口即可" },
  row: { says: "前面的行已包含此行，因此从不采用", help: "请移到该行之前，或删去" },
  interrupts: { says: "`first` 为 `fifo` 时，后来的事项不会打断手头工作", help: "请改写 `first`，或不写 `interrupts`" },
  people: { says: "人数过多，无法模拟", help: "请写不超过 10000 的整数" },
  hours: { says: "`calendar` 与 `shift` 都写明了工作时间", help: "两者只写其一" },
  weights: { says: "其中没有一项会出现", help: "请至少给一项大于 0 的数，或不写此键" }
}

const idle = {
  outside: { says: "不在所模拟的时间之内，不起作用", help: "请写 `from` 至 `weeks` 结束之间的日期，或删去" },
  beyond: { says: "比所模拟的时间还长，因此不会发生", help: "请写得短一些，增加 `weeks`，或不写此键" },
  share: { says: "0% 表示从不发生，写了等于没写", help: "请写大于 0% 的比例，或删去这一项" },
  late: { says: "办理用时超过该关口的所有时限，没有一件能按时", help: "请写实际办理多久，不含搁置的时间" },
  arrivals: { says: "没有来件，因此没有可模拟的内容", help: "请写大于 0 的数，或在 `trace` 中写明已有的来件记录" }
}

export const simulation: Like<typeof en.simulation> = {
  "simulation/no-fixed-length": {
    message: ({ found }) => `${quoted(found)} 的实际时长随日期变化`,
    help: "请写分钟、小时、天或周，例如 `16 hours`"
  },
  "simulation/numbers": {
    message: ({ counts, found, below }) => {
      if (!counts.includes(found)) return `此处应为 ${counts.join(" 或 ")} 个数，现有 ${found} 个`
      return below === undefined ? `这 ${found} 个数全为 0，因此没有来件` : `${below} 小于 0`
    },
    help: "每小时、每天或每月一个数；没有来件写 0"
  },
  "simulation/nothing": { message: "0 表示没有可模拟的内容", help: "请写 1 以上的整数" },
  "simulation/no-rows": {
    message: ({ path, of }) => `${quoted(path)} 没有数据行，因此没有${of === "at" ? "来件" : "客户原话"}`,
    help: ({ of }) => (of === "at" ? "每件反馈写一行，表格写在表头之下" : "每行写一条非空白的文字，或不写此键")
  },
  "simulation/below-zero": { message: ({ found }) => `${quoted(found)} 小于 0`, help: "请写 0 或正数" },
  "simulation/limit": { message: ({ limit }) => limits[limit].says, help: ({ limit }) => limits[limit].help },
  "simulation/idle": { message: ({ why }) => idle[why].says, help: ({ why }) => idle[why].help },
  "simulation/same-person": {
    message: ({ person }) => `有两人同名为 ${quoted(person)}`,
    help: "请改其中一个；写明 `count` 的人员，编号以 `-1`、`-2` 等结尾"
  },
  "simulation/shares": {
    message: ({ sum, isWhole }) => `这些比例合计 ${sum}%，${isWhole ? "不是" : "超过"} 100%`,
    help: ({ isWhole }) => (isWhole ? "请使合计为 100%，或不写其中一项，由其余各项推得" : "请使合计不超过 100%")
  },
  "simulation/row": {
    message: "此行无法读取，未计入",
    help: "单元格不得多于表头；扩展名为 `.ndjson` 的文件每行一对花括号"
  },
  "simulation/spread": {
    message: "此处没有说清如何变化",
    help: "请写一个值、一个列表，或递增的 `half-within` 与 `ninety-within`，或大于 0 的 `mean`（可加 `deviation`），或递增的 `least`、`usual`、`most`"
  }
}
