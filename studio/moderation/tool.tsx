import { CommentIcon } from '@sanity/icons/Comment';
import type { Tool } from 'sanity';
import { route } from 'sanity/router';

import { MODERATE_INTENT } from './intent.ts';
import { ModerationTool } from './view/moderation-tool.tsx';
import type { ModerationOptions } from './view/moderation-tool.tsx';

/** Where moderators read, answer, approve and put away comments. */
export function toModerationTool(options: ModerationOptions): Tool {
  return {
    name: 'comments',
    title: 'Comments',
    icon: CommentIcon,
    component: () => <ModerationTool {...options} />,
    router: route.create('/:tab'),
    canHandleIntent: (intent) => intent === MODERATE_INTENT,
    getIntentState: () => ({ tab: 'pending' }),
  };
}
