/** A door of its own for the palette, so that its code is fetched apart, in idle time. */
export { Palette } from '@ketenregie/ui';
