import { endingOf, isWanted, type NewsWish, partDue } from '../../app/background/news';
import { followRun, followUpload, noRun, runShare } from '../../app/background/progress';
import { countWork, followWork, noWork, type WorkCounts } from '../../app/background/work';
import type { UploadProgress } from '../../app/contract';
import type { Delivery } from '../../app/outbox/delivery';
import type { Clock } from '../../app/outbox/ports';

/** How the sending stands; what tray and taskbar show. */
export interface Standing {
  readonly counts: WorkCounts;
  /** From 0 to 1; `null` while nothing is on its way. */
  readonly share: number | null;
}

export interface BackgroundParts {
  readonly clock: Pick<Clock, 'setTimer'>;
  readonly wish: () => NewsWish;
  readonly onStanding: (standing: Standing) => void;
  /** Deliveries that ended about together and are to be told. */
  readonly onNews: (deliveries: readonly Delivery[]) => void;
}

/** Follows the account in use for everything that is seen outside its window. */
export interface Background {
  /** Another account is in use, with this open work. */
  begin(open: readonly Delivery[]): void;
  told(changed: readonly Delivery[]): void;
  progressed(upload: UploadProgress): void;
  standing(): Standing;
}

/** Deliveries that end within this time are told together. */
const gatherMs = 1_500;
/** The bar moves no more often. */
const showMs = 200;

export function createBackground({ clock, wish, onStanding, onNews }: BackgroundParts): Background {
  let work = noWork;
  let run = noRun;
  let ended: readonly Delivery[] = [];
  let changedSince: Delivery[] = [];
  const uploadedSince = new Map<string, UploadProgress>();
  /** A thousand faxes change thousands of times: they are gone through when somebody looks. */
  const catchUp = (): void => {
    work = followWork(work, changedSince);
    run = followRun(run, changedSince);
    for (const upload of uploadedSince.values()) run = followUpload(run, upload);
    changedSince = [];
    uploadedSince.clear();
  };
  const toldEndings = new Map<string, string>();
  const standing = (): Standing => {
    catchUp();
    return { counts: countWork(work), share: runShare(run) };
  };
  const showSoon = onceIn(clock, showMs, () => onStanding(standing()));
  const tellSoon = onceIn(clock, gatherMs, () => {
    catchUp();
    const { due, held } = partDue(ended, work);
    ended = held;
    const wanted = due.filter(({ state }) => isWantedEnding(state, wish()));
    if (wanted.length > 0) onNews(wanted);
  });

  const noteEnding = (delivery: Delivery): void => {
    const ending = endingOf(delivery.state);
    if (ending === null) toldEndings.delete(delivery.id);
    else if (toldEndings.get(delivery.id) !== ending) {
      toldEndings.set(delivery.id, ending);
      ended = [...ended, delivery];
    }
  };
  return {
    begin(open) {
      work = followWork(noWork, open);
      run = followRun(noRun, open);
      ended = [];
      changedSince = [];
      uploadedSince.clear();
      toldEndings.clear();
      for (const { id, state } of open) if (state.kind === 'needsDecision') toldEndings.set(id, state.kind);
      showSoon();
    },
    told(changed) {
      changedSince.push(...changed);
      changed.forEach(noteEnding);
      if (ended.length > 0) tellSoon();
      showSoon();
    },
    progressed(upload) {
      uploadedSince.set(upload.deliveryId, upload);
      showSoon();
    },
    standing,
  };
}

const isWantedEnding = (state: Delivery['state'], wish: NewsWish): boolean => {
  const ending = endingOf(state);
  return ending !== null && isWanted(ending, wish);
};

/** Runs `action` once, `ms` after the first of the calls that come meanwhile. */
function onceIn(clock: Pick<Clock, 'setTimer'>, ms: number, action: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    clock.setTimer(ms, () => {
      isWaiting = false;
      action();
    });
  };
}
