import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{site,studio,lake,scripts,content}/**/*.test.{ts,tsx}'],
  },
});
