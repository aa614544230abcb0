/** Text as it is compared: accents off, lower case, every run of other signs one space. `"Café 't Hoekje B.V."` becomes `cafe t hoekje b v`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
