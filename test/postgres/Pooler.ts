/** PgBouncer in transaction mode before a server of tests, where it is installed. */
import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { freePort, running, user } from "./Server.ts"

/** Returns where the program is. */
export const poolerProgram = (): string | undefined =>
  ["/usr/sbin", "/usr/local/sbin", ...(process.env["PATH"] ?? "").split(delimiter)]
    .map((folder) => join(folder, "pgbouncer"))
    .find((program) => existsSync(program))

/** Starts it with so many connections to the server, which any number of clients share. */
export const startPooler = async (program: string, server: string, connections: number) => {
  const { hostname, port, pathname, username } = new URL(server)
  const folder = mkdtempSync(join(tmpdir(), "hearback-pooler-"))
  const as = user()
  const own = await freePort()
  const settings = join(folder, "pgbouncer.ini")
  writeFileSync(
    settings,
    `[databases]
* = host=${hostname} port=${port || 5432} user=${username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${connections}
`
  )
  if (as !== undefined) execFileSync("chown", ["-R", `${as.uid}:${as.gid}`, folder])
  const pooler = await running(program, [settings], { ...as, cwd: folder }, "process up")
  return {
    url: `postgres://${username}@127.0.0.1:${own}${pathname}`,
    stop: async () => {
      await pooler.end("SIGINT")
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
