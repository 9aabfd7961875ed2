/** The same in Chinese. */
import { Text } from "@hearback/core"
import type { ReportTexts } from "../en/Report.ts"

export const report: ReportTexts = {
  check: {
    clean: (files, ms) => `检查了 ${files} 份策略，用时 ${ms} 毫秒：没有问题`,
    counts: (error, warning, info) =>
      [error > 0 ? `${error} 处错误` : "", warning > 0 ? `${warning} 处警告` : "", info > 0 ? `${info} 处提示` : ""]
        .filter((part) => part !== "")
        .join("，"),
    fixed: (path) => `已修正 ${path}`,
    more: (code) => `\`hearback 详解 ${code}\` 说明含义并给出例子`,
    watching: "等待文件改动；按 Ctrl-C 结束",
    left: (fixes) => `${fixes} 处修正没有写入：写入后会出现其他问题，可能由修正引起。请手工改好后再检查。`
  },
  explain: {
    avoid: "应避免",
    prefer: "应改为",
    areas: "`hearback 详解 clock` 列出一个领域，`hearback 详解 clock/idle` 详解一条"
  },
  fmt: {
    changed: (path) => `已改写 ${path}`,
    wouldChange: (path) => `需要改写 ${path}`,
    counts: (files, changed, failed, isCheck) =>
      [
        `${files} 个文件`,
        changed === 0 ? "无需改动" : isCheck ? `${changed} 个需要改写` : `改写了 ${changed} 个`,
        ...(failed === 0 ? [] : [`${failed} 个有错误，保持原样`])
      ].join("，")
  },
  types: {
    current: (file) => `${file} 与策略一致`,
    stale: (file, policy) => `${file} 与策略不一致：请运行 \`hearback 类型 ${policy} -o ${file}\``
  },
  grade: {
    category: "类别",
    kind: "性质",
    emotion: "情绪",
    signal: "信号词",
    owner: "首问人",
    department: "责任部门",
    promises: "承诺",
    deadlines: "内部时限",
    gates: "结案须经",
    authority: "授权",
    sends: "立即发出",
    sure: (percent) => `把握 ${percent}%`,
    review: (role, percent) => `把握 ${percent}%，待${role}复核`,
    noWords: "没有客户原话",
    second: (name, percent) => `其次 ${name} ${percent}%`,
    lifted: (from) => `由 ${from} 提级`,
    points: (sum) => `${sum} 分`,
    by: "不晚于",
    noDeadline: "尚无时限",
    provisional: "节假日尚未公布",
    dutyOf: (as) => (as === "receiver" ? "接收人" : as === "custodian" ? "无人在岗" : as === "named" ? "指定人员" : as),
    contact: (id) => `对接人 ${id}`,
    over: (fact, amount, role) =>
      role === null ? `${fact} ${amount}：无人有此权限` : `${fact} ${amount}：须${role}批准`,
    per: { perCase: "每件", perDay: "每日", perMonth: "每月", perYear: "每年" } as Readonly<Record<string, string>>,
    atMost: (amount, per) => `${per} ≤ ${amount}`,
    anyAmount: "补偿不限",
    discount: (most) => `折扣 ≤ ${most}`,
    resources: (most) => `资源 ≤ ${most}`,
    close: (which) => `可结案：${which}`,
    regrade: (which) => `可改级：${which}`,
    waive: (which) => `可豁免：${which}`,
    to: (who) => Text.zh`发给 ${who}`,
    optional: "可不经",
    notYet: "视情况",
    atOnce: "立即",
    nothing: "无须办理",
    noWordsAtAll: "没有客户原话，也没有评分：会进入隔离区"
  },
  test: {
    pass: "通过",
    fail: "不符",
    expected: "预期",
    actual: "实际",
    summary: (passed, failed, broken, ms) => {
      const files = broken === 0 ? "" : `；${broken} 个文件有错误`
      return failed + broken === 0
        ? `${passed} 个场景全部符合（${ms} 毫秒）`
        : `${failed} 个不符，${passed} 个符合${files}（${ms} 毫秒）`
    },
    step: (n) => `第 ${n} 步`
  },
  ingest: {
    progress: (rows, opened, quarantined) => `${rows} 行：立案 ${opened} 件，隔离 ${quarantined} 条`,
    done: (rows, path, seconds) => `${path} 共 ${rows} 行，用时 ${seconds} 秒`,
    labels: {
      opened: "立案",
      joined: "并入在办案件",
      replayed: "此前已导入",
      quarantined: "隔离",
      received: "已收存，稍后处理",
      undated: "没有时间",
      wordless: "没有客户原话"
    },
    replayedHint: "没有新增内容",
    reasons: "隔离原因",
    next: (db) => `接下来：hearback 待办 --数据文件 ${db}`,
    interrupted: (rows) => `在第 ${rows} 行之后停止；再次运行即可接着导入`
  },
  worklist: {
    heads: {
      id: "案件",
      kind: "性质",
      category: "类别",
      grades: "定级",
      owner: "首问人",
      customer: "客户",
      due: "承诺时限",
      left: "",
      waits: "待办"
    },
    empty: "没有案件",
    more: (cursor) => `下一页：--续自 ${cursor}`,
    count: (n, capped) => `${capped ? "超过 " : ""}${n} 件`
  },
  case: {
    opened: "收到",
    owner: "首问人",
    said: "原话",
    later: "后续",
    again: "再次反映",
    times: (times, hidden) => `此后又反映 ${times} 次，更早的 ${hidden} 次用 --为什么 查看`,
    attachments: "附件",
    customer: "客户",
    read: "判定",
    setBy: (person) => `由 ${person} 设定`,
    grades: "定级",
    gates: "关口",
    clocks: "时钟",
    approvals: "待批",
    compensated: "已补偿",
    discounted: "已折扣",
    granted: "已给予资源",
    allowed: (id) => `${id} 可以`,
    problem: (customers, cases) => `${customers} 位客户，${cases} 件`,
    problemLabel: "同因问题",
    keptUntil: "保存至",
    erased: "已擦除",
    links: "关联",
    team: "小组",
    parts: "部门事项",
    answered: "已答复",
    offered: "移交中",
    offer: (to, due) => `待 ${to} 在 ${due} 前接收`,
    parked: "待人工处理",
    waits: (cause, since) =>
      `${since} 起${cause === "dissatisfied" ? "客户不满意" : cause}，次数过多，不再自动重开：请用 \`重开\` 重开，或用 \`结案\` 维持结案`,
    demand: "诉求",
    hopedForBy: "期望时间",
    happened: "发生",
    facts: "事实",
    yes: "是",
    no: "否",
    missed: (due, cause) => `应于 ${due} 完成（${cause}）`,
    refuted: "后来证明未超期",
    due: "时限",
    anonymous: "匿名",
    reached: "送达地址",
    counted: "计入",
    notCounted: "不计",
    stretches: (n) => (n === 1 ? "一段" : `共 ${n} 段，--全部 逐段列出`),
    counting: { running: "计时", open: "工作时间", closed: "非工作时间", paused: "暂停", capped: "暂停已达上限" },
    approval: (asked, from, person) => `${from}${person === "" ? "" : `（${person}）`}：${asked}`,
    noDue: "无时限"
  },
  act: {
    refused: "被拒绝",
    replayed: "相同编号的命令已执行过，结果相同"
  },
  work: {
    begun: (store) => `正在处理 ${store}，中断即停止`,
    answers: (port) => `；/livez、/readyz、/metrics 见端口 ${port}`,
    ended: "已停止，进行中的事项均已完成"
  },
  tick: {
    done: (fired, sent) => `处理 ${fired} 个到期事项，发出 ${sent} 条消息`,
    next: (due) => `下一到期时间：${due}`,
    nothing: "没有将到期的事项",
    waiting: (count) => `${count} 条消息待有渠道的进程发送；\`--送至 <目录>\` 则写成文件`,
    more: "尚未做完：请再次运行"
  },
  publish: {
    inForce: (version) => `版本 ${version} 已生效`,
    next: (version, due) => `版本 ${version} 已发布，自 ${due} 起生效`,
    asked: (version, roles) => `版本 ${version} 待会签（${roles}）：须由另一人发布同一文件`,
    stays: (given, inForce) => `版本 ${given} 尚未发布，仍按版本 ${inForce} 办理；用 \`hearback 发布\` 发布后才生效`,
    from: (due) => `自 ${due} 起`,
    states: { "in-force": "生效中", next: "待生效", past: "历史版本", asked: "待会签" },
    heads: { version: "版本", state: "状态", at: "发布时间", by: "发布人", reason: "理由" }
  },
  move: {
    done: (n) => `已换版 ${n} 件`,
    would: (n) => `将换版 ${n} 件；尚未存入`,
    nothing: "没有在办案件属于其他版本",
    left: (id) => `${id} 不变：已结案、没有此案，或已在该版本`,
    noClock: "不计时",
    paused: "已暂停",
    same: "不变",
    kept: (length) => `不变：时钟沿用原时限（\`换版时: 不变\`）；${length}只适用于此后起算的时钟`,
    demanded: "新增要求",
    notNeeded: "不再要求"
  },
  quarantine: {
    empty: "隔离区是空的",
    heads: { id: "条目", received: "收到时间", channel: "渠道", reason: "原因", place: "来源" },
    owner: "负责人",
    key: "去重号",
    raw: "原始内容",
    released: (id, owner) => `案件 ${id}，由 ${owner} 负责`,
    still: "仍无法读取"
  },
  undelivered: {
    empty: "没有投递失败的消息",
    states: { retrying: "稍后重试", "given-up": "已放弃" },
    codes: {
      deferred: "渠道要求稍后再发",
      erased: "内容已删除"
    },
    heads: {
      id: "消息",
      state: "状态",
      what: "内容",
      to: "收件人",
      channel: "渠道",
      reason: "原因",
      tries: "次数",
      at: "放弃或下次重试时间"
    },
    again: (count) => `${count} 条消息重新待发，由负责发送的进程送出`
  },
  customer: {
    consents: "已同意",
    none: "无",
    until: (name, until) => `${name}（至 ${until}）`,
    questions: "询问",
    refused: "已拒绝",
    welcome: "可以询问",
    asked: "已询问"
  },
  erase: {
    done: (customer, n) => `已从 ${n} 件案件中擦除 ${customer}，个人信息不再可读`,
    none: (customer) => `${customer} 没有案件；为其加密保存的内容已擦除，不再可读`,
    nothingKnown: (customer) => `没有与 ${customer} 有关的任何内容，未擦除任何东西，请核对编号`,
    leftInChannel: (name) => `渠道 ${name} 未能清除其所存的内容；待其恢复后请再擦除一次`,
    leftInKeys: "可能仍有旧密钥留存：密钥文件正被另一进程读取（待其结束后请再擦除一次），或者留在数据库的日志和备份里",
    unreadable: (names) => `${names} 无法读取，其中以该客户密钥封存的内容同样已不可读；记录修复后请再擦除一次`,
    kept: (customer) => `${customer} 仍须保存`,
    heads: { id: "案件或条目", state: "状态", until: "保存至" },
    open: "尚未确定",
    hint: "加 --仍要擦除 仍可擦除"
  },
  verify: {
    whole: (events, streams) => `记录完整：${streams} 条链，${events} 个事件`,
    broken: (n) => `记录有 ${n} 处不完整`,
    rebuild: "可用 `hearback 重建` 按事件重建各行"
  },
  anchor: {
    says: (position) => `截至第 ${position} 个事件的记录；用 \`hearback 核对 --锚点\` 核对`
  },
  rebuild: {
    done: (put, out) => (put + out === 0 ? "各行均与事件一致" : `已更正 ${put} 行，已移除没有对应事件的 ${out} 行`)
  },
  init: {
    wrote: "已写入",
    zone: (zone) => `时区按本机设为 ${zone}，可在策略的 \`时区\` 处修改（英文键名为 \`time-zone\`）。`,
    next: "接下来"
  }
}
