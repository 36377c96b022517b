const drawn = {
  viewBox: '0 0 16 16',
  width: 16,
  height: 16,
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  className: 'mark',
} as const;

/** For staff alone. Words stand beside it. */
export function LockMark() {
  return (
    <svg aria-hidden="true" {...drawn}>
      <rect x="3" y="7" width="10" height="7" rx="1.2" />
      <path d="M5.2 7V4.8a2.8 2.8 0 0 1 5.6 0V7" />
    </svg>
  );
}

/** Leaves the house. Words stand beside it. */
export function OutgoingMark() {
  return (
    <svg aria-hidden="true" {...drawn}>
      <path d="M1.8 8 14.2 2.2 10.4 13.8 7.6 9 1.8 8ZM7.6 9 14.2 2.2" />
    </svg>
  );
}

/** A time that presses. Words stand beside it. */
export function ClockMark() {
  return (
    <svg aria-hidden="true" {...drawn}>
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 4.2V8l2.6 1.8" />
    </svg>
  );
}
