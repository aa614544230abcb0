import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../controls/button.js';
import { Notice } from './notice.js';
import type { NoticeKind } from './notice.js';

export interface ToastMessage {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly detail?: string;
  /** A thing to do, such as undo. Such a message stays until it is closed. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

type ShownToast = ToastMessage & { readonly id: number };
const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);
const MOST_SHOWN = 3;
const READING_MS = 8000;

/** The function that shows a message at the foot of the page. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

/** Holds the messages of everything below it: at most three; only "done" without an action leaves by itself, and not while pointed at. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const show = useCallback((message: ToastMessage) => setToasts((shown) => [...shown, { ...message, id: (shown.at(-1)?.id ?? 0) + 1 }].slice(-MOST_SHOWN)), []);
  const close = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);
  const list = useMemo(() => toasts.map((toast) => <ToastItem key={toast.id} toast={toast} onClose={close} />), [toasts, close]);
  return (
    <ToastContext value={show}>
      {children}
      <div className="k-toasts">{list}</div>
    </ToastContext>
  );
}

function ToastItem({ toast, onClose }: { readonly toast: ShownToast; readonly onClose: (id: number) => void }) {
  const [isHeld, setHeld] = useState(false);
  const leaves = toast.kind === 'done' && toast.action === undefined && !isHeld;
  useEffect(() => {
    if (!leaves) return undefined;
    const timer = setTimeout(() => onClose(toast.id), READING_MS);
    return () => clearTimeout(timer);
  }, [leaves, onClose, toast.id]);
  const act = toast.action;
  const press = () => {
    act?.onPress();
    onClose(toast.id);
  };
  return (
    <div onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <Notice kind={toast.kind} title={toast.title} onClose={() => onClose(toast.id)} {...(act === undefined ? {} : { action: <Button onPress={press}>{act.label}</Button> })}>
        {toast.detail}
      </Notice>
    </div>
  );
}
