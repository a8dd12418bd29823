// SPDX-License-Identifier: Apache-2.0
#include "report/style.h"

namespace commonweal::report {
namespace {

constexpr std::string_view page_rules = R"css(
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font-family:Arial,Helvetica,"Liberation Sans",sans-serif;line-height:1.5}
header,main,footer{max-width:60rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
p,li,dd,dt{max-width:44rem}
h1,h2,h3{line-height:1.2;text-wrap:balance}
h1{font-size:2.4rem;margin:0 0 .5rem}
h2{font-size:1.6rem;margin:0 0 1rem}
h3{font-size:1.2rem;margin:.15rem 0 .4rem}
section{margin-top:3.5rem;padding-top:1.5rem;border-top:1px solid var(--rule)}
section:first-child{margin-top:1.5rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--ink);outline-offset:0;box-shadow:0 0 0 6px var(--focus)}
.skip{position:absolute;left:-999rem;padding:.5rem 1rem;background:var(--focus);color:#0b0c0c}
.skip:focus{left:0;top:0;z-index:1}
.patterns{position:absolute}
.question{font-size:1.2rem;color:var(--muted);margin:0 0 1.5rem}
nav ol{columns:2;column-gap:2rem;padding-left:1.4rem;margin:0;max-width:46rem;font-size:.95rem}
nav li{break-inside:avoid;padding:.1rem 0}
.lede{font-size:1.5rem;line-height:1.35;font-weight:bold;margin:0 0 1.5rem;max-width:50rem;text-wrap:pretty}
.keys{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:1.5rem;margin:0 0 2rem}
.keys div{display:flex;flex-direction:column-reverse;justify-content:flex-end;border-left:5px solid var(--care-1);padding-left:.9rem}
.keys dd{margin:0;font-size:1.7rem;font-weight:bold;line-height:1.15}
.keys dt{color:var(--muted);font-size:.95rem}
.in-print{display:none}
.year{white-space:nowrap}
.in-mind{margin:0 0 1.5rem}
.in-mind p{margin:.5rem 0}
.terms dt{font-weight:bold}
.terms dd{margin:0 0 .7rem}
.small{font-size:.85rem;color:var(--muted);margin:.3rem 0}
figure{margin:2rem 0 2.5rem}
.basis{margin:0;font-size:.8rem;font-weight:bold;letter-spacing:.02em;color:var(--muted)}
.summary{margin:0 0 .9rem}
figcaption{font-size:.85rem;color:var(--muted);margin-top:.7rem}
figcaption p{margin:.3rem 0;max-width:52rem}
.note,.assumed{border-left:4px solid var(--rule);padding-left:.7rem;color:var(--ink)}
.side-by-side{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:0 2.5rem}
.side-by-side .chart{max-width:34rem}
.side-by-side figure{min-width:0;display:grid;grid-template-rows:subgrid;grid-row:span 7;grid-template-columns:minmax(0,1fr)}
.cite{white-space:nowrap}
details{margin-top:.5rem;font-size:.9rem}
summary{cursor:pointer;color:var(--link);text-decoration:underline;padding:.4rem 0;width:fit-content}
.scroll{overflow-x:auto;margin:.5rem 0;background:linear-gradient(to right,var(--paper) 30%,transparent) 0 0/2.5rem 100% no-repeat local,linear-gradient(to left,var(--paper) 30%,transparent) 100% 0/2.5rem 100% no-repeat local,linear-gradient(to right,var(--rule),transparent) 0 0/.8rem 100% no-repeat,linear-gradient(to left,var(--rule),transparent) 100% 0/.8rem 100% no-repeat}
table{border-collapse:collapse;font-size:.85rem;font-variant-numeric:tabular-nums;min-width:100%}
caption{text-align:left;font-weight:bold;padding:.4rem 0}
tbody th,thead th:first-child{min-width:9rem}
th,td{min-width:4.2rem;padding:.4rem .8rem .4rem 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
thead th{vertical-align:bottom}
td.long{min-width:11rem}
.marked>*{font-weight:bold;color:var(--warn)}
.marked th{border-left:5px solid var(--warn);padding-left:.6rem}
tbody th{font-weight:normal}
th.figure,td.figure{text-align:right;white-space:nowrap}
thead th.figure{white-space:normal}
pre{background:var(--panel);padding:1rem;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere}
.hashes td{overflow-wrap:anywhere;font-size:.8rem}
.sources{padding-left:2rem}
.sources li{margin:.4rem 0;overflow-wrap:anywhere}
footer{margin-top:4rem;padding-bottom:3rem;font-size:.85rem;color:var(--muted)}
.chart{display:block;width:100%;height:auto;fill:var(--ink);font-family:inherit;overflow:visible}
.narrow{display:none}
@media (max-width:640px){
html{font-size:100%}
header{padding-top:1.25rem}
header,main,footer{padding-left:1rem;padding-right:1rem}
h1{font-size:1.8rem}
h2{font-size:1.4rem}
.lede{font-size:1.25rem}
nav ol{columns:1;padding-left:1.9rem}
.wide{display:none}
.narrow{display:block}
}
@media (min-width:110rem){html{font-size:150%}}
@media print{
@page{size:A4;margin:16mm 15mm}
html{font-size:10pt}
header,main,footer{max-width:none;padding:0}
.wide{display:block}
.narrow,.skip,nav,details{display:none}
.in-print{display:block;font-size:.85rem;color:var(--muted);margin:.2rem 0}
section{margin-top:1.6rem;padding-top:1rem}
h2,h3,caption,.basis{break-after:avoid}
section>p{break-after:avoid;break-inside:avoid}
figure,tr,.keys,li{break-inside:avoid}
.chart.wide{width:auto;max-width:100%;max-height:80mm}
.keys{grid-template-columns:repeat(auto-fit,minmax(9rem,1fr))}
figure{margin:1rem 0 1.4rem}
.scroll{overflow:visible;background:none}
@page wide{size:A4 landscape;margin:14mm}
#check>.scroll,#assumptions>.scroll{page:wide}
thead,dt{break-after:avoid}
table{font-size:.72rem}
thead{display:table-header-group}
a{color:inherit}
.bar,.swatch{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
@media (forced-colors:active){
.chart{forced-color-adjust:none}
.bar{stroke:CanvasText}
.keys div{border-color:CanvasText}
}
)css";

constexpr std::string_view chart_rules = R"css(
.axis{fill:var(--muted)}
.grid{stroke:var(--grid);stroke-width:1}
.zero,.tick{stroke:var(--muted);stroke-width:1}
.bar{stroke:var(--paper);stroke-width:1}
.swatch{stroke:var(--muted);stroke-width:1}
.money{fill:none;stroke:var(--ink);stroke-width:4;stroke-linejoin:round}
.money-halo{fill:none;stroke:var(--halo);stroke-width:9;stroke-linejoin:round}
.line{fill:none;stroke-width:3;stroke-linejoin:round}
.range{stroke-width:1;fill:currentColor;fill-opacity:.09;stroke-opacity:.35}
.interval{stroke:var(--ink);stroke-width:2}
.interval-halo{stroke:var(--halo);stroke-width:6}
.band{fill:var(--ink);fill-opacity:.1;stroke:var(--ink);stroke-width:1;stroke-opacity:.5}
.fan-outer{fill:var(--series-1);fill-opacity:.16;stroke:none}
.fan-inner{fill:var(--series-1);fill-opacity:.3;stroke:none}
.fan-median{fill:none;stroke:var(--series-1);stroke-width:3.5;stroke-linejoin:round}
.fan-path{fill:none;stroke:var(--ink);stroke-width:1;stroke-opacity:.65}
.fan-central{fill:none;stroke:var(--series-4);stroke-width:2.5;stroke-dasharray:6 4}
.line-halo{fill:none;stroke:var(--halo);stroke-width:6}
.mark{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:4 3}
.mark-halo{stroke:var(--halo);stroke-width:3.5}
.mark-words,.strong{font-weight:bold}
.leader{stroke-width:1.2;stroke-dasharray:none}
.leader:not(.line){stroke:var(--rule)}
.dot{fill:var(--ink);stroke:var(--halo);stroke-width:1.5}
.threshold{stroke:var(--muted);stroke-width:1.5;stroke-dasharray:2 3}
.threshold-words{fill:var(--muted)}
.threshold-words,.mark-words,.name{paint-order:stroke;stroke:var(--halo);stroke-width:4px;stroke-linejoin:round}
)css";

}  // namespace

std::string_view page_style() {
  return page_rules;
}

std::string_view chart_style() {
  return chart_rules;
}

}  // namespace commonweal::report
