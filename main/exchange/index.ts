export { demoKey } from './demo-key';
export { startExchange } from './exchange';
export type { Exchange, ExchangeOptions } from './exchange';
export type { Fault } from './fault';
export type { ArrivingFax, PostSeen, ReceivedFax } from './entities';
export { seededHistory } from './seeded-history';
