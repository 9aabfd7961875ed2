/** A mapping file: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../../en/outline/file/Mapping.ts"

export const title: Like<typeof en.title> = {
  MappingField: "反馈字段，或 `事实.<名称>`",
  MappingColumn: "列名、常量或格式",
  MappingFile: "映射文件"
}

export const says: Like<typeof en.says> = {
  MappingFile: {
    hearback: "语言版本。"
  }
}
