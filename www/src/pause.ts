// Long work leaves room for what the user does.

export const pause = (): Promise<void> => new Promise((resolve) => window.setTimeout(resolve));
