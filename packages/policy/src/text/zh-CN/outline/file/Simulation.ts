/** A simulation file: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../../en/outline/file/Simulation.ts"

export const title: Like<typeof en.title> = {
  Replications: "重复次数",
  OwnShift: "个人班次",
  Sickness: "病假",
  Worker: "人员，或若干相同人员",
  Staff: "人手",
  Workers: "人员",
  Discipline: "先办什么",
  WorkTime: "办理用时",
  ErrandWord: "关口之外的事项",
  CompensationGiven: "补偿",
  PauseBefore: "等待他人",
  ExtensionsAsked: "申请延期",
  WaiversAsked: "申请豁免",
  WorkDone: "办理",
  Needs: "关口或类别与所需技能",
  PausesBefore: "暂停原因",
  CustomersDo: "客户行为",
  OnProposal: "对方案的答复",
  OnResult: "对结果的答复",
  Patience: "耐心",
  PatienceUntil: "等到何时",
  ComeBack: "结案后再来",
  FaultOfMany: "成批故障",
  Costs: "成本",
  SimulationFile: "模拟方案",
  Horizon: "考察方式",
  FaultsOfMany: "成批故障"
}

export const says: Like<typeof en.says> = {
  Replications: {
    least: "至少几次；缺省 10。只写此项时，即重复此数。",
    most: "至多几次；缺省 30，写明精度时缺省 300。",
    precision: "继续重复，直到平均答复用时的误差不超过此比例；缺省 10%。"
  },
  OwnShift: {
    hours: "每周工作时间。",
    "time-zone": "所在时区，如 `Europe/London`；缺省为策略时区。",
    holidays: "同时采用其休息日与开放日的日历。"
  },
  Sickness: {
    "per-year": "每年几次。",
    lasts: "持续多久。"
  },
  Worker: {
    name: "姓名。",
    count: "共几人。",
    roles: "角色。",
    department: "部门。",
    calendar: "工作时间。",
    shift: "个人班次。",
    deputy: "代理人。",
    away: "何时外出。",
    sickness: "病假的频次与时长。",
    "at-once": "同时办理几件。",
    skills: "所会的技能。"
  },
  Staff: {
    people: "人员；缺省为人员表中的全部人员。",
    first: "先办什么；缺省为最早到期的先办。",
    interrupts: "按先办规则更靠前的事项可否打断手头工作；不与 `fifo` 同用。"
  },
  WorkTime: {
    gate: "限此关口。",
    kind: "限此类关口。",
    errand: "限此事项。",
    grade: "限此等级。",
    category: "限此类别。",
    takes: "用时多久。"
  },
  CompensationGiven: {
    share: "补偿的比例。",
    amount: "金额。",
    categories: "限此类别；缺省为全部。"
  },
  PauseBefore: {
    share: "在关口办理之前等待的比例。",
    lasts: "持续多久。",
    gates: "限这些关口；缺省为全部。"
  },
  ExtensionsAsked: {
    share: "临近到期时申请延期的比例。",
    before: "到期前多久；缺省为 4 小时，且不早于时限过半。",
    clocks: "限这些时钟；缺省为所有可延期的时钟。"
  },
  WaiversAsked: {
    share: "不办理而申请豁免关口的比例。",
    gates: "限这些关口；缺省为全部。"
  },
  WorkDone: {
    times: "办理用时：先符合者为准。",
    factor: "全部用时按此倍数。",
    rework: "返工的比例。",
    needs: "关口或类别所需的技能。",
    "hand-over": "首问人移交的比例。",
    denied: "申请不获批准的比例。",
    "found-wrong": "抽查不合格的比例。",
    systemic: "根因属系统性的比例。",
    decisions: "各结论的比重。",
    compensation: "对客户的补偿。",
    pauses: "按暂停时钟的原因列出，对客户或供应商的等待。",
    extensions: "首问人申请延期的情形。",
    waivers: "凭权限豁免关口的情形。",
    splits: "案件含另一事项而拆分的比例。"
  },
  CustomersDo: {
    proposals: "对方案的答复。",
    confirmations: "是否解决的答复。",
    patience: "等待多久，之后如何。",
    words: "两次补充之间的间隔。",
    "other-channel": "补充或再次反映时换渠道的比例。",
    "come-back": "结案后再来的客户。"
  },
  OnProposal: {
    delay: "多久后答复。",
    agree: "同意的比例。",
    counter: "提出修改的比例。",
    refuse: "不同意的比例。",
    silent: "始终不回复的比例。"
  },
  OnResult: {
    delay: "多久后答复。",
    satisfied: "满意的比例。",
    dissatisfied: "不满意的比例。",
    silent: "始终不回复的比例。"
  },
  Patience: {
    lasts: "持续多久。",
    until: "等到着手还是答复。",
    again: "再次反映的比例。",
    escalates: "转其他渠道并动怒的比例。",
    leaves: "流失的比例。",
    "at-most": "同一客户至多再反映几次。"
  },
  ComeBack: {
    share: "比例。",
    after: "结束后多久。"
  },
  FaultOfMany: {
    every: "上一次结束到下一次开始。",
    "per-day": "每天带来几件。",
    category: "所属类别。",
    facts: "其案件的事实。",
    prevented: "预防措施有效的比例。",
    lasts: "多久后自行结束。",
    months: "各月的倍数；1 为平常。"
  },
  Costs: {
    hour: "各角色每小时成本。",
    "lost-customer": "一位流失客户的价值。"
  },
  SimulationFile: {
    hearback: "语言版本。",
    simulation: "假设什么：方案名称。",
    policy: "所模拟的策略文件。",
    from: "第一天。",
    weeks: "反馈持续到达几周。",
    horizon: "持续运行的状态，或从零积压到最后一件。",
    "warm-up": "略去开头多久。",
    seed: "决定全部随机性。",
    replications: "重复几次。",
    arrivals: "来件。",
    staff: "人手。",
    work: "办理。",
    customers: "客户行为。",
    faults: "带来成批案件的故障。",
    money: "成本。"
  }
}
