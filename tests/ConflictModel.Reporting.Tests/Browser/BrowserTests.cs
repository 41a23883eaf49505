using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ConflictModel.Reporting.Tests.Browser;

/// <summary>The page as a browser shows it: nothing is loaded, nothing is hidden, and everybody can read it.</summary>
public sealed class BrowserTests : IAsyncLifetime
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Browsers, File.Exists) is not { } program)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    [Theory]
    [InlineData("en", false, ColorScheme.Light)]
    [InlineData("en", false, ColorScheme.Dark)]
    [InlineData("ar", true, ColorScheme.Light)]
    [InlineData("ar", false, ColorScheme.Dark)]
    public async Task Everybody_can_read_it(string language, bool arabicIndicDigits, ColorScheme scheme)
    {
        IPage page = await Open(Pages.Sample, new() { Language = language, ArabicIndicDigits = arabicIndicDigits }, scheme: scheme);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        AxeResult found = await page.RunAxe();
        found.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}").Should().BeEmpty();
        found.Passes.Should().HaveCountGreaterThan(15);
    }

    [Fact]
    public async Task A_page_of_clashes_can_be_read_too()
    {
        IPage page = await Open(Pages.Clashing, new());
        AxeResult found = await page.RunAxe();
        found.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}").Should().BeEmpty();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Nothing_is_loaded_nothing_complains_and_no_line_is_wider_than_the_screen(int width)
    {
        var requests = new List<string>();
        var complaints = new List<string>();
        IPage page = await Open(Pages.Sample, new() { Language = "ar" }, width, requests, complaints);
        requests.Should().ContainSingle("the page itself").Which.Should().StartWith("file:");
        complaints.Should().BeEmpty();
        int wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        wide.Should().BeLessThanOrEqualTo(width);
    }

    [Fact]
    public async Task Without_its_script_it_shows_the_same()
    {
        IPage with = await Open(Pages.Sample, new());
        IPage without = await Open(Pages.Sample, new(), script: false);
        (await without.InnerTextAsync("main")).Should().Be(await with.InnerTextAsync("main"));
    }

    [Fact]
    public async Task A_choice_shows_the_sums_in_place_of_the_steps()
    {
        IPage page = await Open(Pages.Sample, new(), script: false);
        (await page.IsVisibleAsync("#when .steps")).Should().BeTrue();
        (await page.IsVisibleAsync("#when .sum")).Should().BeFalse();
        await page.CheckAsync("#when-sum");
        (await page.IsVisibleAsync("#when .steps")).Should().BeFalse();
        (await page.IsVisibleAsync("#when .sum")).Should().BeTrue();
    }

    [Fact]
    public async Task A_link_to_a_folded_record_unfolds_it()
    {
        var dataset = new ConflictDataset
        {
            Incidents = Enumerable.Range(1, 40).Select(i => Records.Of($"i{i:00}", "2024-01-03", i)).ToValueList(),
        };
        IPage page = await Open(dataset, new());
        (await page.IsVisibleAsync("#incident-i33")).Should().BeFalse();
        await page.EvaluateAsync("location.hash = '#incident-i33'");
        await page.WaitForSelectorAsync("#incident-i33", new() { State = WaitForSelectorState.Visible });
    }

    [Fact]
    public async Task The_keyboard_reaches_every_link_fold_and_choice()
    {
        IPage page = await Open(Pages.Sample, new());
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.className")).Should().Be("skip");
        int stops = await page.EvaluateAsync<int>("document.querySelectorAll('a, summary, input').length");
        stops.Should().BeGreaterThan(30);
        int beyond = await page.EvaluateAsync<int>("document.querySelectorAll('[tabindex]:not([tabindex=\"0\"])').length");
        beyond.Should().Be(0);
    }

    [Fact]
    public async Task On_paper_tables_repeat_their_heads_and_derived_figures_show_their_arithmetic()
    {
        IPage page = await Open(Pages.Sample, new());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('thead')).display")).Should().Be("table-header-group");
        (await page.IsVisibleAsync("nav")).Should().BeFalse();
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        (await page.EvaluateAsync<int>("document.querySelectorAll('#count details:not([open]):not(.plain)').length")).Should().Be(0);
        await page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        (await page.EvaluateAsync<int>("document.querySelectorAll('#count details[open]').length")).Should().Be(0);
    }

    [Fact]
    public async Task The_picture_in_the_readme_is_there_and_small()
    {
        string path = Path.Combine(Pages.Root, "src", "ConflictModel", "docs", "report.png");
        if (Environment.GetEnvironmentVariable("CONFLICTMODEL_ACCEPT") == "1")
        {
            IPage page = await Open(Pages.Sample, new(), width: 1000);
            await page.ScreenshotAsync(new() { Path = path, FullPage = true, Clip = new() { X = 0, Y = 0, Width = 1000, Height = 1190 } });
        }

        new FileInfo(path).Length.Should().BeInRange(10_000, 200_000);
        File.ReadAllText(Path.Combine(Pages.Root, "README.md")).Should().Contain("(src/ConflictModel/docs/report.png)");
    }

    private async Task<IPage> Open(
        ConflictDataset dataset,
        HtmlReportOptions options,
        int width = 1280,
        List<string>? requests = null,
        List<string>? complaints = null,
        bool script = true,
        ColorScheme scheme = ColorScheme.Light)
    {
        if (browser is null)
        {
            Assert.Skip("There is no Chromium on this machine.");
        }

        string path = Path.Combine(Path.GetTempPath(), $"report-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(path, Pages.Html(dataset, options));
        IBrowserContext context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            JavaScriptEnabled = script,
            ColorScheme = scheme,
        });
        IPage page = await context.NewPageAsync();
        page.Request += (_, request) => requests?.Add(request.Url);
        page.Console += (_, message) => complaints?.Add(message.Text);
        page.PageError += (_, message) => complaints?.Add(message);
        await page.GotoAsync("file://" + path);
        File.Delete(path);
        return page;
    }
}
