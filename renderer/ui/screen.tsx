import type { ReactNode } from 'react';
import styles from './screen.module.css';

interface ScreenProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen with its bar at the top and a body that scrolls. */
export const Screen = ({ title, actions, children }: ScreenProps) => (
  <section className={styles.screen} aria-label={title}>
    <header className={styles.bar}>
      <h1>{title}</h1>
      <div className={styles.actions}>{actions}</div>
    </header>
    <div className={styles.body}>{children}</div>
  </section>
);

interface EmptyProps {
  title: string;
  children?: ReactNode;
}

/** What a screen says when it has nothing to show. */
export const Empty = ({ title, children }: EmptyProps) => (
  <div className={styles.empty}>
    <h2>{title}</h2>
    {children}
  </div>
);
