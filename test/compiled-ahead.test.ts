import { describe, expect, it } from "vitest"
import { compiledAhead } from "../scripts/compiled-ahead.ts"

describe("a module that is compiled ahead", () => {
  it("has each function that is an expression in parentheses, also one within another", () => {
    expect(compiledAhead("export const twice=(f)=>(x)=>f(f(x));")).toBe("export const twice=((f)=>((x)=>f(f(x))));")
    expect(compiledAhead("const all=[a=>a,function(){},async()=>{}];")).toBe(
      "const all=[(a=>a),(function(){}),(async()=>{})];"
    )
  })

  it("keeps declarations, methods and accessors as they are, and what functions are called", async () => {
    const code = [
      "function declared(){return declared.name}",
      "class Made{constructor(){this.own=()=>1}get is(){return 2}static of(){return new Made}}",
      "const made={short(){return 3},get got(){return 4},set got(_){},long:function(){return 5},['key']:x=>x};",
      "const arrow=()=>6;",
      "export default [declared(),Made.of().own(),Made.of().is,made.short(),made.got,made.long(),made.key(7),",
      "made.long.name,arrow(),arrow.name,Made.of().own.name]"
    ].join("\n")
    const standardOf = async (text: string): Promise<unknown> =>
      (await import(`data:text/javascript,${encodeURIComponent(text)}`)).default
    const ahead = compiledAhead(code)
    expect(ahead).toContain("short(){")
    expect(await standardOf(ahead)).toEqual(await standardOf(code))
  })
})
