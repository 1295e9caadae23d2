/**
 * What is derived from the nodes or from the relationships and kept in step with them: it is told of an entity
 * right before and right after it changes, appears or goes, and moves just that entity.
 */
export interface IndexMaintainer {
  /** The entity still is what it was; one that is new is not there yet. */
  before(entity: number): void;
  after(entity: number): void;
  /** Any number of entities have changed without being told. */
  rebuild(): void;
}
