/** A package as a lock file has it; of a name with several versions, all of them together. */
export interface LockedPackage {
  readonly name: string;
  /** Names of the packages that it depends on. */
  readonly needs: readonly string[];
  /** For development alone, where the lock file says so. */
  readonly development: boolean | undefined;
  /** It runs something when it is installed. */
  readonly installs: boolean;
  /** It is made for one operating system or processor. */
  readonly platform: boolean;
  /** Commands and their files in the package, when it lies at the top of node_modules. */
  readonly bin: ReadonlyMap<string, string>;
}
