import '../app/zod-without-eval';

void import('./press-job');
