/**
 * A structure that is derived from the nodes or the relationships and kept in step with them. It is called right before
 * and right after an entity is changed, created or deleted, and updates only that entity.
 */
export interface IndexMaintainer {
  /** The entity is still in its old state; a new entity does not exist yet. */
  before(entity: number): void;
  after(entity: number): void;
  /** Rebuilds everything: any number of entities may have changed without a call. */
  rebuild(): void;
}
