/** The editor's part in reading, where every file is of the disk and the worker reads it itself: there is no study. */
export const fileHandlers = {
  stamp: () => null,
};
