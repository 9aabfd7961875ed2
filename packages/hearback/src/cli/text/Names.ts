/**
 * What commands and options are called in Chinese: either name is taken, and means the same. Nothing on the command line
 * has a name that is not here. One Chinese word stands for one option, on every command.
 */

export const commandWords = {
  init: "新建",
  check: "检查",
  explain: "详解",
  fmt: "排版",
  pack: "策略包",
  types: "类型",
  docs: "说明书",
  diff: "比较",
  grade: "试算",
  test: "测试",
  simulate: "模拟",
  backtest: "回测",
  ingest: "导入",
  worklist: "待办",
  list: "查找",
  case: "案件",
  act: "办理",
  customer: "客户",
  tick: "报时",
  measures: "指标",
  review: "复盘",
  publish: "发布",
  versions: "版本",
  move: "换版",
  quarantine: "隔离",
  undelivered: "未送达",
  erase: "擦除",
  verify: "核对",
  anchor: "锚点",
  rebuild: "重建",
  db: "库表",
  work: "值守"
} as const

export const optionWords = {
  // Every command takes these, and the program `--version`.
  json: "机读",
  lang: "语言",
  help: "帮助",
  version: "版本号",
  // Where things are.
  db: "数据文件",
  "key-file": "密钥文件",
  policy: "策略",
  people: "人员表",
  input: "输入",
  "deliver-to": "送至",
  name: "名称",
  pack: "策略包",
  project: "项目",
  force: "覆盖",
  // Policies.
  format: "格式",
  fix: "修正",
  "fail-on": "不通过条件",
  watch: "监视",
  check: "只检查",
  output: "写入",
  keys: "键名语言",
  flat: "展开",
  assert: "要求",
  coverage: "覆盖率",
  min: "至少",
  propose: "提议",
  mutate: "变异",
  most: "最多",
  // What if.
  plan: "方案",
  log: "事件日志",
  weeks: "周数",
  "per-day": "每日件数",
  replications: "重复次数",
  against: "对比",
  sweep: "逐值",
  "staff-for": "人手下限",
  role: "角色",
  sensitivity: "敏感度",
  html: "网页",
  workers: "并行数",
  // What would have been.
  baseline: "对照",
  mine: "提炼",
  markdown: "提交说明",
  git: "驱动",
  estimate: "估计",
  // Feedback.
  text: "文字",
  channel: "渠道",
  fact: "事实",
  score: "评分",
  kind: "性质",
  category: "类别",
  customer: "客户",
  contacts: "联系次数",
  received: "收到时间",
  // Who, and why.
  as: "经手人",
  "as-customer": "客户身份",
  reason: "理由",
  key: "去重号",
  "if-version": "限版本",
  // Files of feedback.
  map: "配对",
  window: "时段",
  seed: "随机种子",
  encoding: "编码",
  sort: "按先后",
  history: "历史",
  "keep-going": "继续",
  "virtual-time": "虚拟时间",
  // Lists.
  owner: "首问人",
  state: "状态",
  grade: "定级",
  gate: "关口",
  from: "自",
  to: "至",
  order: "排序",
  limit: "件数",
  after: "续自",
  at: "时刻",
  by: "分组",
  // One case, one customer.
  why: "为什么",
  clock: "时钟",
  all: "全部",
  event: "事件",
  give: "同意",
  withdraw: "撤回同意",
  questions: "询问",
  // What governs, and what looks after the record.
  percentiles: "百分位",
  public: "公示",
  "dry-run": "预演",
  calendars: "日历",
  case: "案件",
  "even-if-kept": "仍要擦除",
  anchor: "锚点",
  restored: "已恢复",
  contract: "清除旧结构",
  every: "间隔",
  http: "端口"
} as const

/** What stands for an argument or the value of an option. */
export const placeholderWords = {
  action: "动作",
  bounds: "条件",
  case: "案件",
  code: "代码",
  command: "操作",
  consent: "同意项",
  cursor: "游标",
  customer: "客户",
  date: "日期",
  figure: "数值",
  file: "文件",
  files: "文件",
  folder: "目录",
  format: "格式",
  id: "编号",
  ids: "编号",
  instant: "时刻",
  key: "去重号",
  kind: "性质",
  language: "语言",
  length: "时长",
  level: "级别",
  n: "数",
  new: "新策略",
  old: "旧策略",
  name: "名称",
  "name=level": "名称=级别",
  "name=value": "名称=值",
  order: "排序",
  pair: "配对",
  "path=values": "路径=取值",
  policy: "策略",
  role: "角色",
  state: "状态",
  target: "目标",
  text: "文字",
  what: "对象",
  wish: "意愿",
  words: "词句"
} as const

/** Arguments of commands on a case that no key of scenarios names. */
export const argumentWords: Readonly<Record<string, string>> = {
  gate: optionWords.gate,
  clock: optionWords.clock,
  name: optionWords.name,
  addresses: "地址",
  approval: "申请",
  because: "缘由"
}

export type CommandName = keyof typeof commandWords
type OptionName = keyof typeof optionWords
export type Placeholder = keyof typeof placeholderWords
export type Flag = `--${OptionName}`

export const commandNames = Object.keys(commandWords) as readonly CommandName[]

const chineseCommands = new Map<string, CommandName>(commandNames.map((name) => [commandWords[name], name]))
const chineseFlags = new Map(
  (Object.keys(optionWords) as OptionName[]).map((name) => [`--${optionWords[name]}`, `--${name}` as const])
)

/** Returns the command that a word names in either language. */
export const commandMeant = (word: string): CommandName | undefined =>
  commandNames.find((name) => name === word) ?? chineseCommands.get(word)

type Language = "en" | "zh-CN"

const called = (words: Readonly<Record<string, string>>, name: string, language: Language): string =>
  (language === "en" || !Object.hasOwn(words, name) ? undefined : words[name]) ?? name

/** Returns a command as a reader of a language writes it; a word that is none comes back as it is. */
export const commandCalled = (name: string, language: Language): string => called(commandWords, name, language)

/** Returns an option as a reader of a language writes it; a word that is none comes back as it is. */
export const flagCalled = (flag: string, language: Language): string =>
  `--${called(optionWords, flag.slice(2), language)}`

/** Returns what stands for a value as a reader of a language reads it. */
export const placeholderCalled = (name: string, language: Language): string => called(placeholderWords, name, language)

/** Returns words of a command line with the Chinese names of options made English; of some options alone, or of all. */
export const flagsInEnglish = (
  words: readonly string[],
  known: (flag: Flag) => boolean = () => true
): readonly string[] =>
  words.map((word) => {
    const [name = ""] = word.split("=", 1)
    const flag = chineseFlags.get(name)
    return flag === undefined || !known(flag) ? word : flag + word.slice(name.length)
  })
