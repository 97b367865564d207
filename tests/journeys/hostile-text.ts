import { readFileSync } from 'node:fs';
import naughtyStrings from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import { z } from 'zod';

const stringsShape = z.array(z.string());

/** What our vectors call when one of them runs. */
export const ALARM = '__alarm';

const CALL = `window.${ALARM}=1`;

/** Ways in that are particular to this form: Markdown, addresses, feeds, structured data. */
const OWN: readonly string[] = [
  `<script>${CALL}</script>`,
  `</script><script>${CALL}</script>`,
  `<img src=x onerror="${CALL}">`,
  `<svg onload="${CALL}">`,
  `<svg><script href="data:,${CALL}"/></svg>`,
  `<math><mi xlink:href="javascript:${CALL}">x</mi></math>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<details open ontoggle="${CALL}">`,
  `<input autofocus onfocus="${CALL}">`,
  `<template><script>${CALL}</script></template>`,
  `<style>@import "javascript:${CALL}"</style>`,
  `<base href="https://elsewhere.example/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${CALL}">`,
  `"><img src=x onerror=${CALL}>`,
  `' onmouseover='${CALL}' x='`,
  `\u0000<script>${CALL}</script>`,
  `<scr\u0000ipt>${CALL}</scr\u0000ipt>`,
  `<!--<img src="--><img src=x onerror=${CALL}//">`,
  `]]><script>${CALL}</script>`,
  `<![CDATA[<script>${CALL}</script>]]>`,
  `[run](javascript:${CALL})`,
  `[run](JaVaScRiPt:${CALL})`,
  `[run](java\tscript:${CALL})`,
  `[run](&#106;avascript:${CALL})`,
  `[run](javascript&colon;${CALL})`,
  `[run](data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19hbGFybT0xPC9zY3JpcHQ+)`,
  `[run](vbscript:msgbox)`,
  `[run](//elsewhere.example)`,
  `[run](https://elsewhere.example "x\\" onclick=${CALL} y=\\"")`,
  `![picture](https://elsewhere.example/tracker.png)`,
  `![picture](x" onerror="${CALL})`,
  `<https://elsewhere.example/" onclick="${CALL}>`,
  `<javascript:${CALL}>`,
  `[ref]\n\n[ref]: javascript:${CALL}`,
  `\`\`\`" onclick="${CALL}\n</code></pre><script>${CALL}</script>\n\`\`\``,
  `| <script>${CALL}</script> | b |\n|---|---|\n| [x](javascript:${CALL}) | d |`,
  `$\{${CALL}} {{constructor.constructor('${CALL}')()}} <%= ${CALL} %>`,
  `\u202e<script>${CALL}</script>\u2066`,
  `https://elsewhere.example/"onmouseover="${CALL}`,
  `www.elsewhere.example/<script>${CALL}</script>`,
  `{"@type":"Person"}</script><script>${CALL}</script>`,
  `=cmd|' /C calc'!A0`,
  `a\r\nBcc: everybody@elsewhere.example\r\n\r\nbody`,
];

/**
 * Texts that have run, broken or escaped from pages elsewhere. HOSTILE_TEXTS may name a JSON file with
 * an array of more: a corpus that is published but not ours to pass on.
 */
export function hostileTexts(): readonly string[] {
  const more = process.env['HOSTILE_TEXTS'];
  const given =
    more === undefined ? [] : stringsShape.parse(JSON.parse(readFileSync(more, 'utf8')));
  return [...OWN, ...naughtyStrings, ...given];
}
