/** Arrivals of a simulation: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../../en/outline/file/Arrivals.ts"

export const title: Like<typeof en.title> = {
  Hourly: "24 个数，自零点起；或 168 个数，自周一零点起",
  Daily: "7 个数，自周一起",
  Campaign: "高峰",
  Mix: "来件构成",
  FactWeights: "事实与取值比重",
  TableFile: "表格文件",
  RecordedArrival: "一次来件",
  Trace: "来件文件、来件文件及其映射，或来件列表",
  Texts: "文字列表，或存放文字的文件",
  Arrivals: "来件"
}

export const says: Like<typeof en.says> = {
  Campaign: {
    when: "何时。",
    times: "来件为平常的几倍。"
  },
  Mix: {
    categories: "各类别的比重。",
    channels: "各渠道的比重。",
    languages: "各语言的比重。",
    emotions: "各情绪的比重；`unmoved` 表示平静。",
    facts: "客户档案中的事实及其比重。"
  },
  TableFile: {
    file: "CSV 或 NDJSON；来件还可为流程挖掘日志（`.xes`）或数据文件；原话还可为每行一条的文本。",
    map: "哪一列是什么：导入用的映射文件，或日志映射（`*.mapping.yaml`，取每件案件的第一行）。"
  },
  RecordedArrival: {
    at: "何时来件。",
    text: "客户原话；缺省随机抽取。",
    channel: "渠道；缺省随机抽取。",
    category: "抽取原话的类别。",
    customer: "客户；缺省为新客户。",
    language: "客户的语言。",
    kind: "性质；缺省由文字判定。",
    score: "评分。",
    facts: "已知的事实。"
  },
  Arrivals: {
    "per-day": "平均每天收到多少件。",
    factor: "按此倍数增减。",
    hours: "一天或一周中各小时的比重。",
    days: "一周中各天的比重。",
    months: "各月的倍数；1 为平常。",
    campaigns: "来件增减的时期。",
    batch: "一次同来几件，至少 1 件；`per-day` 逐件计。",
    mix: "来件构成。",
    texts: "客户原话。",
    trace: "按实际来件重放，不再随机产生。"
  }
}
