/** The schema of a simulation file: arrivals, staff and their work times, acts of customers, outages and costs. */
import * as Schema from "effect/Schema"
import { newestVersion } from "../../outline/Version.ts"
import { GateKind } from "../Gate.ts"
import { Week } from "../Intake.ts"
import { choice, mapOf, must, named, perhaps } from "../Notation.ts"
import { DateText, Length, Name, Sentence, Share, Whole, Word, YesNo } from "../Value.ts"
import { Arrivals } from "./Arrivals.ts"
import { FactValues } from "./People.ts"
import { Figure, Monthly, NumberSpread, Spell, Spread, Weights } from "./Spread.ts"

const Words = Schema.Union([Word, Schema.Array(Word)]).annotate(named("WordList"))
const Replications = mapOf("Replications", {
  least: perhaps(Whole, "至少"),
  most: perhaps(Whole, "至多"),
  precision: perhaps(Share, "精度")
})
const OwnShift = mapOf("OwnShift", {
  hours: must(Week, "工作时间"),
  "time-zone": perhaps(Word, "时区"),
  holidays: perhaps(Word, "节假日")
})
const Sickness = mapOf("Sickness", {
  "per-year": must(Figure, "每年次数"),
  lasts: must(Spread, "持续")
})
const Worker = mapOf("Worker", {
  name: perhaps(Sentence, "姓名"),
  count: perhaps(Whole, "人数"),
  roles: must(Words, "角色"),
  department: perhaps(Word, "部门"),
  calendar: perhaps(Word, "日历"),
  shift: perhaps(OwnShift, "班次"),
  deputy: perhaps(Word, "代理人"),
  away: perhaps(Schema.Union([Spell, Schema.Array(Spell)]), "外出"),
  sickness: perhaps(Sickness, "病假"),
  "at-once": perhaps(Whole, "同时"),
  skills: perhaps(Words, "技能")
})
const Staff = mapOf("Staff", {
  people: perhaps(Schema.Record(Name, Worker).annotate(named("Workers")), "人员"),
  first: perhaps(
    choice("Discipline", {
      fifo: "先到",
      priority: "优先级",
      "earliest-due": "最早到期",
      "least-slack": "最紧迫"
    }),
    "先办"
  ),
  interrupts: perhaps(YesNo, "可打断")
})

const WorkTime = mapOf("WorkTime", {
  gate: perhaps(Word, "关口"),
  kind: perhaps(GateKind, "种类"),
  errand: perhaps(
    choice("ErrandWord", {
      approval: "审批",
      "spot-check": "抽查",
      handover: "移交",
      "on-call": "应召",
      review: "复核",
      reopening: "重开",
      part: "部门事项",
      action: "措施",
      signature: "签署",
      ruling: "裁决"
    }),
    "事项"
  ),
  grade: perhaps(Word, "等级"),
  category: perhaps(Word, "类别"),
  takes: must(Spread, "用时")
})
const Compensation = mapOf("CompensationGiven", {
  share: must(Share, "比例"),
  amount: must(NumberSpread, "金额"),
  categories: perhaps(Words, "类别")
})
const share = (zh: string) => perhaps(Share, zh)
const gates = perhaps(Words, "关口")
const PauseBefore = mapOf("PauseBefore", {
  share: must(Share, "比例"),
  lasts: must(Spread, "持续"),
  gates
})
const ExtensionsAsked = mapOf("ExtensionsAsked", {
  share: must(Share, "比例"),
  before: perhaps(Length, "提前"),
  clocks: perhaps(Words, "时钟")
})
const WaiversAsked = mapOf("WaiversAsked", {
  share: must(Share, "比例"),
  gates
})
const Work = mapOf("WorkDone", {
  times: perhaps(Schema.Array(WorkTime), "用时"),
  factor: perhaps(Figure, "倍数"),
  rework: share("返工"),
  needs: perhaps(Schema.Record(Word, Word).annotate(named("Needs")), "所需技能"),
  "hand-over": share("移交"),
  denied: share("不批准"),
  "found-wrong": share("抽查不合格"),
  systemic: share("系统性"),
  decisions: perhaps(Weights, "结论"),
  compensation: perhaps(Compensation, "补偿"),
  pauses: perhaps(Schema.Record(Word, PauseBefore).annotate(named("PausesBefore")), "暂停"),
  extensions: perhaps(ExtensionsAsked, "延期"),
  waivers: perhaps(WaiversAsked, "豁免"),
  splits: share("拆分")
})

const delay = perhaps(Spread, "多久答复")
const silent = share("不回复")
const Customers = mapOf("CustomersDo", {
  proposals: perhaps(
    mapOf("OnProposal", {
      delay,
      agree: share("同意"),
      counter: share("提出修改"),
      refuse: share("不同意"),
      silent
    }),
    "方案"
  ),
  confirmations: perhaps(
    mapOf("OnResult", {
      delay,
      satisfied: share("满意"),
      dissatisfied: share("不满意"),
      silent
    }),
    "确认"
  ),
  patience: perhaps(
    mapOf("Patience", {
      lasts: must(Spread, "持续"),
      until: must(choice("PatienceUntil", { begun: "着手", answered: "答复" }), "等到"),
      again: share("再次反映"),
      escalates: share("升级反映"),
      leaves: share("流失"),
      "at-most": perhaps(Whole, "至多")
    }),
    "耐心"
  ),
  words: perhaps(Spread, "补充"),
  "other-channel": share("换渠道"),
  "come-back": perhaps(
    mapOf("ComeBack", {
      share: must(Share, "比例"),
      after: must(Spread, "多久后")
    }),
    "再来"
  )
})
const Fault = mapOf("FaultOfMany", {
  every: must(Spread, "间隔"),
  "per-day": must(Figure, "每日件数"),
  category: must(Word, "类别"),
  facts: perhaps(FactValues, "事实"),
  prevented: share("预防有效"),
  lasts: perhaps(Spread, "持续"),
  months: perhaps(Monthly, "各月")
})
const Money = mapOf("Costs", {
  hour: perhaps(Weights, "工时"),
  "lost-customer": perhaps(Figure, "流失客户")
})

/** The schema of a simulation file. */
export const Simulation = mapOf("SimulationFile", {
  hearback: must(Schema.Literal(newestVersion), "闭环"),
  simulation: must(Sentence, "模拟"),
  policy: must(Sentence, "策略"),
  from: perhaps(DateText, "自"),
  weeks: perhaps(Whole, "周数"),
  horizon: perhaps(choice("Horizon", { steady: "持续", terminating: "有始有终" }), "考察"),
  "warm-up": perhaps(Length, "预热"),
  seed: perhaps(Whole, "随机种子"),
  replications: perhaps(Replications, "重复次数"),
  arrivals: perhaps(Arrivals, "来件"),
  staff: perhaps(Staff, "人手"),
  work: perhaps(Work, "办理"),
  customers: perhaps(Customers, "客户"),
  faults: perhaps(Schema.Record(Name, Fault).annotate(named("FaultsOfMany")), "故障"),
  money: perhaps(Money, "成本")
})

/** A simulation file as plain JSON. */
export type SimulationDocument = typeof Simulation.Encoded
