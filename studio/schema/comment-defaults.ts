/** The longest that private parts may be kept for, in months. */
export const MOST_KEEP_MONTHS = 120;

/** What holds where an editor sets nothing in the comment settings. */
export const COMMENT_DEFAULTS = {
  mode: 'all',
  maxLinks: 2,
  perMinute: 3,
  perDay: 30,
  perEmailPerDay: 20,
  overallPerMinute: 120,
} as const;
