/** A delivery that may own one of the pieces: an order or a record that no delivery owns yet. */
export interface Claim {
  /** The delivery's id. */
  readonly id: string;
  /** It is known to own one, now or soon: the service accepted it. Otherwise it may own none. */
  readonly certain: boolean;
  /** Deliveries of equal content to one number are interchangeable: which of them owns a piece makes no difference. */
  readonly content: string;
  /** Its place in time, epoch milliseconds. */
  readonly at: number;
  /** The service's order id, where it is known: these tell the order of acceptance better than our clock. */
  readonly orderId: string | null;
}

export interface Piece {
  /** An order's id or a record's `call_uuid`. */
  readonly id: string;
  /** When, by the service's clock, epoch milliseconds; `null` for a stamp that can't be read: these come first. */
  readonly at: number | null;
}

/**
 * How a piece suits a claim: `likely` agrees in recipient, sender and time, `agreeing` also in the pages and in the header
 * where one is told, `preferred` in a header that is told; `possible` can't be ruled out.
 */
export type Fit = 'preferred' | 'agreeing' | 'likely' | 'possible' | 'no';

export type Verdict =
  /** `isGuess`: only the order in time tells it from another's of different content. */
  | { readonly kind: 'matched'; readonly pieceId: string; readonly isGuess?: true }
  /** Nothing suits. */
  | { readonly kind: 'none' }
  /** Nothing suits well, but something can't be ruled out. */
  | { readonly kind: 'doubtful' }
  /** Things suit, and it can't be told which is whose. */
  | { readonly kind: 'ambiguous' };

export type Matched = Extract<Verdict, { kind: 'matched' }>;

export type FitOf<C, P> = (claim: C, piece: P) => Fit;
type Suits<C, P> = (claim: C, piece: P) => boolean;
interface Group<C, P> {
  readonly claims: readonly C[];
  readonly pieces: readonly P[];
}

/**
 * Gives each claim at most one piece and each piece to at most one claim (design D5). Where as many pieces as claims
 * suit each other they are paired in time order; where they don't agree in number nothing is guessed, except between
 * interchangeable claims.
 */
export function assign<C extends Claim, P extends Piece>(
  claims: readonly C[],
  pieces: readonly P[],
  fitOf: FitOf<C, P>,
): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>(claims.map((claim) => [claim.id, { kind: 'none' }]));
  const suits = suitsIn(fitOf, ['likely', 'agreeing', 'preferred']);
  for (const group of groupsOf(claims, pieces, suits)) {
    for (const [id, verdict] of settleGroup(group, suits, fitOf)) verdicts.set(id, verdict);
  }
  const owned = new Set([...verdicts.values()].map((verdict) => (verdict.kind === 'matched' ? verdict.pieceId : '')));
  const left = pieces.filter((piece) => !owned.has(piece.id));
  for (const claim of claims) {
    if (verdicts.get(claim.id)?.kind !== 'none') continue;
    if (left.some((piece) => fitOf(claim, piece) !== 'no')) verdicts.set(claim.id, { kind: 'doubtful' });
  }
  return verdicts;
}

/** By the strictest measure first: what it settles is settled, whatever is left open. */
function settleGroup<C extends Claim, P extends Piece>(
  group: Group<C, P>,
  suits: Suits<C, P>,
  fitOf: FitOf<C, P>,
): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  let left = group;
  for (const fits of strict) {
    const settled = narrowed(left, suitsIn(fitOf, fits));
    for (const [id, verdict] of settled) verdicts.set(id, verdict);
    left = without(left, settled);
  }
  for (const rest of groupsOf(left.claims, left.pieces, suits)) {
    const settled =
      guessed(rest, pair(rest, suits)) ??
      new Map<string, Verdict>(rest.claims.map((claim) => [claim.id, { kind: 'ambiguous' }]));
    for (const [id, verdict] of settled) verdicts.set(id, verdict);
  }
  return verdicts;
}

const strict: readonly (readonly Fit[])[] = [['preferred'], ['agreeing', 'preferred']];

function without<C extends Claim, P extends Piece>(
  { claims, pieces }: Group<C, P>,
  settled: ReadonlyMap<string, Matched>,
): Group<C, P> {
  const owned = new Set([...settled.values()].map(({ pieceId }) => pieceId));
  return {
    claims: claims.filter(({ id }) => !settled.has(id)),
    pieces: pieces.filter(({ id }) => !owned.has(id)),
  };
}

/** Claims the service numbered itself are paired by its own numbers, which is no guess where time tells the pieces apart. */
function guessed<C extends Claim, P extends Piece>(
  { claims, pieces }: Group<C, P>,
  verdicts: Map<string, Verdict> | null,
): Map<string, Verdict> | null {
  if (verdicts === null || claims.length === 1 || areInterchangeable(claims)) return verdicts;
  if (areCounted(claims) && areApart(pieces)) return verdicts;
  return new Map(
    [...verdicts].map(([id, verdict]) => [id, verdict.kind === 'matched' ? { ...verdict, isGuess: true } : verdict]),
  );
}

/** Whether the service numbered all of them, counting up. */
const areCounted = (claims: readonly Claim[]): boolean => claims.every(({ orderId }) => /^\d+$/.test(orderId ?? ''));

/** Whether the moments of all of them are known, and different. */
const areApart = (pieces: readonly Piece[]): boolean =>
  new Set(pieces.map(({ at }) => at)).size === pieces.length && pieces.every(({ at }) => at !== null);

const suitsIn =
  <C extends Claim, P extends Piece>(fitOf: FitOf<C, P>, fits: readonly Fit[]): Suits<C, P> =>
  (claim, piece) =>
    fits.includes(fitOf(claim, piece));

/** What a stricter measure settles. */
function narrowed<C extends Claim, P extends Piece>(
  { claims, pieces }: Group<C, P>,
  suits: Suits<C, P>,
): Map<string, Matched> {
  const paired = groupsOf(claims, pieces, suits).map((each) => guessed(each, pair(each, suits)));
  const verdicts = paired.flatMap((each) => (each === null ? [] : [...each]));
  return new Map(verdicts.flatMap(([id, verdict]) => (verdict.kind === 'matched' ? [[id, verdict]] : [])));
}

/** `null` where it can't be told which piece is whose. */
function pair<C extends Claim, P extends Piece>(group: Group<C, P>, suits: Suits<C, P>): Map<string, Verdict> | null {
  const { claims, pieces } = group;
  if (claims.length === pieces.length) return pairInTimeOrder(group, suits);
  if (claims.length > pieces.length && areInterchangeable(claims)) return shareOut(group, suits);
  return null;
}

function pairInTimeOrder<C extends Claim, P extends Piece>(
  group: Group<C, P>,
  suits: Suits<C, P>,
): Map<string, Verdict> | null {
  const pieces = inTimeOrder(group.pieces);
  const verdicts = new Map<string, Verdict>();
  for (const [index, claim] of claimsInOrder(group.claims).entries()) {
    const piece = pieces[index];
    if (piece === undefined || !suits(claim, piece)) return null;
    verdicts.set(claim.id, { kind: 'matched', pieceId: piece.id });
  }
  return verdicts;
}

/** Equal contents to one number come out alike, whichever of them an order or a record is said to be of. */
function areInterchangeable(claims: readonly Claim[]): boolean {
  return claims.every((claim) => claim.content === claims[0]?.content);
}

function shareOut<C extends Claim, P extends Piece>(group: Group<C, P>, suits: Suits<C, P>): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>(group.claims.map((claim) => [claim.id, { kind: 'none' }]));
  const inOrder = claimsInOrder(group.claims);
  // What the service answered for owns one for certain.
  const claims = [...inOrder.filter(({ certain }) => certain), ...inOrder.filter(({ certain }) => !certain)];
  for (const piece of inTimeOrder(group.pieces)) {
    const owner = claims.find((claim) => verdicts.get(claim.id)?.kind === 'none' && suits(claim, piece));
    if (owner !== undefined) verdicts.set(owner.id, { kind: 'matched', pieceId: piece.id });
  }
  return verdicts;
}

/** Claims and pieces that hang together: outside a group nothing suits anything in it. Claims nothing suits are left out. */
function groupsOf<C extends Claim, P extends Piece>(
  claims: readonly C[],
  pieces: readonly P[],
  suits: Suits<C, P>,
): Group<C, P>[] {
  let groups: Group<C, P>[] = claims.map((claim) => ({ claims: [claim], pieces: [] }));
  for (const piece of pieces) {
    const touching = groups.filter((group) => group.claims.some((claim) => suits(claim, piece)));
    if (touching.length === 0) continue;
    const joined = {
      claims: touching.flatMap((group) => group.claims),
      pieces: [...touching.flatMap((group) => group.pieces), piece],
    };
    groups = [...groups.filter((group) => !touching.includes(group)), joined];
  }
  return groups.filter((group) => group.pieces.length > 0);
}

/** By the service's own count where it numbered all of them. */
function claimsInOrder<C extends Claim>(claims: readonly C[]): C[] {
  if (!areCounted(claims)) return inTimeOrder(claims);
  return claims.toSorted((a, b) => compareIds(a.orderId ?? '', b.orderId ?? ''));
}

const inTimeOrder = <T extends { readonly id: string; readonly at: number | null }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0) || compareIds(a.id, b.id));

/** The service counts its order ids up, so `9` comes before `10`. */
const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
