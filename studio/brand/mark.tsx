/** The sign of Lymphwise: a lymph node, with the vessels that enter it and the one that leaves. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 32 32"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M2 7.5c4 0 5.5 1 7.5 3M1.5 16H8M2 24.5c4 0 5.5-1 7.5-3M20.5 16H30M25.5 12.5 29 16l-3.5 3.5" />
      <path d="M21 9.5C15 3.5 8 8.5 8 16s7 12.5 13 6.5c3.5-3.5-2-4-2-6.5s5.5-3 2-6.5Z" />
    </svg>
  );
}
