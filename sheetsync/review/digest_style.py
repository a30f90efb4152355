"""How the digest looks: on a screen by day and by night, on a telephone, on paper.

The page reads well without any of this, for some mail programs drop it. Every pair of
colours is at least 4.5:1 (WCAG 2.2, 1.4.3), and no colour says what the words do not.
"""

STYLE = """
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial,
  sans-serif; background: #f3f5f4; color: #1b2a2f; overflow-wrap: break-word; }
.page { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2, h3 { line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; }
h1 { font-size: 2rem; margin: 0 0 .25rem; }
h2 { font-size: 1.35rem; margin: 0 0 .75rem; }
h3 { font-size: 1.08rem; margin: 2rem 0 .25rem; }
p, ol, ul { margin: .5rem 0 1rem; }
main > section, .next, nav { background: #fff; border: 1px solid #d8e0e0; border-radius: 12px;
  padding: 1.5rem 1.75rem; margin: 1.25rem 0; }
section:focus, h2:focus, h3:focus, table:focus, span:focus { outline: none; }
:target { scroll-margin-top: 1rem; }
h2:target, h3:target, table:target > caption, span:target { background: #fdf1cc; color: #3a2a00; }
a { color: #0b5563; text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
a:focus-visible { outline: 3px solid #0b5563; outline-offset: 2px; border-radius: 3px; }
.id { white-space: nowrap; font-weight: 400; }
.quiet, .lead, .id, caption { color: #4f6167; }
.quiet, .id { font-size: .9em; }
.lead { margin: 0 0 .5rem; }
.next { border-left-color: #0f5c66 !important; background: #eaf3f3; }
.next ol { margin-top: 0; }
.next h2 { margin-bottom: .25rem; }
.next ol { padding-left: 1.4rem; margin-bottom: .25rem; }
.next li { margin: .35rem 0; font-size: 1.05rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { display: inline-block; margin: 0 1.25rem .25rem 0; }
nav { padding: .9rem 1.75rem .7rem; }
.tiles { list-style: none; margin: 0 0 1.25rem; padding: 0; display: grid;
  grid-template-columns: repeat(4, 1fr); gap: 1.25rem; }
.tiles li { border-top: 3px solid #0f5c66; padding-top: .6rem; }
.tiles .big { display: block; line-height: 1.15; font-weight: 650; font-variant-numeric:
  tabular-nums; }
.tiles .what { display: block; font-weight: 600; }
.tiles .quiet { display: block; }
.weak { border-top: 1px solid #d8e0e0; padding-top: 1rem; margin-bottom: 0; }
.late { font-weight: 600; color: #9a3412; }
table { width: 100%; border-collapse: collapse; margin: .75rem 0 1.5rem; font-size: .95rem; }
section > table:last-child { margin-bottom: 0; }
caption { text-align: left; font-size: .85rem; padding: .4rem 0; scroll-margin-top: 1rem; }
th, td { text-align: left; vertical-align: top; padding: .6rem .75rem .6rem 0;
  border-bottom: 1px solid #e2e8e8; }
thead th { color: #4f6167; font-weight: 600; font-size: .85rem; border-bottom: 2px solid #b9c8c9; }
tbody th { font-weight: 600; }
.list th:first-child { width: 30%; }
.items th:first-child { width: 58%; }
.items tbody th { font-weight: 400; }
.list th:last-child, .list td:last-child, .items th:last-child, .items td:last-child {
  padding-right: 0; }
.list td:last-child, .items td:last-child { color: #4f6167; font-size: .9em; }
.dense { columns: 26rem 2; column-gap: 2.5rem; }
.dense table { font-size: .82rem; margin: 0 0 1.75rem; }
.dense caption { color: inherit; font-weight: 600; font-size: .92rem; }
.dense tr { break-inside: avoid; }
.dense th, .dense td { padding-top: .3rem; padding-bottom: .3rem; }
.figures td, .figures thead th + th { text-align: right; font-variant-numeric: tabular-nums; }
.figures td:last-child, .figures thead th:last-child { padding-right: 0; }
.figures a, .list a { padding: .15rem 0; }
figure { margin: .5rem 0 1.5rem; max-width: 40rem; }
figcaption { color: #4f6167; font-size: .9rem; margin-top: .6rem; }
svg { display: block; overflow: visible; font-family: inherit; }
.full { fill: #0f5c66; } .mid { fill: #4a7c83; } .warn { fill: #a4481d; }
rect { stroke: #fff; } .faint { fill: #cfe3e4; stroke: #0f5c66; } .on { fill: #fff; font-weight: 700; }
.axis { stroke: #5d6f74; }
footer { color: #4f6167; font-size: .9rem; }
@media (max-width: 640px) {
  body { font-size: 15px; }
  .page { padding: 1.25rem .75rem 2.5rem; }
  main > section, .next, nav { padding: 1.1rem 1rem; border-radius: 10px; }
  h1 { font-size: 1.6rem; }
  .tiles { grid-template-columns: 1fr 1fr; }
  table { font-size: .88rem; }
  th, td { padding-right: .5rem; }
  .list td:nth-child(2) { width: 42%; }
}
@media screen and (prefers-color-scheme: dark) {
  body { background: #10181b; color: #e4ecee; }
  main > section, .next, nav { background: #182327; border-color: #2c3b40; }
  .next { background: #17302f; border-left-color: #7fd0d6 !important; }
  a { color: #8ad7df; } a:focus-visible { outline-color: #8ad7df; }
  .quiet, .lead, .id, caption, footer, figcaption, thead th, .list td:last-child,
  .items td:last-child { color: #a8b9be; }
  .late { color: #ffb38a; }
  h2:target, h3:target, table:target > caption, span:target { background: #4a3b0c; color: #fff3cf; }
  th, td, .weak { border-color: #2c3b40; } thead th { border-bottom-color: #4b6067; }
  .tiles li { border-top-color: #7fd0d6; }
  .full { fill: #7fd0d6; } .mid { fill: #a9c4c8; } .warn { fill: #ffab80; }
  rect { stroke: #182327; } .faint { fill: #234247; stroke: #7fd0d6; } .on { fill: #10181b; } .axis { stroke: #a8b9be; }
}
@media print {
  @page { margin: 16mm 14mm; }
  body { background: #fff; color: #000; font-size: 10.5pt; }
  .page { max-width: none !important; padding: 0; }
  main > section, .next { background: none; border: 0; padding: 0; margin: 0 0 7mm; }
  .next { border-left: 3pt solid #000 !important; padding: 0 4mm !important; }
  nav { display: none; }
  a, .late { color: #000; }
  .quiet, .lead, .id, caption, footer, figcaption, thead th, .list td:last-child,
  .items td:last-child { color: #333; }
  h2, h3, caption { break-after: avoid; }
  table { font-size: 9pt; } th, td { padding-top: 2.5pt; padding-bottom: 2.5pt; }
  .dense { columns: 2; column-gap: 8mm; }
  .dense table { font-size: 7.5pt; margin-bottom: 4mm; }
  .dense th, .dense td { padding-top: 1pt; padding-bottom: 1pt; }
  tr, li, figure { break-inside: avoid; }
  thead { display: table-header-group; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
"""Nothing in here asks for anything: no font, no image, no other sheet."""
