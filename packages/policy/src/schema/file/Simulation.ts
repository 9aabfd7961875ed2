/** A simulation file: what arrives, who works and how long, what customers do, what breaks, and what it costs. */
import * as Schema from "effect/Schema"
import { newestVersion } from "../../outline/Version.ts"
import { GateKind } from "../Gate.ts"
import { Week } from "../Intake.ts"
import { choice, mapOf, must, perhaps, titled } from "../Notation.ts"
import { DateText, Length, Name, Sentence, Share, Whole, Word, YesNo } from "../Value.ts"
import { Arrivals } from "./Arrivals.ts"
import { FactValues } from "./People.ts"
import { Figure, Monthly, NumberSpread, Spell, Spread, Weights } from "./Spread.ts"

const Words = Schema.Union([Word, Schema.Array(Word)]).annotate({
  identifier: "WordList",
  ...titled(["a name or a list of names", "名称或名称列表"])
})
const Replications = mapOf("Replications", ["how often all of it is done", "重复次数"], {
  least: perhaps(
    Whole,
    "至少",
    "At least so often; 10 by default. Said alone: so often.",
    "至少几次；缺省 10。只写此项时，即重复此数。"
  ),
  most: perhaps(
    Whole,
    "至多",
    "At most so often; 30 by default, 300 where a precision is said.",
    "至多几次；缺省 30，写明精度时缺省 300。"
  ),
  precision: perhaps(
    Share,
    "精度",
    "More are made until the mean time to an answer is known to this share of it; 10 % by default.",
    "继续重复，直到平均答复用时的误差不超过此比例；缺省 10%。"
  )
})
const OwnShift = mapOf("OwnShift", ["a shift of their own", "个人班次"], {
  hours: must(Week, "工作时间", "Their weekly hours.", "每周工作时间。"),
  "time-zone": perhaps(
    Word,
    "时区",
    "Where the hours are, such as `Europe/London`; else the policy's.",
    "所在时区，如 `Europe/London`；缺省为策略时区。"
  ),
  holidays: perhaps(
    Word,
    "节假日",
    "A calendar whose closed and open days count too.",
    "同时采用其休息日与开放日的日历。"
  )
})
const Sickness = mapOf("Sickness", ["sickness", "病假"], {
  "per-year": must(Figure, "每年次数", "How often a year.", "每年几次。"),
  lasts: must(Spread, "持续", "How long it lasts.", "持续多久。")
})
const Worker = mapOf("Worker", ["a person, or several alike", "人员，或若干相同人员"], {
  name: perhaps(Sentence, "姓名", "Their name.", "姓名。"),
  count: perhaps(Whole, "人数", "How many of them there are.", "共几人。"),
  roles: must(Words, "角色", "Their roles.", "角色。"),
  department: perhaps(Word, "部门", "Their department.", "部门。"),
  calendar: perhaps(Word, "日历", "Their working time.", "工作时间。"),
  shift: perhaps(OwnShift, "班次", "Working time of their own.", "个人班次。"),
  deputy: perhaps(Word, "代理人", "Who stands in for them.", "代理人。"),
  away: perhaps(Schema.Union([Spell, Schema.Array(Spell)]), "外出", "When they are away.", "何时外出。"),
  sickness: perhaps(Sickness, "病假", "How often and how long they are ill.", "病假的频次与时长。"),
  "at-once": perhaps(Whole, "同时", "How many cases they work on at once.", "同时办理几件。"),
  skills: perhaps(Words, "技能", "What they have learnt.", "所会的技能。")
})
const Staff = mapOf("Staff", ["who works", "人手"], {
  people: perhaps(
    Schema.Record(Name, Worker).annotate({ identifier: "Workers", ...titled(["a map of people", "人员"]) }),
    "人员",
    "Who works; else everyone of the people file.",
    "人员；缺省为人员表中的全部人员。"
  ),
  first: perhaps(
    choice("Discipline", ["what is taken up first", "先办什么"], {
      fifo: "先到",
      priority: "优先级",
      "earliest-due": "最早到期",
      "least-slack": "最紧迫"
    }),
    "先办",
    "What is taken up first; what is due first by default.",
    "先办什么；缺省为最早到期的先办。"
  ),
  interrupts: perhaps(
    YesNo,
    "可打断",
    "Whether work stops for what is to be taken up before it; not with `fifo`.",
    "按先办规则更靠前的事项可否打断手头工作；不与 `fifo` 同用。"
  )
})

const WorkTime = mapOf("WorkTime", ["how long work takes", "办理用时"], {
  gate: perhaps(Word, "关口", "At this gate.", "限此关口。"),
  kind: perhaps(GateKind, "种类", "At gates of this kind.", "限此类关口。"),
  errand: perhaps(
    choice("ErrandWord", ["work that stands at no gate", "关口之外的事项"], {
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
    "事项",
    "For this work.",
    "限此事项。"
  ),
  grade: perhaps(Word, "等级", "For cases of this level.", "限此等级。"),
  category: perhaps(Word, "类别", "For cases of this category.", "限此类别。"),
  takes: must(Spread, "用时", "How long it takes.", "用时多久。")
})
const Compensation = mapOf("CompensationGiven", ["money for customers", "补偿"], {
  share: must(Share, "比例", "How often it is given.", "补偿的比例。"),
  amount: must(NumberSpread, "金额", "How much.", "金额。"),
  categories: perhaps(Words, "类别", "For these categories; else for all.", "限此类别；缺省为全部。")
})
const share = (zh: string, en: string, zhSays: string) => perhaps(Share, zh, en, zhSays)
const gates = perhaps(Words, "关口", "At these gates; else at all.", "限这些关口；缺省为全部。")
const PauseBefore = mapOf("PauseBefore", ["a wait for somebody else", "等待他人"], {
  share: must(Share, "比例", "How often, before work at a gate.", "在关口办理之前等待的比例。"),
  lasts: must(Spread, "持续", "How long it lasts.", "持续多久。"),
  gates
})
const ExtensionsAsked = mapOf("ExtensionsAsked", ["how often more time is asked for", "申请延期"], {
  share: must(Share, "比例", "How often, of deadlines that come near.", "临近到期时申请延期的比例。"),
  before: perhaps(
    Length,
    "提前",
    "How long before they are due; 4 hours by default, and not in the first half of their time.",
    "到期前多久；缺省为 4 小时，且不早于时限过半。"
  ),
  clocks: perhaps(
    Words,
    "时钟",
    "Of these clocks; else of all that may be extended.",
    "限这些时钟；缺省为所有可延期的时钟。"
  )
})
const WaiversAsked = mapOf("WaiversAsked", ["how often a gate is let go", "申请豁免"], {
  share: must(Share, "比例", "How often, instead of work at a gate.", "不办理而申请豁免关口的比例。"),
  gates
})
const Work = mapOf("WorkDone", ["how work goes", "办理"], {
  times: perhaps(
    Schema.Array(WorkTime),
    "用时",
    "How long work takes: the first that fits counts.",
    "办理用时：先符合者为准。"
  ),
  factor: perhaps(Figure, "倍数", "Everything takes so many times as long.", "全部用时按此倍数。"),
  rework: share("返工", "How often it is done again.", "返工的比例。"),
  needs: perhaps(
    Schema.Record(Word, Word).annotate({
      identifier: "Needs",
      ...titled(["a map of gates or categories and skills", "关口或类别与所需技能"])
    }),
    "所需技能",
    "The skill that a gate or a category takes.",
    "关口或类别所需的技能。"
  ),
  "hand-over": share("移交", "How often an owner hands a case over.", "首问人移交的比例。"),
  denied: share("不批准", "How often approval is denied.", "申请不获批准的比例。"),
  "found-wrong": share("抽查不合格", "How often a spot check finds fault.", "抽查不合格的比例。"),
  systemic: share("系统性", "How often a root cause proves systemic.", "根因属系统性的比例。"),
  decisions: perhaps(Weights, "结论", "How often each conclusion comes.", "各结论的比重。"),
  compensation: perhaps(Compensation, "补偿", "Money for customers.", "对客户的补偿。"),
  pauses: perhaps(
    Schema.Record(Word, PauseBefore).annotate({
      identifier: "PausesBefore",
      ...titled(["a map of reasons to pause", "暂停原因"])
    }),
    "暂停",
    "Waits for customers or suppliers, by the reason for which clocks pause.",
    "按暂停时钟的原因列出，对客户或供应商的等待。"
  ),
  extensions: perhaps(ExtensionsAsked, "延期", "How often owners ask for more time.", "首问人申请延期的情形。"),
  waivers: perhaps(WaiversAsked, "豁免", "How often a gate is let go by authority.", "凭权限豁免关口的情形。"),
  splits: share(
    "拆分",
    "How often a case has another matter in it, which is split off.",
    "案件含另一事项而拆分的比例。"
  )
})

const delay = perhaps(Spread, "多久答复", "After how long they answer.", "多久后答复。")
const silent = share("不回复", "How often they never answer.", "始终不回复的比例。")
const Customers = mapOf("CustomersDo", ["what customers do", "客户行为"], {
  proposals: perhaps(
    mapOf("OnProposal", ["what they say to a proposal", "对方案的答复"], {
      delay,
      agree: share("同意", "How often they agree.", "同意的比例。"),
      counter: share("提出修改", "How often they counter.", "提出修改的比例。"),
      refuse: share("不同意", "How often they refuse.", "不同意的比例。"),
      silent
    }),
    "方案",
    "What they say to a proposal.",
    "对方案的答复。"
  ),
  confirmations: perhaps(
    mapOf("OnResult", ["what they say to a result", "对结果的答复"], {
      delay,
      satisfied: share("满意", "How often they are satisfied.", "满意的比例。"),
      dissatisfied: share("不满意", "How often they are not.", "不满意的比例。"),
      silent
    }),
    "确认",
    "Whether it was put right.",
    "是否解决的答复。"
  ),
  patience: perhaps(
    mapOf("Patience", ["how long they wait", "耐心"], {
      lasts: must(Spread, "持续", "How long it lasts.", "持续多久。"),
      until: must(
        choice("PatienceUntil", ["what ends the wait", "等到何时"], { begun: "着手", answered: "答复" }),
        "等到",
        "What they wait for.",
        "等到着手还是答复。"
      ),
      again: share("再次反映", "How often they then say it again.", "再次反映的比例。"),
      escalates: share("升级反映", "How often they say it elsewhere, in anger.", "转其他渠道并动怒的比例。"),
      leaves: share("流失", "How often they leave.", "流失的比例。"),
      "at-most": perhaps(Whole, "至多", "How often one customer says it again.", "同一客户至多再反映几次。")
    }),
    "耐心",
    "How long they wait, and what they do then.",
    "等待多久，之后如何。"
  ),
  words: perhaps(Spread, "补充", "Time between two further words.", "两次补充之间的间隔。"),
  "other-channel": share(
    "换渠道",
    "How often they say more, or say it again, by another channel.",
    "补充或再次反映时换渠道的比例。"
  ),
  "come-back": perhaps(
    mapOf("ComeBack", ["who comes back", "结案后再来"], {
      share: must(Share, "比例", "How often.", "比例。"),
      after: must(Spread, "多久后", "How long after the end.", "结束后多久。")
    }),
    "再来",
    "Customers who come back after the end.",
    "结案后再来的客户。"
  )
})
const Fault = mapOf("FaultOfMany", ["a fault that brings many cases", "成批故障"], {
  every: must(Spread, "间隔", "How long after the end of one the next begins.", "上一次结束到下一次开始。"),
  "per-day": must(Figure, "每日件数", "How many cases a day it brings.", "每天带来几件。"),
  category: must(Word, "类别", "Of which category.", "所属类别。"),
  facts: perhaps(FactValues, "事实", "Facts of each of its cases.", "其案件的事实。"),
  prevented: share("预防有效", "How often a prevention works.", "预防措施有效的比例。"),
  lasts: perhaps(Spread, "持续", "It ends by itself after so long.", "多久后自行结束。"),
  months: perhaps(Monthly, "各月", "How much it brings in each month; 1 is usual.", "各月的倍数；1 为平常。")
})
const Money = mapOf("Costs", ["what it costs", "成本"], {
  hour: perhaps(Weights, "工时", "What an hour of a role costs.", "各角色每小时成本。"),
  "lost-customer": perhaps(Figure, "流失客户", "What a customer who leaves is worth.", "一位流失客户的价值。")
})

export const Simulation = mapOf("SimulationFile", ["a simulation file", "模拟方案"], {
  hearback: must(Schema.Literal(newestVersion), "闭环", "The version of the language.", "语言版本。"),
  simulation: must(Sentence, "模拟", "What if: its name.", "假设什么：方案名称。"),
  policy: must(Sentence, "策略", "The policy file that is simulated.", "所模拟的策略文件。"),
  from: perhaps(DateText, "自", "The first day.", "第一天。"),
  weeks: perhaps(Whole, "周数", "How long feedback arrives.", "反馈持续到达几周。"),
  horizon: perhaps(
    choice("Horizon", ["what is looked at", "考察方式"], { steady: "持续", terminating: "有始有终" }),
    "考察",
    "How it goes on and on, or from empty desks to the last case.",
    "持续运行的状态，或从零积压到最后一件。"
  ),
  "warm-up": perhaps(Length, "预热", "How much of the beginning is left out.", "略去开头多久。"),
  seed: perhaps(Whole, "随机种子", "Governs all chance.", "决定全部随机性。"),
  replications: perhaps(Replications, "重复次数", "How often all of it is done.", "重复几次。"),
  arrivals: perhaps(Arrivals, "来件", "What arrives.", "来件。"),
  staff: perhaps(Staff, "人手", "Who works.", "人手。"),
  work: perhaps(Work, "办理", "How work goes.", "办理。"),
  customers: perhaps(Customers, "客户", "What customers do.", "客户行为。"),
  faults: perhaps(
    Schema.Record(Name, Fault).annotate({ identifier: "FaultsOfMany", ...titled(["a map of faults", "成批故障"]) }),
    "故障",
    "Faults that bring many cases.",
    "带来成批案件的故障。"
  ),
  money: perhaps(Money, "成本", "What it costs.", "成本。")
})

/** The document of a simulation file as plain JSON. */
export type SimulationDocument = typeof Simulation.Encoded
