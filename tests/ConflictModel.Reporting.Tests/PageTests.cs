using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ConflictModel.Tests.Serialization;

namespace ConflictModel.Reporting.Tests;

public partial class PageTests
{
    [Theory]
    [InlineData("syria-2024.en.html", "en", false)]
    [InlineData("syria-2024.ar.html", "ar", true)]
    public void The_page_of_the_sample_is_the_committed_one(string golden, string language, bool arabicIndicDigits)
    {
        string path = Path.Combine(Pages.Root, "tests", "ConflictModel.Reporting.Tests", "Golden", golden);
        string html = Pages.Html(Pages.Sample, new() { Language = language, ArabicIndicDigits = arabicIndicDigits });
        if (Environment.GetEnvironmentVariable("CONFLICTMODEL_ACCEPT") == "1")
        {
            File.WriteAllText(path, html);
        }

        html.Should().Be(File.ReadAllText(path));
    }

    [Fact]
    public void The_first_sentence_says_what_may_be_quoted_with_its_bounds_source_and_vintage()
    {
        IElement first = Pages.Document(Pages.Html(Pages.Sample)).QuerySelector(".quotes li")!;
        first.QuerySelector("blockquote")!.TextContent.Should().Be(
            "Syrian Observatory for Human Rights: 449 killed, of whom 376 to 420 can be the work of ISIS; 44 of them nobody describes.");
        first.QuerySelector(".cite")!.TextContent.Should().StartWith("Source: Syrian Observatory for Human Rights, carried by")
            .And.Contain("\"on Thursday\" (2024)");
    }

    [Fact]
    public void Every_link_leads_to_a_place_in_the_page_and_every_id_stands_once()
    {
        foreach (ConflictDataset dataset in (ConflictDataset[])[Pages.Sample, Pages.Clashing, Everything.Dataset()])
        {
            IDocument page = Pages.Document(Pages.Html(dataset));
            string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
            ids.Should().OnlyHaveUniqueItems();
            IEnumerable<string> aims = page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")![1..]);
            aims.Except(ids).Should().BeEmpty();
        }
    }

    [Fact]
    public void The_same_bytes_come_in_every_culture()
    {
        string expected = Pages.Html(Pages.Sample, new() { Language = "ar" });
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in (string[])["ar-SA", "de-DE", "fa-IR", "tr-TR", "th-TH", "hi-IN"])
            {
                CultureInfo.CurrentCulture = new(culture);
                CultureInfo.CurrentCulture.Name.Should().Be(culture);
                Pages.Html(Pages.Sample, new() { Language = "ar" }).Should().Be(expected);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_text_of_a_record_becomes_markup_wherever_it_stands()
    {
        ConflictDataset everything = Everything.Dataset();
        string json = ConflictModel.Serialization.DatasetJson.Write(everything);
        Pages.Document(Pages.Html(everything)).Scripts.Length.Should().Be(1);
        string[] texts = Poisonable(json);
        texts.Should().HaveCountGreaterThan(50);

        // One page shows most of them. What it leaves out is poisoned by itself, until a page shows none of what is left.
        int shown = 0;
        for (string[] left = texts; left.Length > 0;)
        {
            string html = Pages.Html(Poisoned(json, left));
            IDocument page = Pages.Document(html);
            page.Scripts.Length.Should().Be(1);
            html.Should().NotContainAny("\u202e", "\u0007");
            Regex.Matches(html, @".{0,40}alert\([0-9]+\)</script>").Select(match => match.Value).Should().BeEmpty();
            page.QuerySelectorAll("*").Length.Should().BeGreaterThan(100);
            string[] hidden = [.. left.Where((_, number) => !html.Contains($"alert({number})", StringComparison.Ordinal))];
            if (hidden.Length == left.Length)
            {
                break;
            }

            shown += left.Length - hidden.Length;
            left = hidden;
        }

        shown.Should().BeGreaterThan(50);
    }

    [Fact]
    public void The_policy_lets_the_one_script_run_and_nothing_be_loaded()
    {
        string html = Pages.Html(Pages.Sample);
        IDocument page = Pages.Document(html);
        string policy = page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!;
        policy.Should().Be($"default-src 'none'; style-src 'unsafe-inline'; script-src '{ReportScript.Hash}'");
        byte[] digest = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(page.Scripts[0].Text));
        policy.Should().Contain(Convert.ToBase64String(digest));
        Encoding.UTF8.GetByteCount(page.Scripts[0].Text).Should().BeLessThan(8 * 1024);
        Loading().Matches(html).Select(match => match.Value).Should().BeEmpty();
        page.QuerySelectorAll("[onclick], [onload], link, img, iframe, object").Should().BeEmpty();
    }

    [Fact]
    public void Each_view_is_a_figure_with_a_caption_and_a_table()
    {
        IDocument page = Pages.Document(Pages.Html(Pages.Sample));
        foreach (string view in (string[])["count", "when", "where", "who", "doubts"])
        {
            IElement figure = page.QuerySelector($"#{view} figure")!;
            figure.QuerySelector("figcaption")!.TextContent.Should().NotBeEmpty(view);
            figure.QuerySelectorAll("table thead th[scope=col]").Should().NotBeEmpty(view);
        }
    }

    [Fact]
    public void A_contradiction_stands_at_its_figure_with_its_sum_and_its_repairs()
    {
        IDocument page = Pages.Document(Pages.Html(Pages.Clashing));
        IElement[] clashes = [.. page.QuerySelectorAll("tr.clash")];
        clashes.Should().HaveCountGreaterThanOrEqualTo(4);
        clashes[0].TextContent.Should().Contain("83 + 94 + 29 + 31 + 3 = 240").And.Contain("243");
        clashes.SelectMany(clash => clash.QuerySelectorAll("li")).Select(repair => repair.TextContent)
            .Should().Contain("Operations, desert of Deir Ezzor: 34 \u2192 33");
        IElement atRaqqa = clashes.Single(clash => clash.TextContent.Contains("29 + 3 + 2 = 34", StringComparison.Ordinal));
        atRaqqa.PreviousElementSibling!.GetAttribute("data-path").Should().StartWith("killed/region:");
    }

    [Fact]
    public void Said_and_derived_are_told_apart_by_words_and_a_derived_figure_opens_its_arithmetic()
    {
        IDocument page = Pages.Document(Pages.Html(Pages.Sample));
        IElement said = page.QuerySelector("tr[data-path='killed/victim:isis.members']")!;
        said.ClassName.Should().Be("said");
        said.QuerySelector("details").Should().BeNull();
        IElement derived = page.QuerySelector("tr[data-path='killed/victim:?']")!;
        derived.ClassName.Should().Be("derived");
        derived.QuerySelector("summary")!.TextContent.Should().Be("44 derived");
        derived.QuerySelector(".why")!.TextContent.Should().Be(
            "Exactly 44 = 449 \u2212 29 \u2212 376\n449: killed\nless 29: ISIS (members)\n"
            + "less 376: Syrian government forces and proxies of the Syrian government forces, by ISIS\n\n");
    }

    [Fact]
    public void An_arabic_page_is_arabic_from_right_to_left_with_names_and_numbers_set_apart()
    {
        string html = Pages.Html(Pages.Sample, new() { Language = "ar", ArabicIndicDigits = true });
        IDocument page = Pages.Document(html);
        (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")).Should().Be(("ar", "rtl"));
        page.QuerySelector("blockquote")!.TextContent.Should().Be(
            "المرصد السوري لحقوق الإنسان – القتلى: ٤٤٩، بينهم من ٣٧٦ إلى ٤٢٠ يمكن أن يكونوا ضحايا تنظيم الدولة الإسلامية؛ "
            + "وعدد من لم تُذكر صفتهم: ٤٤.");
        page.QuerySelector("blockquote")!.QuerySelectorAll("bdi").Select(one => one.TextContent).Should().Contain(["٤٤٩", "٤٤"]);
        page.QuerySelectorAll(".plot").Should().OnlyContain(plot => plot.GetAttribute("dir") == "ltr");
        page.QuerySelector("#when .lead")!.TextContent.Should().Contain("من اليسار إلى اليمين", "the direction of time is stated");
    }

    [Fact]
    public void A_withheld_person_leaves_nothing_but_the_count()
    {
        var dataset = new ConflictDataset
        {
            People =
            [
                Named("p1", "Made Up", Publication.Public), Named("p2", "Hidden Person", Publication.Withheld),
                Named("p3", "Nameless One", Publication.NameWithheld),
            ],
        };

        static Person Named(string id, string name, Publication publication) =>
            new() { Id = PersonId.From(id), Harm = Harm.Killed, Publication = publication, Names = [new() { Text = name }] };
        Pages.Html(dataset).Should().NotContainAny("Made Up", "Hidden Person", "Nameless One", "p2");
        string named = Pages.Html(dataset, new() { NamesPeople = true });
        named.Should().Contain("Made Up").And.NotContainAny("Hidden Person", "Nameless One", "p2");
    }

    [Fact]
    public void A_long_list_folds_and_says_how_many()
    {
        var dataset = new ConflictDataset
        {
            Incidents = Enumerable.Range(1, 40).Select(i => Records.Of($"i{i:00}", "2024-01-03", i)).ToValueList(),
        };
        IDocument page = Pages.Document(Pages.Html(dataset));
        page.QuerySelector("#record summary")!.TextContent.Should().Be("2024 (40 incidents)");
        page.QuerySelectorAll("#record tr[id]").Should().HaveCount(40, "nothing is left out");
    }

    [Fact]
    public void A_data_set_without_anything_makes_a_page_that_says_so()
    {
        IDocument page = Pages.Document(Pages.Html(new ConflictDataset()));
        page.QuerySelector("#quote")!.TextContent.Should().Contain("No tally and no incident");
        page.QuerySelectorAll("nav a").Should().HaveCount(3);
    }

    [Fact]
    public void The_events_of_syria_make_a_page_of_less_than_5_megabytes_with_all_of_them()
    {
        ConflictDataset syria = Pages.Syria();
        string html = Pages.Html(syria);
        Encoding.UTF8.GetByteCount(html).Should().BeLessThan(5_000_000);
        foreach (Incident incident in syria.Incidents)
        {
            html.Contains($"id=\"incident-{incident.Id}\"", StringComparison.Ordinal).Should().BeTrue();
        }
    }

    /// <summary>The data set with a text of its own, which would be markup, in the place of each of some.</summary>
    private static ConflictDataset Poisoned(string json, params string[] texts)
    {
        foreach ((int number, string text) in texts.Index())
        {
            string hostile = JsonSerializer.Serialize($"<script>alert({number})</script>\u202e\u0007&\"'");
            json = json.Replace(JsonSerializer.Serialize(text), hostile, StringComparison.Ordinal);
        }

        return ConflictModel.Serialization.DatasetJson.Read(json);
    }

    /// <summary>Those texts of a data set that another text can stand for.</summary>
    private static string[] Poisonable(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Texts(document.RootElement).Distinct().Where(IsPoisonable)];

        bool IsPoisonable(string text)
        {
            try
            {
                Poisoned(json, text);
                return true;
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    [GeneratedRegex("""(src|href)="(?!#)[^"]*"|url\((?!#)[^)]*\)|@import""")]
    private static partial Regex Loading();
}
