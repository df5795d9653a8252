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

function settleGroup<C extends Claim, P extends Piece>(
  group: Group<C, P>,
  suits: Suits<C, P>,
  fitOf: FitOf<C, P>,
): Map<string, Verdict> {
  const best =
    narrowed(group, suitsIn(fitOf, ['preferred'])) ?? narrowed(group, suitsIn(fitOf, ['agreeing', 'preferred']));
  return (
    best ??
    guessed(group, pair(group, suits)) ??
    new Map(group.claims.map((claim) => [claim.id, { kind: 'ambiguous' }]))
  );
}

/** Claims the service numbered itself are paired by its own numbers, which is no guess. */
function guessed<C extends Claim, P extends Piece>(
  { claims }: Group<C, P>,
  verdicts: Map<string, Verdict> | null,
): Map<string, Verdict> | null {
  if (verdicts === null || areInterchangeable(claims) || claims.every(({ orderId }) => orderId !== null))
    return verdicts;
  return new Map(
    [...verdicts].map(([id, verdict]) => [id, verdict.kind === 'matched' ? { ...verdict, isGuess: true } : verdict]),
  );
}

const suitsIn =
  <C extends Claim, P extends Piece>(fitOf: FitOf<C, P>, fits: readonly Fit[]): Suits<C, P> =>
  (claim, piece) =>
    fits.includes(fitOf(claim, piece));

/** The group settled by a stricter measure; `null` where that leaves a claim without its piece. */
function narrowed<C extends Claim, P extends Piece>(
  { claims, pieces }: Group<C, P>,
  suits: Suits<C, P>,
): Map<string, Verdict> | null {
  const paired = groupsOf(claims, pieces, suits).map((each) => pair(each, suits));
  const verdicts = new Map(paired.flatMap((each) => (each === null ? [] : [...each])));
  return claims.every((claim) => verdicts.get(claim.id)?.kind === 'matched') ? verdicts : null;
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

function areInterchangeable(claims: readonly Claim[]): boolean {
  return claims.every((claim) => claim.content === claims[0]?.content && claim.certain === claims[0].certain);
}

function shareOut<C extends Claim, P extends Piece>(group: Group<C, P>, suits: Suits<C, P>): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>(group.claims.map((claim) => [claim.id, { kind: 'none' }]));
  const claims = claimsInOrder(group.claims);
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
  if (claims.some(({ orderId }) => orderId === null)) return inTimeOrder(claims);
  return claims.toSorted((a, b) => compareIds(a.orderId ?? '', b.orderId ?? ''));
}

const inTimeOrder = <T extends { readonly id: string; readonly at: number | null }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0) || compareIds(a.id, b.id));

/** The service counts its order ids up, so `9` comes before `10`. */
const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
