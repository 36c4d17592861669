using System.Text.RegularExpressions;
using Bunit;
using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Controls;
using EksSecurityPortal.Web.Components.Layout;
using EksSecurityPortal.Web.Components.Pages;
using EksSecurityPortal.Web.Tests.Components.Fakes;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Components;

public sealed class ControlTests : PageTest
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("plain", "plain")]
    [InlineData("a\u0000b\u001b[31m", "a⟨U+0000⟩b⟨U+001B⟩[31m")]
    [InlineData("user\u202Etxt.exe", "user⟨U+202E⟩txt.exe")]
    [InlineData("line\nbreak\ttab", "line break tab")]
    [InlineData("smile 😀", "smile 😀")]
    public void Clean_makes_hostile_characters_visible(string? text, string clean) => Assert.Equal(clean, DisplayText.Clean(text));

    [Fact]
    public void Clean_names_half_a_character() => Assert.Equal("⟨U+D800⟩x", DisplayText.Clean((char)0xD800 + "x"));

    [Fact]
    public void Clean_never_sends_a_long_value_whole()
    {
        var clean = DisplayText.Clean(new string('x', 200_000), 90);

        Assert.Equal(90, clean.Length);
        Assert.EndsWith("…", clean, StringComparison.Ordinal);
        var clip = Render<Clip>(parameters => parameters.Add(p => p.Text, new string('x', 200_000)));
        Assert.True(clip.Markup.Length < 2000);
    }

    [Theory]
    [InlineData(-30, "just now")]
    [InlineData(-119, "1 min ago")]
    [InlineData(-7200, "2 h ago")]
    [InlineData(-86400 * 3, "3 days ago")]
    [InlineData(3600 * 5, "in 5 h")]
    [InlineData(86400 * 365, "in 11 months")]
    public void Relative_says_the_distance(int seconds, string words)
    {
        using var time = new BrowserTime(Clock);

        Assert.Equal(words, time.Relative(Snapshots.Now.AddSeconds(seconds)));
    }

    [Fact]
    public void Times_are_told_in_the_browsers_zone()
    {
        using var time = new BrowserTime(Clock);
        time.SetZone("Europe/Berlin");
        time.SetZone("Nowhere/At-All");

        Assert.Equal("2026-11-24 10:00:00 (Europe/Berlin)", time.Format(Snapshots.Now));
    }

    [Fact]
    public void An_age_grows_while_the_page_stays_open()
    {
        var age = Render<Age>(parameters => parameters.Add(p => p.At, Snapshots.Now.AddMinutes(-5)));
        Assert.Equal("5 min ago", age.Find("time").TextContent);

        Clock.Advance(TimeSpan.FromMinutes(1));

        age.WaitForAssertion(() => Assert.Equal("6 min ago", age.Find("time").TextContent));
        Assert.Contains("2026-11-24 08:55:00", age.Find("time").GetAttribute("title"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Severity.Critical, "Critical")]
    [InlineData(Severity.Info, "Info")]
    public void A_severity_is_an_icon_and_a_word(Severity severity, string word)
    {
        var chip = Render<SeverityChip>(parameters => parameters.Add(p => p.Severity, severity));

        Assert.Equal(word, chip.Find(".chip").TextContent);
        Assert.NotEmpty(chip.FindAll("svg path"));
    }

    [Fact]
    public void A_score_that_nobody_knows_is_no_number()
    {
        var ring = Render<ScoreRing>(parameters => parameters.Add(p => p.Score, (double?)null));

        Assert.Contains("nothing could be judged", ring.Find("svg").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Empty(ring.FindAll(".value"));
    }

    [Fact]
    public void A_line_breaks_where_nothing_could_be_judged()
    {
        var spark = Render<Sparkline>(parameters => parameters.Add(p => p.Points, Samples.History()));

        Assert.Equal(2, spark.FindAll("path.line").Count);
    }

    [Fact]
    public void A_component_that_throws_ends_in_its_panel()
    {
        var fails = true;
        RenderFragment child = builder =>
        {
            builder.OpenComponent<Thrower>(0);
            builder.AddAttribute(1, "Throws", fails);
            builder.CloseComponent();
        };
        var boundary = Render<Boundary>(parameters => parameters.Add(p => p.What, "This card").Add(p => p.ChildContent, child));
        Assert.Contains("This card could not be shown", boundary.Markup, StringComparison.Ordinal);

        fails = false;
        boundary.Find("button").Click();

        Assert.Contains("fine again", boundary.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_goes_leaves_no_subscription()
    {
        Open<Overview>("/");
        Assert.NotEqual(0, Feed.Subscribers);

        await DisposeComponentsAsync();

        Assert.Equal(0, Feed.Subscribers);
    }

    [Fact]
    public async Task A_superseded_answer_is_dropped()
    {
        var slow = new TaskCompletionSource<string?>();
        var reader = Render<Reader>();

        var first = reader.InvokeAsync(() => reader.Instance.ReadAsync(_ => slow.Task));
        await reader.InvokeAsync(() => reader.Instance.ReadAsync(_ => Task.FromResult<string?>("new")));
        slow.SetResult("old");
        await first;

        Assert.Equal("new", reader.Instance.Load.Value);
    }

    [Fact]
    public void Running_audits_show_in_the_frame_and_go()
    {
        var indicator = Render<RunningAudit>();
        Assert.Empty(indicator.FindAll("a"));

        Feed.Play(new(Samples.AuditId, Guid.NewGuid(), "arn", RunState.Running, new Dictionary<Core.Inventory.SnapshotPart, Services.Collection.PartProgress>(), 3, 54, null));
        indicator.WaitForAssertion(() => Assert.Equal(PortalUrls.Audit(Samples.AuditId), indicator.Find("a").GetAttribute("href")));

        Feed.Current = [];
        Feed.PlayChange(Samples.AuditId);
        indicator.WaitForAssertion(() => Assert.Empty(indicator.FindAll("a")));
    }

    [Fact]
    public void Theme_and_style_sheet_have_the_same_colours()
    {
        var css = File.ReadAllText(Path.Combine(RepositoryRoot(), "wwwroot", "css", "tokens.css"));
        var light = Regex.Match(css, @":root \{(.*?)\n\}", RegexOptions.Singleline).Groups[1].Value;
        var dark = Regex.Match(css, @"html\[data-theme=""dark""\] \{(.*?)\n\}", RegexOptions.Singleline).Groups[1].Value;

        string Colour(string block, string name) => Regex.Match(block, $"--{name}: (#[0-9a-f]{{6}});").Groups[1].Value;
        Assert.Equal(Colour(light, "accent"), PortalTheme.Value.PaletteLight.Primary.ToString(MudBlazor.Utilities.MudColorOutputFormats.Hex));
        Assert.Equal(Colour(light, "paper"), PortalTheme.Value.PaletteLight.Background.ToString(MudBlazor.Utilities.MudColorOutputFormats.Hex));
        Assert.Equal(Colour(dark, "accent"), PortalTheme.Value.PaletteDark.Primary.ToString(MudBlazor.Utilities.MudColorOutputFormats.Hex));
        Assert.Equal(Colour(dark, "surface"), PortalTheme.Value.PaletteDark.Surface.ToString(MudBlazor.Utilities.MudColorOutputFormats.Hex));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EksSecurityPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }

    public sealed class Thrower : ComponentBase
    {
        [Parameter]
        public bool Throws { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) =>
            builder.AddContent(0, Throws ? throw new InvalidOperationException("broken card") : "fine again");
    }

    public sealed class Reader : PortalComponent
    {
        public Load<string> Load { get; } = new();

        public Task ReadAsync(Func<CancellationToken, Task<string?>> read) => ReadAsync(Load, read);
    }
}
