/** Values: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/outline/Value.ts"

export const title: Like<typeof en.title> = {
  Sentence: "文字",
  LanguageTag: "语言标签",
  Text: "文字",
  Name: "名称",
  RoleName: "角色名称",
  MomentName: "名称",
  Word: "名称",
  Words: "名称列表",
  SomeWords: "名称或名称列表",
  Phrases: "用语列表",
  MomentNames: "名称列表",
  Who: "谁：角色或人员用词",
  WhoWord: "角色或人员用词",
  Owners: "谁：角色或人员用词，末位可为 `queue`",
  OwnerWord: "角色、人员用词或 `queue`",
  OneRole: "一个角色",
  Which: "名称列表、`all` 或 `none`",
  WhichWord: "名称、`all` 或 `none`",
  Fields: "事实与反馈字段列表",
  Field: "事实或反馈字段",
  Subjects: "事实、字段与输入列表",
  Subject: "事实、字段或输入",
  Moments: "关口、时钟、事件或日期，或其列表",
  Moment: "关口、时钟、事件或日期",
  MomentsOrEndings: "关口、时钟、事件或日期，或其列表",
  MomentOrEnding: "关口、时钟、事件或日期",
  DateWords: "案件的日期，或其列表",
  DateWord: "日期事实，或反馈中的日期字段",
  CalendarWord: "日历",
  YesNo: "`yes` 或 `no`",
  Whole: "不小于 0 的整数",
  Count: "不小于 1 的整数",
  Integer: "整数",
  Amount: "金额",
  Length: "时长",
  Point: "时钟上的时点",
  Points: "时点列表",
  Share: "百分比",
  Date: "日期",
  Days: "日期或某日时段的列表",
  Day: "日期，或当日的时段",
  Instant: "时刻",
  Hours: "时段列表",
  Stretch: "时段",
  Frequency: "频次",
  Kind: "反馈性质",
  Duty: "职责",
  Duties: "职责列表",
  Removed: "`removed`",
  ListChange: "对继承列表的增减",
  TextByLanguage: "多语言文字"
}

export const says: Like<typeof en.says> = {
  Entry: {
    title: "给人看的名称。",
    basis: "所依据的标准或法规条款。",
    formerly: "曾依据的旧条款。"
  },
  Removed: {
    is: "删去继承来的条目。"
  },
  ListChange: {
    also: "加到继承来的列表；规则行排在其前。",
    without: "从继承来的列表中除去。"
  }
}
