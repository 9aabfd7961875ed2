/**
 * The styles of a policy's page, in addition to those of every page: steps beside their figure, letters, ladders,
 * notes in the margin.
 */
import { pictureStyle } from "../drawing/Picture.ts"

/** The styles of a policy's page. */
export const policyStyle = `${pictureStyle}
main{max-width:68rem}.languages{max-width:68rem}
h3{font-size:1.08rem;margin:1.8rem 0 .2rem}h4{font-size:.98rem;margin:0 0 .25rem}
a{color:var(--blue)}code{font:.82em ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.contents ol{columns:3 14rem;padding-left:1.3rem;margin:1.2rem 0 0;font-size:.95rem}.contents li{break-inside:avoid}
.noted{display:grid;grid-template-columns:minmax(0,1fr) 16rem;gap:1.6rem}.noted>.notes{margin-top:2.6rem}
.note{border-left:4px solid var(--soft);background:#f4f6f8;padding:.5rem .7rem;margin:0 0 .7rem;font-size:.84rem;overflow-wrap:anywhere}
.note.error{border-color:#a3162b;background:#fbeef0}.note.warning{border-color:var(--orange);background:#fdf1e8}.note.info{border-color:var(--blue);background:#eef5fb}
.note p{margin:.15rem 0}.note pre{margin:.3rem 0 0;font:.82rem/1.5 ui-monospace,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;white-space:pre-wrap}.note mark{background:none;color:inherit;font-weight:700;text-decoration:underline wavy 1px #a3162b;text-underline-offset:.2em}.place{color:var(--soft);font-size:.76rem;overflow-wrap:anywhere;white-space:normal}
dl{margin:.5rem 0;font-size:.92rem}dl>div{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:.2rem 1rem;padding:.18rem 0;border-bottom:1px solid #edf1f4}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.beside{display:grid;grid-template-columns:minmax(0,25rem) minmax(0,1fr);gap:2rem;align-items:start;margin-top:.6rem}.beside figure{margin:0}.beside+.wide{margin-top:1.2rem}
.steps{margin:0;padding-left:1.5rem}.steps li{margin:0 0 1.1rem;padding-left:.2rem}.steps li::marker{font-weight:600}.steps dl{margin:.2rem 0 0;font-size:.86rem}.steps dl>div{grid-template-columns:8rem minmax(0,1fr)}
.side{font-weight:400;font-size:.74rem;padding:.05rem .45rem;border-radius:1rem;white-space:nowrap}.side.customer{background:#e8f1f9;color:#0b4f8a}.side.system{background:#e7f4ee;color:#005c3c}
.way+.way{margin-top:2.4rem}.way h3{border-top:1px solid var(--line);padding-top:1rem}
.level{display:inline-block;padding:.02rem .55rem;margin:0 .3rem .2rem 0;border-radius:.2rem;border:1px solid #0003;font-size:.88rem}
.grade0{background:#8c2d04;color:#fff}.grade1{background:#c04a02;color:#fff}.grade2{background:#fdb863;color:#16202b}.grade3{background:#fee6bd;color:#16202b}.grade4{background:#fff8ea;color:#16202b}
td.grade{font-weight:600;padding:.25rem .6rem}.matrix td.grade{text-align:center;min-width:5rem;border:2px solid #fff}.matrix th,.matrix thead td{padding:.25rem .8rem .25rem 0;border:0}.matrix thead th{text-align:center;padding:.25rem .4rem}
.wide table{min-width:min(100%,30rem)}.wide th,.wide td{min-width:4.5em;overflow-wrap:break-word}
.whole{white-space:nowrap}.timeline{font-size:.88rem}.timeline .row{grid-template-columns:14rem minmax(0,1fr) 15rem}.shut{fill:#e4e8ec}.span{stroke:var(--blue);stroke-width:8}.due{stroke:var(--ink);stroke-width:3}
.reminder{fill:#fff;stroke:var(--ink);stroke-width:1.5}.escalation{fill:var(--orange);stroke:#fff;stroke-width:1}.beyond{fill:var(--blue);font-size:15px}
.ladders{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),25rem));gap:1.4rem 2rem;margin-top:.6rem}.ladders figure{margin:0}.ladders figcaption{margin-bottom:.5rem}
.letters{columns:2 20rem;column-gap:1.4rem;margin-top:.6rem}
.letter{break-inside:avoid;border:1px solid var(--line);border-radius:.4rem;padding:.6rem .8rem;margin:0 0 .9rem;font-size:.9rem}.letter :is(h3,h4){font-size:.98rem;margin:.3rem 0 0}.letter .soft{font-size:.82rem;margin:0}
.cards .letter dl>div{grid-template-columns:6.4rem minmax(0,1fr);border:0;padding:.08rem 0}.cards .letter dl{margin:.2rem 0 0;font-size:.88rem}.said{white-space:pre-line;overflow-wrap:anywhere}
@media (max-width:1000px){.noted{grid-template-columns:minmax(0,1fr);gap:0}.noted>.notes{margin-top:.8rem}.noted>.notes{order:-1}}
@media (max-width:800px){.beside{grid-template-columns:minmax(0,1fr)}.beside figure{max-width:26rem}}
@media (max-width:640px){dl>div{grid-template-columns:6.6rem minmax(0,1fr)}.steps{padding-left:1.3rem}.steps dl>div{grid-template-columns:5.6rem minmax(0,1fr);gap:.2rem .6rem}dt{font-size:.84rem}.timeline .row{grid-template-columns:minmax(0,1fr) auto}.wide table{font-size:.8rem}.wide th,.wide td{min-width:3.4em;padding-right:.45rem}td.grade{padding:.25rem .35rem}}
@media print{@page{size:A4}.contents,.place{font-size:8pt}.beside{grid-template-columns:21rem minmax(0,1fr);gap:1rem}.beside>dl>div{grid-template-columns:6.5rem minmax(0,1fr)}.steps li,.letter,.note,dl>div,figure,.part>p:first-of-type{break-inside:avoid}h3,h4,thead,.way>p,h2+p,h3+p,.levels+div>p{break-after:avoid}.matrix{break-inside:avoid}section[id$=journey]{break-before:page}.beside.many{display:block}.many .picture{margin:0 auto .8rem;max-height:205mm}.many .steps{columns:2;column-gap:1.6rem}
.noted{display:block}.noted>.notes{margin:.6rem 0}.wide{overflow:visible}.wide table{font-size:8.5pt;width:100%}a{color:inherit;text-decoration:none}.timeline .row{grid-template-columns:12rem minmax(0,1fr) 11.5rem;font-size:9pt}.letters{columns:2}}
`
