import { ActivityIcon } from '@sanity/icons/Activity';
import { BookIcon } from '@sanity/icons/Book';
import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle';
import { CogIcon } from '@sanity/icons/Cog';
import { CommentIcon } from '@sanity/icons/Comment';
import { ControlsIcon } from '@sanity/icons/Controls';
import { DocumentTextIcon } from '@sanity/icons/DocumentText';
import { HelpCircleIcon } from '@sanity/icons/HelpCircle';
import { HomeIcon } from '@sanity/icons/Home';
import { TagIcon } from '@sanity/icons/Tag';
import { TransferIcon } from '@sanity/icons/Transfer';
import { UserIcon } from '@sanity/icons/User';
import { WarningOutlineIcon } from '@sanity/icons/WarningOutline';
import type { ComponentType } from 'react';
import type { Schema } from 'sanity';
import type { StructureBuilder, StructureResolver } from 'sanity/structure';

import { FAQ_SECTIONS, GRADES, SECTIONS, TOPICS } from '../schema/choices.ts';
import type { Choice } from '../schema/choices.ts';
import { MODERATE_INTENT } from '../moderation/intent.ts';
import { COMMENT_SETTINGS_ID } from './kinds.ts';

const API_VERSION = '2026-05-01';

interface Desk {
  readonly S: StructureBuilder;
  readonly schema: Schema;
}

interface Split {
  readonly type: string;
  readonly field: string;
  readonly title: string;
  readonly icon: ComponentType;
  readonly choices: readonly Choice[];
  /** The title of a first list with every document of the type; links from elsewhere open documents there. */
  readonly all?: string;
}

/** The documents of a type, sorted the first way the type names. */
function typeList({ S, schema }: Desk, type: string, title: string) {
  const list = S.documentTypeList(type).title(title);
  const schemaType = schema.get(type);
  const first = schemaType?.jsonType === 'object' ? schemaType.orderings?.[0] : undefined;
  return first ? list.defaultOrdering(first.by) : list;
}

function allOf(desk: Desk, type: string, title: string, icon: ComponentType) {
  return desk.S.documentTypeListItem(type)
    .title(title)
    .icon(icon)
    .child(typeList(desk, type, title));
}

/** A list of lists: the documents of a type, one list for each value of a field. */
function splitList(desk: Desk, { type, field, title, icon, choices, all }: Split) {
  const { S } = desk;
  const id = `${type}-by-${field}`;
  const lists = choices.map((choice) =>
    S.listItem()
      .id(choice.value)
      .title(choice.title)
      .icon(icon)
      .child(
        typeList(desk, type, choice.title)
          .id(choice.value)
          .apiVersion(API_VERSION)
          .filter(`_type == $type && ${field} == $value`)
          .params({ type, value: choice.value })
          .initialValueTemplates([
            S.initialValueTemplateItem(`${type}-in-${field}`, { [field]: choice.value }),
          ]),
      ),
  );
  const items = all === undefined ? lists : [allOf(desk, type, all, icon), S.divider(), ...lists];
  return S.listItem()
    .id(id)
    .title(title)
    .icon(icon)
    .child(S.list().id(id).title(title).items(items));
}

function single(
  { S }: Desk,
  type: string,
  title: string,
  icon: ComponentType,
  documentId: string = type,
) {
  // A link to the document finds it only where the item has its id.
  return S.listItem()
    .id(documentId)
    .title(title)
    .icon(icon)
    .child(S.document().schemaType(type).documentId(documentId).title(title));
}

function evidence(desk: Desk) {
  const { S } = desk;
  const icon = CheckmarkCircleIcon;
  return S.listItem()
    .id('evidence')
    .title('Evidence')
    .icon(icon)
    .child(
      S.list()
        .id('evidence')
        .title('Evidence')
        .items([
          allOf(desk, 'claim', 'All claims', icon),
          splitList(desk, {
            type: 'claim',
            field: 'grade',
            title: 'Claims by grade',
            icon,
            choices: GRADES,
          }),
          splitList(desk, {
            type: 'claim',
            field: 'topic',
            title: 'Claims by topic',
            icon,
            choices: TOPICS,
          }),
          S.divider(),
          allOf(desk, 'source', 'Sources', BookIcon),
        ]),
    );
}

function comments({ S }: Desk) {
  return S.listItem()
    .id('comments')
    .title('Approved comments')
    .icon(CommentIcon)
    .child(
      S.documentTypeList('comment')
        .id('comments')
        .title('Approved comments')
        .apiVersion(API_VERSION)
        // The Studio lists with published ids in place of draft ids; the original one tells them apart.
        .filter('_type == "comment" && !(coalesce(_originalId, _id) in path("drafts.**"))')
        .defaultOrdering([{ field: 'submittedAt', direction: 'desc' }])
        .initialValueTemplates([])
        .menuItems([
          S.menuItem()
            .title('Open the Comments tool')
            .icon(CommentIcon)
            .intent({ type: MODERATE_INTENT, params: {} })
            .showAsAction(true),
        ]),
    );
}

/** The desk, in the order an editor works: pages, then what they rest on, then the rest. */
export const structure: StructureResolver = (S, { schema }) => {
  const desk = { S, schema };
  return S.list()
    .id('content')
    .title('Content')
    .items([
      single(desk, 'home', 'Home page', HomeIcon),
      S.divider(),
      splitList(desk, {
        type: 'article',
        field: 'section',
        title: 'Articles',
        icon: DocumentTextIcon,
        choices: SECTIONS,
        all: 'All articles',
      }),
      allOf(desk, 'technique', 'Techniques', ActivityIcon),
      S.divider(),
      evidence(desk),
      allOf(desk, 'contraindication', 'Safety', WarningOutlineIcon),
      splitList(desk, {
        type: 'faq',
        field: 'section',
        title: 'Questions',
        icon: HelpCircleIcon,
        choices: FAQ_SECTIONS,
        all: 'All questions',
      }),
      allOf(desk, 'term', 'Glossary', TagIcon),
      S.divider(),
      allOf(desk, 'person', 'People', UserIcon),
      comments(desk),
      allOf(desk, 'redirect', 'Redirects', TransferIcon),
      S.divider(),
      single(desk, 'settings', 'Settings', CogIcon),
      single(desk, 'commentSettings', 'Comment settings', ControlsIcon, COMMENT_SETTINGS_ID),
    ]);
};
