export { auditHandlers } from './handlers.ts';
export { readChainCheck } from './repo-chain.ts';
export { verifyNow, watchChain, type Verdict } from './watch-chain.ts';
