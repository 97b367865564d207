/** The sign of Lymphwise: a vessel with its one-way valves, in one stroke. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M8 21c0-3 1.5-3.6 1.5-6S7 11.5 7 9s2-3.5 2-6" />
      <path d="M16 21c0-3-1.5-3.6-1.5-6s2.5-3.5 2.5-6-2-3.5-2-6" />
      <path d="M9.5 15 12 12.5 14.5 15" />
      <path d="M8.400 6.5 12 3.5l3.6 3" />
    </svg>
  );
}
