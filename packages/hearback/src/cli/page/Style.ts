/**
 * The styles of all pages: fonts of the reader's machine, dark text, colours that colour-blind people can
 * distinguish, and print.
 */
export const style = `
:root{--ink:#16202b;--soft:#4a5868;--line:#d5dde5;--blue:#0b5fa5;--light:#cfe1f2;--orange:#b84a00;--green:#00704a}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#fff;font:16px/1.55 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1{font-size:1.7rem;line-height:1.25;margin:.2rem 0;overflow-wrap:anywhere}
h2{font-size:1.2rem;margin:2.6rem 0 .2rem;padding-top:.9rem;border-top:2px solid var(--ink)}
p{margin:.35rem 0}.soft,small,figcaption{color:var(--soft)}
figure{margin:.9rem 0 0}figcaption{font-size:.9rem;max-width:46rem}
.warn{border-left:5px solid var(--orange);background:#fdf1e8;padding:.7rem 1rem;margin:1rem 0}
h2::first-letter,.chapter~section h3::first-letter{text-transform:uppercase}
.chapter{margin-top:2.6rem;padding:.6rem 1rem;color:#fff;background:var(--ink)}.chapter.estimated{background:none;color:var(--ink);border:3px dashed var(--orange)}
.chapter h2{margin:0;padding:0;border:0;font-size:1.35rem}.chapter~section h3{font-size:1.2rem;margin:1.8rem 0 .2rem;padding-top:.9rem;border-top:1px solid var(--ink)}
.chapter~section>.wide tbody th,.sample tbody th{white-space:nowrap}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.8rem;margin:1.3rem 0 0}
.numbers div{border:1px solid var(--line);border-radius:.4rem;padding:.65rem .8rem}
.numbers b{display:block;font-size:1.55rem;line-height:1.25;font-variant-numeric:tabular-nums}
.ranges{margin-top:.6rem}
.row{display:grid;grid-template-columns:14rem minmax(0,1fr) 14rem;gap:.9rem;align-items:center}
.row .label{overflow-wrap:anywhere;line-height:1.25}.row.part .label{padding-left:1.1rem;color:var(--soft)}
.row .value{font-variant-numeric:tabular-nums;font-weight:600;word-break:keep-all}.row .value small{font-weight:400;white-space:nowrap}
svg.plot{display:block;width:100%;overflow:visible}
.grid{stroke:var(--line);stroke-width:1}.mark{stroke:var(--ink);stroke-width:1.5}
.whisker{stroke:var(--blue);stroke-width:6;stroke-linecap:butt;opacity:.32}.whisker.thin{stroke:var(--ink);stroke-width:1.5;opacity:1}
.dot{fill:var(--blue)}.dot.good{fill:var(--green)}.dot.bad{fill:var(--orange)}
.whisker.good{stroke:var(--green)}.whisker.bad{stroke:var(--orange)}
.bar{stroke:var(--blue);stroke-width:14}.bar.good{stroke:var(--green)}.bar.bad{stroke:var(--orange)}
.ticks{position:relative;height:1.4rem;font-size:.8rem;color:var(--soft)}
.ticks span{position:absolute;transform:translateX(-50%);white-space:nowrap}
.ticks .first{transform:none}.ticks .last{transform:translateX(-100%)}
.pick{position:absolute;opacity:0;pointer-events:none}
.languages{display:flex;justify-content:flex-end;max-width:60rem;margin:0 auto;padding:.8rem 1.25rem 0}
.languages label{padding:.2rem .8rem;border:1px solid var(--line);cursor:pointer;font-size:.9rem;color:var(--blue)}
.languages label:first-child{border-radius:.4rem 0 0 .4rem}.languages label:last-child{border-radius:0 .4rem .4rem 0;border-left:0}
.histogram{display:grid;grid-template-columns:repeat(var(--bars),minmax(0,1fr));gap:3px;margin-top:.8rem;font-variant-numeric:tabular-nums}
.range{display:flex;flex-direction:column;height:13.8rem;font-size:.8rem;text-align:center}
.share{margin-top:auto;font-weight:600}.block{background:var(--blue);height:calc(9.5rem*var(--height));min-height:1px;flex:none}
.bound{color:var(--soft);border-top:1px solid var(--ink);padding-top:.2rem;height:2.6rem;flex:none;line-height:1.2}
.course{display:grid;grid-template-columns:2.6rem minmax(0,1fr);margin-top:.8rem}
.course .unit{grid-column:1/-1;font-size:.8rem;color:var(--soft);margin-bottom:.35rem}
.upright{position:relative;height:220px;font-size:.8rem;color:var(--soft);font-variant-numeric:tabular-nums}
.upright span{position:absolute;right:.5rem;transform:translateY(-50%)}
.field{position:relative}.field svg{display:block;width:100%;overflow:visible}
.field line,.field polyline{vector-effect:non-scaling-stroke}
.course-line{fill:none;stroke:var(--blue);stroke-width:2.2}.area{fill:var(--light);opacity:.55}
.skipped{fill:#eceff2}.skipped-name{white-space:nowrap;overflow:hidden;position:absolute;top:.25rem;left:0;text-align:center;font-size:.8rem;color:var(--soft)}
.heat-map{display:grid;grid-template-columns:3.2rem repeat(var(--hours),minmax(0,1fr));gap:2px;margin-top:.8rem}
.cell{height:1.9rem;display:flex;align-items:center;justify-content:center;font-size:.75rem;font-variant-numeric:tabular-nums}
.none{background:repeating-linear-gradient(45deg,#f3f5f7 0 4px,#fff 4px 8px)}
.heat0{background:#eaf2f9}.heat1{background:#bcd6ec}.heat2{background:#7fb0d8}.heat3{background:#2f78b4;color:#fff}.heat4{background:#0a3f70;color:#fff}
.day{font-size:.85rem;align-self:center}.hour{font-size:.75rem;color:var(--soft);text-align:center}
.legend{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.3rem;align-items:center;font-size:.8rem;color:var(--soft);margin-top:.5rem}
.legend .cell{width:1.5rem;height:1rem}
.lanes .row{grid-template-columns:8rem minmax(0,1fr)}.lane{border-bottom:1px solid var(--line)}
.work{fill:var(--blue)}.event{fill:#fff;stroke:var(--ink);stroke-width:2}.event.miss{fill:var(--orange);stroke:#fff}
details{margin-top:.5rem}summary{cursor:pointer;color:var(--blue);font-size:.9rem}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.88rem;margin:.4rem 0;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:.25rem .9rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:top}thead th{color:var(--soft);font-weight:600}
tbody th{font-weight:400}.place{white-space:nowrap;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.8rem}
ul{padding-left:1.2rem;margin:.5rem 0}li{margin:.15rem 0}
footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:.8rem;font-size:.82rem;color:var(--soft);overflow-wrap:anywhere}
@media (max-width:640px){main{padding:1rem .9rem 3rem}h1{font-size:1.4rem}
.row,.lanes .row{grid-template-columns:minmax(0,1fr);gap:0;margin-bottom:.35rem}.row .plot{grid-row:2}
.ranges:not(.lanes) .row:not(.axis){grid-template-columns:minmax(0,1fr) auto}.ranges:not(.lanes) .row .plot{grid-column:1/-1}
.skipped-name,.ranges:not(.lanes) .ticks span:nth-child(even):not(.last),.lanes .ticks span:not(.first):not(.last){display:none}.row .value{text-align:right}.row.axis .label,.row.axis .value{display:none}.row .label{font-size:.92rem}
.languages{padding:.6rem .9rem 0}.range{font-size:.62rem}.histogram{gap:1px}
.cell{font-size:.62rem;height:1.6rem}.heat-map{grid-template-columns:2.4rem repeat(var(--hours),minmax(0,1fr));gap:1px}}
@media print{@page{margin:14mm}.languages,.pick{display:none}body{font-size:10pt}main{max-width:none;padding:0}h2,.chapter~section h3,figcaption,.chapter{break-after:avoid}.chapter.estimated{break-before:page}.row,.numbers,.course,.heat-map,.histogram,tr{break-inside:avoid}
.axis,footer{break-before:avoid}.row{grid-template-columns:11rem minmax(0,1fr) 11.5rem}.ranges:not(.lanes) .ticks span:nth-child(even):not(.last){display:none}h2,.chapter~section h3{margin-top:1.4rem}
details:not([open]),details:not(.sample)>summary{display:none}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`
