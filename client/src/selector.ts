/** The documents that Jettison looks at: Dockerfiles of every file system, unsaved ones too. */
export const dockerfiles = [{ language: 'dockerfile' }];
