import { defineField } from 'sanity';

/** Where a document stands in its list on the site. */
export const orderField = defineField({
  name: 'order',
  title: 'Place in the list',
  type: 'number',
  initialValue: 100,
  description: 'Small numbers come first. Leave gaps (10, 20, 30) so that others fit between.',
  validation: (rule) => rule.required().integer().min(0),
});
