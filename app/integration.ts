import * as z from 'zod/mini';

/** Places in the user's system that can offer "Send as fax", and are written only when the user asks for it. */
export const integrationIdSchema = z.enum([
  'finderAction',
  'printMenu',
  'applicationMenu',
  'nautilusAction',
  'dolphinAction',
]);
export type IntegrationId = z.infer<typeof integrationIdSchema>;

export const integrationSchema = z.object({ id: integrationIdSchema, isInstalled: z.boolean() });
export type Integration = z.infer<typeof integrationSchema>;
