/** Darkest and lightest channel of a grey that a writer means as "not certain": black and near-white text are plain. */
const DARKEST = 0x60;
const LIGHTEST = 0xe6;
/** How far apart the channels of a grey may lie. */
const SPREAD = 0x14;

/** Whether `RRGGBB` or `AARRGGBB` is a middle grey. */
export function isGreyRgb(colour: string): boolean {
  const hex = colour.replace('#', '').slice(-6);
  if (!/^[0-9a-f]{6}$/i.test(hex)) return false;
  const channels = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const [low, high] = [Math.min(...channels), Math.max(...channels)];
  return high - low <= SPREAD && low >= DARKEST && high <= LIGHTEST;
}

/** Excel's theme colours: 0 is white, darkened by a negative tint; 1 is black, lightened by a positive one; 2 is a light grey. */
export function isGreyTheme(theme: number, tint: number): boolean {
  if (theme === 0) return tint <= -0.14 && tint >= -0.62;
  if (theme === 1) return tint >= 0.34;
  return theme === 2 && tint < -0.2 && tint > -0.6;
}

/** The greys of the old fixed palette. */
export function isGreyIndexed(index: number): boolean {
  return index === 22 || index === 23 || index === 55;
}
