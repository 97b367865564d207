import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What is not accessible of a page, or of a part of it: each rule that is broken, and where first. */
export async function violationsOf(page: Page, part = 'html'): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    // In the page itself, and little of all that is right: to pass that on takes longer than to find it.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
