interface Placed {
  readonly key: number;
  readonly row: { readonly index: number };
}

interface Limits {
  readonly isLoaded: (index: number) => boolean;
  /** How many elements may take over another row now. */
  readonly most: number;
}

/**
 * Which elements show their rows. To fill an element anew is what a frame of a fast scroll costs most, so only so many are filled in one;
 * the others, and those whose rows are not loaded, are blank meanwhile.
 */
export class Filling {
  private readonly shows = new Map<number, number>();

  /** The rows that are shown now, and whether loaded ones are left for the next frame. */
  fill(elements: readonly Placed[], { isLoaded, most }: Limits): { shown: ReadonlySet<number>; isLeft: boolean } {
    const shown = new Set<number>();
    let left = most;
    let isLeft = false;
    for (const { key, row } of elements) {
      if (!isLoaded(row.index)) continue;
      if (this.shows.get(key) !== row.index && left-- <= 0) {
        isLeft = true;
        continue;
      }
      this.shows.set(key, row.index);
      shown.add(row.index);
    }
    return { shown, isLeft };
  }
}
