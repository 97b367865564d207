import { CommentIcon } from '@sanity/icons/Comment';
import type { Tool } from 'sanity';
import { route } from 'sanity/router';

import { MODERATE_INTENT } from './intent.ts';
import { ModerationTool } from './moderation-tool.tsx';

/** Where moderators read, approve and put away comments. */
export const moderationTool: Tool = {
  name: 'comments',
  title: 'Comments',
  icon: CommentIcon,
  component: ModerationTool,
  router: route.create('/:tab'),
  canHandleIntent: (intent) => intent === MODERATE_INTENT,
  getIntentState: () => ({ tab: 'pending' }),
};
