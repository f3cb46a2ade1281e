import { CircleCheck, X } from 'lucide-react';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from './Button';
import overlay from './overlay.module.css';

export interface ToastMessage {
  readonly text: string;
  readonly actions?:
    | readonly {
        readonly label: string;
        readonly onPress: () => void;
        /** The message stays, because its other actions are still wanted afterwards. */
        readonly stays?: boolean;
      }[]
    | undefined;
}

interface ShownToast extends ToastMessage {
  readonly id: number;
}

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Says that something is done, in a corner, without taking the focus. */
export function useToast(): (message: ToastMessage) => void {
  return use(ToastContext);
}

const shownForMs = 12_000;
const undoLabel = 'Undo';
/** So many are kept for Ctrl Z, also when their message has gone. */
const keptUndos = 20;

/** In a field Ctrl Z is the field's own. */
function isTyped(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('textarea, input:not([type="radio"], [type="checkbox"], [type="button"])')
  );
}

export function ToastProvider(props: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const nextId = useRef(1);
  const [isHeld, setHeld] = useState(false);
  const undos = useRef<readonly { readonly id: number; readonly run: () => void }[]>([]);
  const show = useCallback((message: ToastMessage) => {
    const id = nextId.current;
    nextId.current += 1;
    const undo = message.actions?.find(({ label }) => label === undoLabel);
    if (undo !== undefined)
      undos.current = [...undos.current.slice(1 - keptUndos), { id, run: undo.onPress }];
    setToasts((shown) => [...shown.slice(-1), { ...message, id }]);
  }, []);
  const drop = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
    setHeld(false);
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
      if (!isUndo || event.shiftKey || event.altKey || isTyped(event.target)) return;
      const last = undos.current.at(-1);
      if (last === undefined) return;
      event.preventDefault();
      undos.current = undos.current.slice(0, -1);
      drop(last.id);
      last.run();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [drop]);
  const oldest = toasts[0]?.id;
  useEffect(() => {
    // Nobody is hurried: the clock stands while the pointer or the focus is on it.
    if (oldest === undefined || isHeld) return;
    const timer = setTimeout(() => {
      drop(oldest);
    }, shownForMs);
    return () => {
      clearTimeout(timer);
    };
  }, [oldest, isHeld, drop]);
  const value = useMemo(() => show, [show]);
  return (
    <ToastContext value={value}>
      {props.children}
      <section
        aria-label="Messages"
        data-print="no"
        // F6 comes here while there is something to read.
        data-region={toasts.length > 0 ? 'messages' : undefined}
        onPointerEnter={() => {
          setHeld(true);
        }}
        onPointerLeave={() => {
          setHeld(false);
        }}
        onFocus={() => {
          setHeld(true);
        }}
        onBlur={() => {
          setHeld(false);
        }}
      >
        <div className={overlay.toasts} role="status">
          {toasts.map((toast) => (
            <div key={toast.id} className={overlay.toast}>
              <CircleCheck className={overlay.toastIcon} aria-hidden="true" />
              <div className={overlay.toastBody}>
                <div>{toast.text}</div>
                {toast.actions !== undefined && toast.actions.length > 0 && (
                  <div className={overlay.toastActions}>
                    {toast.actions.map((action) => (
                      <Button
                        key={action.label}
                        variant="quiet"
                        size="small"
                        onPress={() => {
                          if (action.label === undoLabel)
                            undos.current = undos.current.filter(({ id }) => id !== toast.id);
                          action.onPress();
                          if (action.stays !== true) drop(toast.id);
                        }}
                      >
                        {action.label}
                      </Button>
                    ))}
                  </div>
                )}
              </div>
              <Button
                variant="quiet"
                size="small"
                aria-label="Close this message"
                onPress={() => {
                  drop(toast.id);
                }}
              >
                <X aria-hidden="true" />
              </Button>
            </div>
          ))}
        </div>
      </section>
    </ToastContext>
  );
}
