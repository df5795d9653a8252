import './policy';

void import('./press-job');
