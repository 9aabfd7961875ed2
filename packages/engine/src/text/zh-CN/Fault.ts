import type { Text } from "@hearback/core"
import type * as en from "../en/Fault.ts"

export const fault: Text.Like<typeof en.fault> = {
  whole: ({ stream, version, type }, { position, what, remedy }) => {
    const at = position === undefined ? "" : `，位置 ${position}`
    return `\`${stream}\`：第 ${version} 个事件${type === "" ? "" : `（\`${type}\`${at}）`}${what}；${remedy}`
  },
  upgrade: "请将本进程升级到写入它的版本；在此之前不会在其后写入任何内容",
  putBack: "请恢复该事件完好的数据副本；`hearback verify` 会列出所有此类事件",
  type: "的类型是本版本不认识的",
  version: "的版本比本版本所知的更新",
  seal: "的密封方式是本版本不认识的",
  torn: "已损坏",
  missing: "缺失，但事件流的末端记录表明它应当存在",
  damaged: "的密封部分已损坏",
  unknownField: (name) => `含有本版本不认识的${name ?? "内容"}`,
  misfit: (name, should, is) => `无法读取：${name ?? "正文"}应为${should}，实际${is}`,
  oneOf: (words) => words.join("、"),
  listOf: (length) => `含 ${length} 项的列表`,
  kind: {
    text: "文本",
    number: "数字",
    "yes-no": "真或假",
    nothing: "空值",
    list: "列表",
    object: "对象",
    "one of its forms": "规定的形式之一",
    none: "空缺"
  },
  found: {
    text: "为文本",
    number: "为数字",
    "yes-no": "为真或假",
    nothing: "为空值",
    list: "为列表",
    object: "为对象",
    absent: "缺失",
    another: "为其他内容"
  }
}
