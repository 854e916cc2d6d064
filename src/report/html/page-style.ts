/** How the report looks on screen and on paper. On paper: A4, the decree's margins, page number top centre from page 2. */
export const pageStyle = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); font: 14pt "Times New Roman", Tinos, serif; } }
@page :first { @top-center { content: none; } }
@page wide { size: A4 landscape; margin: 20mm 15mm 20mm 30mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #e4e8e9; color: #000; font: 14pt/1.3 "Times New Roman", Tinos, serif; }
main { max-width: 210mm; margin: 0 auto; padding: 20mm 15mm 20mm 30mm; background: #fff; }
.wide { page: wide; break-before: page; }
.head { display: grid; grid-template-columns: 43% 57%; text-align: center; font-size: 12pt; }
.head p, .sign p { margin: 0; text-indent: 0; text-align: inherit; text-wrap: balance; }
.head .ruled::after { content: ""; display: block; width: 40%; margin: 1mm auto 3mm; border-bottom: 0.75pt solid #000; }
.head .motto { font-size: 13pt; }
.head .motto::after { width: 62%; }
.head .below { font-size: 13pt; }
h1 { margin: 6mm 0 0; font-size: 14pt; text-align: center; }
.subject { margin: 0 0 6mm; font-weight: bold; text-align: center; text-indent: 0; text-wrap: balance; }
.subject::after { content: ""; display: block; width: 30%; margin: 2mm auto 0; border-bottom: 0.75pt solid #000; }
h2, h3 { margin: 5mm 0 2mm; font-size: 14pt; break-after: avoid; }
p { margin: 0 0 6pt; text-align: justify; text-indent: 10mm; }
.notice { padding: 3mm; border: 1pt solid #000; font-size: 13pt; font-style: italic; text-indent: 0; }
.contents { font-size: 13pt; }
.contents h2 { text-align: center; }
.contents ul { margin: 0; padding: 0; list-style: none; }
.contents .sub { padding-left: 8mm; }
.contents a { color: inherit; text-decoration: none; }
.contents li { display: flex; align-items: baseline; gap: 1mm; }
.contents .leader { flex: 1; min-width: 5mm; border-bottom: 1pt dotted #000; }
.contents .page { min-width: 7mm; text-align: right; }
.contents li:has(.page:empty) .leader { visibility: hidden; }
figure { margin: 3mm 0 5mm; break-inside: avoid; text-align: center; }
figure svg { max-width: 100%; height: auto; }
figcaption, caption { padding: 1mm 0; font-size: 13pt; font-style: italic; text-align: center; }
table { width: 100%; margin: 0 0 4mm; border-collapse: collapse; font-size: 11pt; line-height: 1.15; }
.scroll { overflow-x: auto; }
.whole { break-inside: avoid; }
.many { font-size: 9pt; }
caption { caption-side: top; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 0.4mm 1mm; border: 0.5pt solid #000; vertical-align: top; overflow-wrap: anywhere; }
th { background: #e7eeef; text-align: center; vertical-align: middle; overflow-wrap: normal; }
td.number { text-align: right; white-space: nowrap; }
.total td { font-weight: bold; }
.annex { break-before: page; text-align: center; }
.annex:first-child { break-before: auto; }
.annex h2 { margin: 0; }
.annex p { font-style: italic; text-align: center; text-indent: 0; }
.sheet { break-before: page; text-align: center; }
.sign { display: grid; grid-template-columns: 1fr 1fr; margin-top: 8mm; break-inside: avoid; }
.sign .to { font-size: 11pt; text-align: left; }
.sign .to b { font-size: 12pt; font-style: italic; }
.sign .by { text-align: center; font-weight: bold; }
.sign .name { margin-top: 26mm; }
@media screen and (min-width: 220mm) { .wide { margin: 0 -38mm 0 -38mm; padding: 10mm; background: #fff; } }
@media print { body { background: none; } main { max-width: none; padding: 0; } .scroll { overflow: visible; } }
`;
