import { Component, type ReactNode } from 'react';
import { useTexts } from '../language';
import { Button } from './button';
import { Empty } from './screen';

/** A bug in one part of the window takes only that part away, and says so. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }
  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <Broken onRetry={() => this.setState({ broken: false })} />;
  }
}

function Broken({ onRetry }: { onRetry: () => void }) {
  const { t } = useTexts();
  return (
    <Empty title={t('ui.common.brokenTitle')}>
      <p>{t('ui.common.brokenText')}</p>
      <Button onClick={onRetry}>{t('ui.common.retry')}</Button>
    </Empty>
  );
}
