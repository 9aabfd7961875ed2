/** What the pages of the program interface say beside the code, in each language. */
export const en = {
  head: `# Program interface

This page lists every name that a program may import, by entry point, as the code declares it. Begin with [a first host](first-host.md).
See also the [errors](errors.md) that calls throw, and the [commands](commands.md) of \`execute\`.`,
  entries: {
    title: ["entry point", "for"],
    hearback: "open a loop, submit feedback, give commands, read cases",
    stores: "stores",
    tx: "commands in your own transaction",
    http: "probes and metrics of a process",
    channels: "channels to the console and to files",
    testing: "scenarios and a movable clock in tests",
    simulation: "simulations and verdicts",
    laws: "tests for your own adapters",
    others: "the loop as an Effect service; the command line"
  },
  told: (names: string) => `Told above: ${names}.`,
  above: (names: string) => `It also has the members of ${names}.`,
  columns: "| member | type | meaning |",
  list: ", "
} as const

export const zhCN = {
  head: `# 程序接口

本页由代码生成，按入口列出程序可以引入的全部名称。先看[第一个宿主程序](first-host.md)和[运行与托管](hosting.md)；
调用会抛出的错误见[错误](errors.md)，\`execute\` 的命令见[命令](../commands.md)（中英对照）。`,
  entries: {
    title: ["入口", "用途"],
    hearback: "打开闭环、提交反馈、办理、读取案件",
    stores: "数据库",
    tx: "在自己的事务里办理",
    http: "探针与监控",
    channels: "控制台与文件渠道",
    testing: "测试：场景、可拨动的时钟",
    simulation: "推演与判定",
    laws: "检验自己的适配器",
    others: "Effect 服务；命令行"
  },
  told: (names: string) => `前面已列：${names}。`,
  above: (names: string) => `另有 ${names} 的成员。`,
  columns: "| 成员 | 类型 | 说明 |",
  list: "、"
} as const
