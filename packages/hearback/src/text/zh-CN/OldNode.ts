/** What a Node says that is too old. An old Node must be able to read this file: it imports nothing. */
export const oldNode = (oldest: string, running: string): string =>
  `Hearback 需要 Node ${oldest} 或更新的版本，现在运行的是 Node ${running}：请从 https://nodejs.org 安装新版本，再重试一次。`
