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

export function ToastProvider(props: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const nextId = useRef(1);
  const [isHeld, setHeld] = useState(false);
  const show = useCallback((message: ToastMessage) => {
    const id = nextId.current;
    nextId.current += 1;
    setToasts((shown) => [...shown.slice(-1), { ...message, id }]);
  }, []);
  const drop = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
    setHeld(false);
  }, []);
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
