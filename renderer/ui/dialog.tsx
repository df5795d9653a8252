import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useTexts } from '../language';
import { Button } from './button';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** The row of buttons at the foot. */
  actions?: ReactNode;
}

/** A modal dialog: the browser's own, which keeps the focus in, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before the element leaves the page: one that has left gives no focus back.
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h1 id={titleId} className={styles.title}>
        {title}
      </h1>
      <div className={styles.body}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </dialog>
  );
}

interface ConfirmProps {
  title: string;
  text: string;
  confirm: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that can't be taken back. */
export function Confirm({ title, text, confirm, onConfirm, onCancel }: ConfirmProps) {
  const { t } = useTexts();
  const actions = (
    <>
      <Button onClick={onCancel}>{t('ui.common.cancel')}</Button>
      <Button look="danger" onClick={onConfirm}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onCancel} actions={actions}>
      <p>{text}</p>
    </Dialog>
  );
}
