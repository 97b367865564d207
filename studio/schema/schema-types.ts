import type { SchemaTypeDefinition } from 'sanity';

import { article } from './documents/article.ts';
import { claim } from './documents/claim.ts';
import { comment } from './documents/comment.ts';
import { contraindication } from './documents/contraindication.ts';
import { faq } from './documents/faq.ts';
import { person } from './documents/person.ts';
import { privateComment } from './documents/private-comment.ts';
import { redirect } from './documents/redirect.ts';
import { source } from './documents/source.ts';
import { technique } from './documents/technique.ts';
import { term } from './documents/term.ts';
import { bodyContent } from './objects/body-content.ts';
import { callout } from './objects/callout.ts';
import { citation } from './objects/citation.ts';
import { claimReference } from './objects/claim-reference.ts';
import { commentContent } from './objects/comment-content.ts';
import { contraindicationList } from './objects/contraindication-list.ts';
import { figure } from './objects/figure.ts';
import { glossaryTerm } from './objects/glossary-term.ts';
import { internalLink } from './objects/internal-link.ts';
import { link } from './objects/link.ts';
import { seo } from './objects/seo.ts';
import { simpleContent } from './objects/simple-content.ts';
import { stepList } from './objects/step-list.ts';
import { step } from './objects/step.ts';
import { commentSettings } from './singletons/comment-settings.ts';
import { home } from './singletons/home.ts';
import { settings } from './singletons/settings.ts';

/** Every type of the content model. */
export const schemaTypes: SchemaTypeDefinition[] = [
  article,
  technique,
  claim,
  contraindication,
  faq,
  term,
  source,
  person,
  redirect,
  comment,
  privateComment,
  settings,
  commentSettings,
  home,
  bodyContent,
  simpleContent,
  commentContent,
  figure,
  seo,
  citation,
  link,
  internalLink,
  glossaryTerm,
  callout,
  claimReference,
  stepList,
  step,
  contraindicationList,
];
