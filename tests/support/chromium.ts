import { type Browser, chromium } from 'playwright-core';

/** Chromium of the machine: `CHROMIUM_PATH`, else Debian's. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ['--no-sandbox'], headless: true });
}
