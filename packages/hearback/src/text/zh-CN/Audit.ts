/** What an audit found. */
import type { Like } from "@hearback/core"
import type * as en from "../en/Audit.ts"

export const audit: Like<typeof en.audit> = {
  stream: {
    altered: (name, version) => `${name}：第 ${version} 个事件与当初的记录不符`,
    missing: (name, version) => `${name}：第 ${version} 个事件缺失`,
    unexpected: (name, version) => `${name}：第 ${version} 个事件从未正式记录`,
    rewritten: (name, version) => `${name}：第 ${version} 个事件起与签名的记录不符`,
    cut: (name, version) => `${name}：第 ${version} 个事件起曾经签名，现已缺失`,
    deleted: (name) => `${name}：曾经签名，现已全部缺失`
  },
  checkpoint: {
    lost: "密钥文件所记的最后一个检查点不在库中：库已被退回到此前的状态",
    forged: "有检查点与签名不符",
    "no-key": "记录有检查点，但密钥文件中没有核对所需的密钥",
    displaced: "有事件在整个记录中的位置与签名时不同：其位置被改动过"
  },
  anchor: (position) => `截至第 ${position} 个事件的记录与锚点不符`,
  row: {
    case: (key) => `案件的列表行 ${key}`,
    arrival: (key) => `来件的列表行 ${key}`,
    message: (key) => `待发消息 ${key}`
  },
  ofRow: {
    missing: (row) => `${row} 缺失`,
    unexpected: (row) => `${row} 没有对应的事件`,
    unreadable: (row) => `${row} 无法读取`,
    differs: (row, fields) => `${row} 与事件不符：${fields.join("、")}`
  }
}
