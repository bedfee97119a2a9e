/** What can be changed about somebody who works here. */
export const changes = ['change-role', 'give-code', 'remove'] as const;
export type Change = (typeof changes)[number];
