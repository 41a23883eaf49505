namespace ConflictModel.Reporting;

/// <summary>The style of a report: light and dark, wide and narrow, on screen and on paper.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--bg:#fff;--fg:#1a1d21;--soft:#565d66;--line:#d3d8de;--pale:#f3f5f7;--sure:#1b5a85;
        --clash:#a8201a;--warn:#744900}
        @media (prefers-color-scheme:dark){:root{--bg:#14171a;--fg:#e8eaed;--soft:#adb4bc;--line:#3a4148;--pale:#1e2226;--sure:#83bde4;
        --clash:#ff9489;--warn:#ffc46b}}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:1rem;max-width:70rem;background:var(--bg);color:var(--fg);
        font:1rem/1.5 system-ui,"Noto Sans","Noto Naskh Arabic",sans-serif}
        :lang(ar){line-height:1.7}
        h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}
        h2{font-size:1.3rem;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:2px solid var(--fg)}
        h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
        h4{font-size:1rem;margin:1.25rem 0 .25rem}
        p,ul,ol{margin:.35rem 0}
        ul,ol{padding-inline-start:1.4rem}
        a{color:var(--sure)}
        a:focus-visible,summary:focus-visible,input:focus-visible,.scroll:focus-visible{outline:3px solid var(--sure);outline-offset:2px}
        .skip{position:absolute;inset-inline-start:-999rem}
        .skip:focus{inset-inline-start:1rem;background:var(--bg);padding:.5rem}
        .lead,.cite,.legend,small,.facts{color:var(--soft);font-size:.9rem}
        .facts{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:0 1.25rem}
        .cite{margin:.1rem 0}
        nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0}
        nav a{display:inline-block;padding:.25rem 0}
        #quote h2{border:0;margin-top:1rem}
        .quotes{list-style:none;padding:0}
        .quotes li{border-inline-start:4px solid var(--sure);padding-inline-start:1rem;margin:1.1rem 0}
        blockquote{margin:0}
        .quotes blockquote{font-size:1.3rem;line-height:1.4}
        :lang(ar) .quotes blockquote{line-height:1.65}
        figure{margin:1rem 0 2rem}
        figcaption{margin-bottom:.5rem}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:.95rem}
        thead th{font-size:.8rem;color:var(--soft);text-align:start;border-bottom:1px solid var(--fg);vertical-align:bottom}
        th,td{padding:.3rem .5rem;text-align:start;vertical-align:top;border-bottom:1px solid var(--line);font-weight:400}
        tbody th,tr.by td{padding-inline-start:calc(.5rem + var(--d,0)*.9rem)}
        .n{font-variant-numeric:tabular-nums}
        .n:not(:has(details)){white-space:nowrap}
        summary{white-space:nowrap}
        .who td.n{white-space:nowrap}
        .who tbody th{min-width:14rem;position:sticky;inset-inline-start:0;background:var(--bg)}
        .count tbody th{min-width:15rem}
        tr.by td{color:var(--soft);font-style:italic;font-size:.9rem}
        tr.said>td:nth-child(2){font-weight:700}
        tr.derived b,summary b{font-weight:400;font-style:italic}
        [dir=rtl] :is(tr.derived th,tr.open th,tr.by td,em,summary b){font-style:normal}
        [dir=rtl] .findings p[dir=ltr]{text-align:right}
        tr.derived th,tr.open th{font-style:italic}
        tr.clash td{border-inline-start:4px solid var(--clash);background:var(--pale)}
        .clash strong,.error strong{color:var(--clash)}
        .warning strong{color:var(--warn)}
        summary{cursor:pointer;padding:.1rem 0}
        .why{border-inline-start:2px solid var(--line);padding-inline-start:.6rem;margin:.25rem 0;font-size:.9rem}
        .bar{min-width:9rem;width:32%}
        .b{display:block;width:100%;height:14px;margin-top:.3rem;overflow:visible}
        [dir=rtl] tr:not([dir]) td.bar:not([dir]) .b{transform:scaleX(-1)}
        .track{fill:var(--line)}
        .sure,.day{fill:var(--sure)}
        .b.derived .sure{fill:var(--bg);stroke:var(--sure);stroke-width:1.5}
        .maybe{fill:url(#hatch);stroke:var(--sure);stroke-width:1}
        .best{stroke:var(--fg);stroke-width:2}
        #hatch path{stroke:var(--sure);stroke-width:1.2}
        .defs{position:absolute;width:0;height:0}
        .plot{position:relative;height:12rem;margin:1rem 1.5rem 2rem 3.6rem;border-bottom:1px solid var(--fg)}
        .plot svg{position:absolute;inset:0;width:100%;height:100%}
        .plot path,.plot line{vector-effect:non-scaling-stroke;fill:none}
        .plot .grid{stroke:var(--line)}
        .plot .band{fill:var(--sure);fill-opacity:.3}
        .plot .edge{stroke:var(--sure);stroke-width:1}
        .plot .middle{stroke:var(--fg);stroke-width:2}
        .plot .old{stroke:var(--soft);stroke-width:1;stroke-dasharray:4 3}
        .plot .y,.plot .x{position:absolute;font-size:.75rem;color:var(--soft);white-space:nowrap}
        .plot .y{right:100%;padding-right:.4rem;transform:translateY(50%)}
        .plot .x{top:100%;border-left:1px solid var(--soft);padding:.2rem 0 0 .25rem}
        .beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:0 1.5rem}
        .beside figure{min-width:0}
        .wash{position:absolute;background:repeating-linear-gradient(45deg,var(--sure) 0 1px,transparent 1px 6px);
        border-top:1px dashed var(--sure)}
        #when:has(#when-sum:checked) .steps,#when:not(:has(#when-sum:checked)) .sum{display:none}
        fieldset{border:0;padding:0;margin:.5rem 0;display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center}
        legend{float:inline-start;padding:0;margin-inline-end:.5rem}
        .map{width:100%;height:auto;max-height:80vh}
        .map .frame{fill:none;stroke:var(--fg)}
        .map .grid{stroke:var(--line)}
        .map .shape{fill:var(--bg);stroke:var(--soft)}
        .map .some{fill:var(--sure);fill-opacity:.2}
        .map .perhaps{fill:url(#hatch)}
        .map .at{fill:var(--sure);fill-opacity:.45;stroke:var(--sure)}
        .map text{fill:var(--fg);font-size:13px;text-anchor:middle;paint-order:stroke;stroke:var(--bg);stroke-width:3px}
        .map .name{font-weight:700}
        .map .scale{fill:none;stroke:var(--fg);stroke-width:2}
        .claim,.record{border-inline-start:3px solid var(--line);padding-inline-start:.9rem;margin:1rem 0}
        .findings tbody th{width:16rem;overflow-wrap:anywhere}
        code{font-size:.85rem;overflow-wrap:anywhere}
        .findings a,.findings p{overflow-wrap:anywhere}
        :target{outline:3px solid var(--warn);outline-offset:3px}
        footer{margin-top:3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.85rem}
        @media (max-width:40rem){.quotes blockquote{font-size:1.12rem}table{font-size:.85rem}th,td{padding:.25rem .3rem}
        .bar{min-width:5rem;width:22%}tbody th,tr.by td{padding-inline-start:calc(.2rem + var(--d,0)*.5rem)}
        .plot{margin-inline:3rem .5rem}.map text{font-size:22px}
        .plot .wide{display:none}.count tbody th{min-width:10rem}.who tbody th{min-width:9rem}.who td.n{white-space:normal}
        .map .sum{display:none}}
        @media print{
        @page{size:A4;margin:15mm}
        :root{--bg:#fff;--fg:#000;--soft:#444;--line:#bbb;--pale:#fff;--sure:#1b5a85;--clash:#a8201a;--warn:#744900}
        body{max-width:none;padding:0;font-size:10pt}
        nav,.skip,fieldset{display:none}
        .scroll{overflow:visible}
        .count .bar{width:14%;min-width:0}.count td:has(details){width:36%;min-width:13rem}tr.by{break-after:avoid}
        .why ul{list-style:none;padding:0}.why li{display:inline}.why li+li::before{content:" \00b7 "}
        .who td.n{white-space:normal}.count tbody th{min-width:13rem}
        thead{display:table-header-group}
        tr,.quotes li,.claim,.plot{break-inside:avoid}
        h2,h3,h4,figcaption{break-after:avoid}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        }
        """;
}
