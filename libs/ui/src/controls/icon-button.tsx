import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, TooltipTrigger } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Tooltip } from '../overlays/tooltip.js';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** Its name, also shown as a tooltip: an icon alone is never enough. */
  readonly label: string;
}

/** A square button of 36 px with an icon, a name and a tooltip. */
export function IconButton({ icon: Icon, label, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400}>
      <AriaButton {...rest} aria-label={label} className="k-button" data-kind="quiet" data-square="">
        <Icon size={18} aria-hidden />
      </AriaButton>
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  );
}
