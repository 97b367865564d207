import { ActivityIcon } from '@sanity/icons/Activity';
import { BookIcon } from '@sanity/icons/Book';
import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle';
import { CogIcon } from '@sanity/icons/Cog';
import { CommentIcon } from '@sanity/icons/Comment';
import { DocumentTextIcon } from '@sanity/icons/DocumentText';
import { HelpCircleIcon } from '@sanity/icons/HelpCircle';
import { HomeIcon } from '@sanity/icons/Home';
import { TagIcon } from '@sanity/icons/Tag';
import { TransferIcon } from '@sanity/icons/Transfer';
import { UserIcon } from '@sanity/icons/User';
import { WarningOutlineIcon } from '@sanity/icons/WarningOutline';
import type { ComponentType } from 'react';
import type { StructureBuilder, StructureResolver } from 'sanity/structure';

import { FAQ_SECTIONS, GRADES, SECTIONS, TOPICS } from '../schema/choices.ts';
import type { Choice } from '../schema/choices.ts';
import { MODERATE_INTENT } from '../moderation/intent.ts';

const API_VERSION = '2026-05-01';

interface Split {
  readonly type: string;
  readonly field: string;
  readonly title: string;
  readonly icon: ComponentType;
  readonly choices: readonly Choice[];
}

/** A list of lists: the documents of a type, one list for each value of a field. */
function splitList(S: StructureBuilder, { type, field, title, icon, choices }: Split) {
  return S.listItem()
    .id(`${type}-by-${field}`)
    .title(title)
    .icon(icon)
    .child(
      S.list()
        .id(`${type}-by-${field}`)
        .title(title)
        .items(
          choices.map((choice) =>
            S.listItem()
              .id(choice.value)
              .title(choice.title)
              .icon(icon)
              .child(
                S.documentTypeList(type)
                  .id(choice.value)
                  .title(choice.title)
                  .apiVersion(API_VERSION)
                  .filter(`_type == $type && ${field} == $value`)
                  .params({ type, value: choice.value })
                  .initialValueTemplates([
                    S.initialValueTemplateItem(`${type}-in-${field}`, { [field]: choice.value }),
                  ]),
              ),
          ),
        ),
    );
}

function allOf(S: StructureBuilder, type: string, title: string, icon: ComponentType) {
  return S.documentTypeListItem(type).title(title).icon(icon);
}

function single(S: StructureBuilder, id: string, title: string, icon: ComponentType) {
  return S.listItem()
    .id(id)
    .title(title)
    .icon(icon)
    .child(S.document().schemaType(id).documentId(id).title(title));
}

function evidence(S: StructureBuilder) {
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
          allOf(S, 'claim', 'All claims', icon),
          splitList(S, {
            type: 'claim',
            field: 'grade',
            title: 'Claims by grade',
            icon,
            choices: GRADES,
          }),
          splitList(S, {
            type: 'claim',
            field: 'topic',
            title: 'Claims by topic',
            icon,
            choices: TOPICS,
          }),
          S.divider(),
          allOf(S, 'source', 'Sources', BookIcon),
        ]),
    );
}

function comments(S: StructureBuilder) {
  return S.listItem()
    .id('comments')
    .title('Approved comments')
    .icon(CommentIcon)
    .child(
      S.documentTypeList('comment')
        .id('comments')
        .title('Approved comments')
        .apiVersion(API_VERSION)
        .filter('_type == "comment" && !(_id in path("drafts.**"))')
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
export const structure: StructureResolver = (S) =>
  S.list()
    .id('content')
    .title('Content')
    .items([
      single(S, 'home', 'Home page', HomeIcon),
      S.divider(),
      splitList(S, {
        type: 'article',
        field: 'section',
        title: 'Articles',
        icon: DocumentTextIcon,
        choices: SECTIONS,
      }),
      allOf(S, 'technique', 'Techniques', ActivityIcon),
      S.divider(),
      evidence(S),
      allOf(S, 'contraindication', 'Safety', WarningOutlineIcon),
      splitList(S, {
        type: 'faq',
        field: 'section',
        title: 'Questions',
        icon: HelpCircleIcon,
        choices: FAQ_SECTIONS,
      }),
      allOf(S, 'term', 'Glossary', TagIcon),
      S.divider(),
      allOf(S, 'person', 'People', UserIcon),
      comments(S),
      allOf(S, 'redirect', 'Redirects', TransferIcon),
      S.divider(),
      single(S, 'settings', 'Settings', CogIcon),
    ]);
