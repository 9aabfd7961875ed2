/** The smallest host: opens a loop on SQLite, submits feedback, reads it again, closes. */
import { Hearback } from "hearback"
import { fileChannel } from "hearback/channels"
import { sqlite } from "hearback/sqlite"

const main = async (): Promise<void> => {
  const store = sqlite("loop.db")
  const loop = await Hearback.open({ policy: "policy.yaml", store, channels: [fileChannel("outbox")] })
  const receipt = await loop.submit({ channel: "email", customer: "C-17", verbatim: "My invoice is wrong." })
  const view = await loop.get(receipt.case)
  await loop.tick()
  const { ok } = await loop.verify()
  await loop.close()
  console.log([receipt.outcome, view?.kind, view?.category, view?.gates.length, ok].join(" "))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
