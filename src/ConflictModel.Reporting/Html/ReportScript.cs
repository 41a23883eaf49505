using System.Security.Cryptography;
using System.Text;

namespace ConflictModel.Reporting;

/// <summary>What a report does by itself, none of which it needs: it unfolds what a link or the printer is to show.</summary>
internal static class ReportScript
{
    public const string Text = """
        (()=>{const show=()=>{let e=null;const h=location.hash.slice(1);
        try{e=document.getElementById(h)||document.getElementById(decodeURIComponent(h))}catch{}
        for(let p=e;p;p=p.parentElement)if(p.tagName==='DETAILS')p.open=true;if(e)e.scrollIntoView()};
        addEventListener('hashchange',show);if(location.hash)show();let shut=[];
        addEventListener('beforeprint',()=>{shut=[...document.querySelectorAll('#count details:not([open]):not(.plain)')];
        shut.forEach(d=>d.open=true)});
        addEventListener('afterprint',()=>shut.forEach(d=>d.open=false))})();
        """;

    /// <summary>The script's digest, by which the page's policy lets it run and no other.</summary>
    public static string Hash { get; } = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
