import type { Template } from 'sanity';

function inField(type: string, title: string, field: string): Template {
  return {
    id: `${type}-in-${field}`,
    title,
    schemaType: type,
    parameters: [{ name: field, type: 'string' }],
    value: (parameters: Record<string, unknown>) => ({ [field]: parameters[field] }),
  };
}

/** Starts a document in the list it was asked for from: the article in its section, the claim in its topic. */
export const templates: Template[] = [
  inField('article', 'Article', 'section'),
  inField('claim', 'Claim', 'grade'),
  inField('claim', 'Claim', 'topic'),
  inField('faq', 'Question', 'section'),
];
