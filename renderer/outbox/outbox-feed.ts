import type { OutboxAsked, UploadProgress } from '../../app/contract';
import type { Delivery } from '../../app/outbox/delivery';
import type { OutboxChange, OutboxStatus } from '../../app/outbox/listing';
import type { Client } from '../bridge';

/** What a screen is told when deliveries changed; `isPartial`: what it shows has to be read again. */
export type FeedChange = Pick<OutboxChange, 'deliveries' | 'isPartial'>;

/** The outbox of the account in use as main tells it, for the whole window. */
export class OutboxFeed {
  private current: OutboxStatus | null = null;
  private askedFor: OutboxAsked | null = null;
  private readonly uploads = new Map<string, UploadProgress>();
  private readonly viewers = new Set<() => void>();
  private readonly followers = new Set<(change: FeedChange) => void>();

  constructor(private readonly client: Client) {}

  /** Listens to main until the returned function is called. */
  follow(): () => void {
    const stops = [
      this.client.on('outboxChanged', (change) => this.changed(change)),
      this.client.on('uploadProgress', (progress) => {
        this.uploads.set(progress.deliveryId, progress);
        this.show();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** Another account may be in use now. */
  async reread(): Promise<void> {
    this.uploads.clear();
    this.setStatus(await this.client.call('outbox.status'));
    this.tell({ deliveries: [], isPartial: true });
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (viewer: () => void): (() => void) => {
    this.viewers.add(viewer);
    return () => void this.viewers.delete(viewer);
  };
  /** `null` until main has told it. */
  readonly status = (): OutboxStatus | null => this.current;
  /** How much of an upload has left, from 0 to 1; `null` where none is under way. */
  uploadShare(id: string): number | null {
    const upload = this.uploads.get(id);
    return upload === undefined || upload.totalBytes <= 0 ? null : upload.sentBytes / upload.totalBytes;
  }

  /** What a notification led to last. */
  readonly asked = (): OutboxAsked | null => this.askedFor;
  ask(asked: OutboxAsked): void {
    this.askedFor = asked;
    this.show();
  }

  /** Calls `follower` at every change until the returned function is called. */
  onChange(follower: (change: FeedChange) => void): () => void {
    this.followers.add(follower);
    return () => void this.followers.delete(follower);
  }

  /** Deliveries that a call answered with, which the event will tell again. */
  tell(change: FeedChange): void {
    for (const follower of this.followers) follower(change);
  }

  setStatus(status: OutboxStatus): void {
    this.current = status;
    this.show();
  }

  private changed({ deliveries, isPartial, status }: OutboxChange): void {
    for (const delivery of deliveries) if (!isUploading(delivery)) this.uploads.delete(delivery.id);
    this.setStatus(status);
    this.tell({ deliveries, isPartial });
  }

  private show(): void {
    for (const viewer of this.viewers) viewer();
  }
}

const isUploading = ({ state }: Delivery): boolean => state.kind === 'sending';
