// The packages as they would be published.
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Problem } from "../guard.mjs"
import { folder, once, root } from "./place.mjs"
import { must } from "./process.mjs"

/** Packs every package; returns for each the file, its manifest and the hash by which npm checks it. */
export const tarballs = once(async () => {
  const out = folder("tarballs")
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  const pnpm = ["exec", "--prefer-offline", "--yes", `--package=${packageManager}`, "--", "pnpm"]
  await must("npm", [...pnpm, "-r", "--filter", "./packages/*", "pack", "--pack-destination", out], { cwd: root })
  const files = readdirSync(out).map((name) => join(out, name))
  const wanted = readdirSync(join(root, "packages")).filter((name) =>
    existsSync(join(root, "packages", name, "package.json"))
  ).length
  if (files.length !== wanted) throw new Problem(`packed ${files.length} of ${wanted} packages`)
  return Promise.all(
    files.map(async (file) => ({
      file,
      manifest: JSON.parse(await must("tar", ["-xOf", file, "package/package.json"], { cwd: out })),
      integrity: `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`
    }))
  )
})

/** Checks metadata with publint, and the types of every entry point with are-the-types-wrong. */
export async function metadata() {
  const bin = (name) => join(root, "node_modules", ".bin", name)
  const packed = await tarballs()
  for (const { file } of packed) {
    await must(bin("publint"), ["run", file, "--strict"], { cwd: root })
    await must(bin("attw"), [file, "--profile", "esm-only", "--no-emoji"], { cwd: root })
  }
  return `${packed.length} packages`
}
