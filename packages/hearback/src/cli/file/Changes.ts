/** Watches files that people write. */
import { watch } from "node:fs"

const written = /\.(?:ya?ml|md|txt|csv)$/u

/** The time to wait for further changes, because an editor saves in several steps. Units: ms. */
const settles = 100

/** Yields after each change of a file in one of the folders, until the signal ends it. */
export async function* changes(folders: readonly string[], until: AbortSignal): AsyncGenerator<void> {
  let wake: () => void = () => {}
  let timer: NodeJS.Timeout | undefined
  let isChanged = false
  const change = (): void => {
    isChanged = true
    wake()
  }
  const watchers = [...new Set(folders)].map((folder) =>
    watch(folder, (_event, name) => {
      if (name !== null && !written.test(name)) return
      clearTimeout(timer)
      timer = setTimeout(change, settles)
    })
  )
  const end = (): void => wake()
  until.addEventListener("abort", end)
  try {
    while (!until.aborted) {
      if (!isChanged)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      if (until.aborted) return
      isChanged = false
      yield
    }
  } finally {
    until.removeEventListener("abort", end)
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
