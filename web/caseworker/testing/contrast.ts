type Parts = readonly [number, number, number];

/**
 * How far two colours stand apart, as WCAG 2.2 reckons it: from 1, the same, to 21, black on white.
 *
 * @param colour as a browser computes one: `rgb(0, 0, 0)` or `rgba(0, 0, 0, 0.8)`; so the others.
 * @param ground what shines through them, wholly opaque.
 */
export function contrast(colour: string, other: string, ground: string): number {
  const below = partsOf(ground, [0, 0, 0]);
  const [darker = 0, lighter = 0] = [colour, other]
    .map((each) => luminance(partsOf(each, below)))
    .sort((one, two) => one - two);
  return (lighter + 0.05) / (darker + 0.05);
}

function partsOf(colour: string, below: Parts): Parts {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const laid = (part: number, under: number) => part * alpha + under * (1 - alpha);
  return [laid(red, below[0]), laid(green, below[1]), laid(blue, below[2])];
}

function luminance(parts: Parts): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
