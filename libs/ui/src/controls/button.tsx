import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Link as AriaLink } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps, LinkProps as AriaLinkProps } from 'react-aria-components';
import { KeyHint } from './key-hint.js';

/** `primary`: the one action of a page or dialog. `danger`: takes a right away. `quiet`: beside many others. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonLook {
  readonly kind?: ButtonKind;
  readonly icon?: LucideIcon;
  /** The key that does the same, shown beside the words. */
  readonly hint?: string;
  readonly children: ReactNode;
}

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'>, ButtonLook {}

function ButtonFace({ icon: Icon, hint, children }: ButtonLook) {
  return (
    <>
      {Icon !== undefined && <Icon size={18} aria-hidden />}
      <span>{children}</span>
      {hint !== undefined && <KeyHint keys={[hint]} />}
    </>
  );
}

/** A button of 36 px with a verb first. While `isPending` it keeps its width and its focus. */
export function Button({ kind = 'secondary', icon, hint, children, ...rest }: ButtonProps) {
  const look = { ...(icon === undefined ? {} : { icon }), ...(hint === undefined ? {} : { hint }) };
  return (
    <AriaButton {...rest} className="k-button" data-kind={kind}>
      <ButtonFace {...look}>{children}</ButtonFace>
    </AriaButton>
  );
}

export interface ButtonLinkProps extends Omit<AriaLinkProps, 'children' | 'className'>, ButtonLook {}

/** An address that looks like a button, for the one thing to do next. */
export function ButtonLink({ kind = 'secondary', icon, hint, children, ...rest }: ButtonLinkProps) {
  const look = { ...(icon === undefined ? {} : { icon }), ...(hint === undefined ? {} : { hint }) };
  return (
    <AriaLink {...rest} className="k-button" data-kind={kind}>
      <ButtonFace {...look}>{children}</ButtonFace>
    </AriaLink>
  );
}
