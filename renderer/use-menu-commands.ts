import { useEffect, useEffectEvent } from 'react';
import { assertNever } from '../app/assert-never';
import type { MenuCommand } from '../app/contract';
import type { ComposeModel } from './compose/use-compose';
import type { ScreenName } from './other-screen';
import { useServices } from './services';

/** Does what the menu asks. Undo and redo have no accelerator there on all systems, so their keys are heard here. */
export function useMenuCommands(compose: ComposeModel, screen: ScreenName, show: (screen: ScreenName) => void): void {
  const { client } = useServices();
  const obey = useEffectEvent((command: MenuCommand) => {
    switch (command) {
      case 'addPages':
        show('compose');
        {
          compose.chooseFiles();
          return;
        }
      case 'send':
        if (screen === 'compose') compose.send();
        return;
      case 'newFax':
        show('compose');
        {
          compose.newFax.ask();
          return;
        }
      case 'undo':
      case 'redo': {
        undoOrRedo(command, screen, compose);
        return;
      }
      case 'showCompose': {
        show('compose');
        return;
      }
      case 'showOutbox': {
        show('outbox');
        return;
      }
      case 'showPending': {
        show('pending');
        return;
      }
      case 'showRecords': {
        show('records');
        return;
      }
      case 'showSettings': {
        show('settings');
        return;
      }
      default:
        return assertNever(command);
    }
  });
  useEffect(() => client.on('menuCommand', (command) => !isModal() && obey(command)), [client]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = undoKey(event);
      if (!command || isModal() || isEditing()) return;
      event.preventDefault();
      obey(command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

const isModal = (): boolean => document.querySelector('dialog[open]') !== null;

/** Whether a text is being written, which has an undo of its own. */
const isEditing = (): boolean => document.activeElement?.matches(writing) === true;

const writing = 'textarea, input:not([type=radio], [type=checkbox], [type=range])';

function undoKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'y') return 'redo';
  return key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : null;
}

/** In a text field the text's own; else the fax's pages. */
function undoOrRedo(command: 'undo' | 'redo', screen: ScreenName, { state, dispatch, undoSend }: ComposeModel): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way to a text field's own undo
  if (isEditing()) document.execCommand(command);
  else if (screen === 'compose' && state.phase.kind === 'sent' && command === 'undo') undoSend();
  else if (screen === 'compose' && state.phase.kind === 'editing') {
    dispatch({ kind: command === 'undo' ? 'undone' : 'redone' });
  }
}
