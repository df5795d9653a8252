import { isSettled } from '../../../app/outbox/until';
import type { Incident } from './history';
import type { Office } from './office';

const minute = 60_000;
const hour = 60 * minute;
const patienceMs = 24 * 60 * minute;

/** Lives through a history in an office; remembers what the user asked for. */
export class Story {
  readonly ids: string[] = [];
  /** Cancelled by the user while it was in doubt whether they were sent. */
  readonly givenUp = new Set<string>();
  /** How often the user asked for one to be sent again. */
  readonly sentAgain = new Map<string, number>();
  /** Needed the user's decision, whatever the user decided. */
  readonly decisions = new Set<string>();
  private latest: readonly string[] = [];
  /** Someone else faxes to these too. */
  private readonly sharedNumbers = new Set<string>();

  constructor(readonly office: Office) {}

  async live(incidents: readonly Incident[]): Promise<void> {
    this.office.start();
    for (const incident of incidents) {
      await this.meet(incident);
      this.noteDecisions();
    }
    await this.recover();
    this.noteDecisions();
  }

  /** Everything works again, and somebody has the program open, until nothing is left to do. */
  private async recover(): Promise<void> {
    const { office } = this;
    office.exchange.isReachable = true;
    office.diskIsFull = false;
    office.eachLiving(({ life }) => life.reprieve());
    office.bury();
    office.start();
    await office.clock.advance(minute);
    const end = office.clock.time + patienceMs;
    while (office.clock.time < end && this.isUnsettled()) await office.clock.advance(minute);
    await office.clock.advance(5 * minute);
  }

  private isUnsettled(): boolean {
    return this.office.store.open().some(({ delivery }) => !isSettled(delivery.state));
  }

  private async meet(incident: Incident): Promise<void> {
    const { office } = this;
    switch (incident.kind) {
      case 'wait':
        return office.clock.advance(incident.ms);
      case 'queue':
        return this.queue(incident);
      case 'kill':
        office.processes.splice(incident.process, 1)[0]?.life.kill();
        return;
      case 'condemn':
        office.processes[incident.process]?.life.condemn(incident);
        return;
      case 'start':
        this.start(incident.own);
        return;
      case 'freeze':
        office.processes[incident.process]?.life.freeze(incident.ms);
        return;
      case 'sleep':
        return this.sleep(incident.ms);
      case 'network':
        office.exchange.isReachable = incident.isUp;
        return;
      case 'exchangeRestarts':
        office.exchange.restart();
        return;
      case 'disk':
        office.diskIsFull = incident.isFull;
        return;
      case 'setClock':
        office.clock.skewMs = Math.max(-hour, Math.min(hour, office.clock.skewMs + incident.byMs));
        return;
      case 'foreignFax':
        this.sendForeign(incident.recipient);
        return;
      case 'cancel':
        this.cancel(this.ids[incident.delivery]);
        return;
      case 'sendAgain':
        this.sendAgain(this.ids[incident.delivery]);
        return;
    }
  }

  private async queue({ recipients, document, sender }: Extract<Incident, { kind: 'queue' }>): Promise<void> {
    if (this.office.diskIsFull) return;
    const from = recipients.some((each) => this.sharedNumbers.has(each)) ? ownNumber : sender;
    const queued = await this.office.queue(recipients, document, from);
    this.latest = queued.map(({ id }) => id);
    this.ids.push(...this.latest);
  }

  /**
   * Only where it can be told from ours: an order names its recipient, its sender and a second. One from the same sender
   * to the same number in the same second is no different from ours to anybody.
   */
  private sendForeign(recipient: string): void {
    const { exchange, store } = this.office;
    const ours = store.list().filter((delivery) => delivery.recipient === recipient);
    if (!exchange.nature.tellsSender || ours.some(({ sender }) => sender === null)) return;
    this.sharedNumbers.add(recipient);
    exchange.makeOrder({ ...foreign, recipient });
  }

  /** Two are enough. */
  private start(own: boolean): void {
    this.office.bury();
    if (this.office.processes.length >= 2) return;
    const { latest } = this;
    this.office.start(own ? new Set(latest) : null);
  }

  private async sleep(ms: number): Promise<void> {
    const { office } = this;
    office.eachLiving(({ life }) => {
      life.freeze(ms);
      life.hangUp();
    });
    await office.clock.advance(ms);
    office.wake();
  }

  private cancel(id: string | undefined): void {
    const process = this.firstLiving();
    if (id === undefined || process === undefined) return;
    const wasInDoubt = this.office.store.find(id)?.delivery.state.kind === 'needsDecision';
    this.office.eachLiving((each) => {
      if (each === process) each.runner.cancel(id);
    });
    if (wasInDoubt && this.office.store.find(id)?.delivery.state.kind === 'cancelled') this.givenUp.add(id);
  }

  private sendAgain(id: string | undefined): void {
    const process = this.firstLiving();
    if (id === undefined || process === undefined) return;
    const wasInDoubt = this.office.store.find(id)?.delivery.state.kind === 'needsDecision';
    if (!wasInDoubt) return;
    this.sentAgain.set(id, (this.sentAgain.get(id) ?? 0) + 1);
    this.office.eachLiving((each) => {
      if (each === process) each.runner.decide(id, 'sendAgain');
    });
  }

  private firstLiving(): Office['processes'][number] | undefined {
    return this.office.processes.find(({ life }) => life.isAlive());
  }

  private noteDecisions(): void {
    for (const { delivery } of this.office.store.open()) {
      if (delivery.state.kind === 'needsDecision') this.decisions.add(delivery.id);
    }
  }
}

const ownNumber = '908501234567';
/** Sent by someone else with the same account, from another number. */
const foreign = { sender: '908509999999', header: 'OTHER', document: 'foreign', pages: 2 };
