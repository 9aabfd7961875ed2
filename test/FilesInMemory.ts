/**
 * Temporary files of tests in memory, where the machine keeps such files and has room for them. A store commits at each
 * command, and to wait for the disk each time takes longer than most tests. No test is about files that outlive the machine.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs"
import { join } from "node:path"

const memory = "/dev/shm"
const leastBytes = 4e9
const prefix = "hearback-tests-"

/** Keeps the temporary files of this process and of those that it starts in memory, until it ends. */
export const keepFilesInMemory = (): void => {
  if (process.env["TMPDIR"] !== undefined || !isUsable()) return
  // Those of a process that was killed are still there.
  for (const name of readdirSync(memory))
    if (name.startsWith(prefix) && !existsSync(`/proc/${name.slice(prefix.length)}`)) remove(name)
  const mine = `${prefix}${process.pid}`
  mkdirSync(join(memory, mine), { recursive: true })
  process.env["TMPDIR"] = join(memory, mine)
  process.on("exit", () => remove(mine))
}

/** Programs that tests write are started there, too. */
const isUsable = (): boolean => {
  if (!existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return (
    bavail * bsize >= leastBytes && !/^\S+ \/dev\/shm \S+ \S*\bnoexec\b/m.test(readFileSync("/proc/mounts", "utf8"))
  )
}

const remove = (name: string): void => rmSync(join(memory, name), { recursive: true, force: true })
