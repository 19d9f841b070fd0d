/** Every kind of claim by its name: one line a recogniser file. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface ClaimKinds {}
