using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EksSecurityPortal.Browser.Tests;

/// <summary>A tab that remembers what its console complained of.</summary>
public sealed class Visitor : IAsyncDisposable
{
    public static readonly ViewportSize Desktop = new() { Width = 1440, Height = 900 };
    public static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    private readonly ConcurrentQueue<string> complaints = new();

    public Visitor(IPage page)
    {
        Page = page;
        Page.SetDefaultTimeout(30_000);
        // a refused script or style is reported here as well
        Page.Console += (_, message) => Note(message.Type is "error", $"console: {message.Text}");
        Page.PageError += (_, error) => Note(true, $"script: {error}");
        Page.Response += (_, response) => Note(response.Status >= 400, $"{response.Status} {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>Opens an address and waits until it is drawn with its data.</summary>
    public async Task OpenAsync(string address)
    {
        complaints.Clear();
        await Page.GotoAsync(address);
        await SettleAsync();
    }

    /// <summary>Waits until the page has its heading and nothing is loading.</summary>
    public async Task SettleAsync()
    {
        await Page.Locator("h1").First.WaitForAsync();
        await Assertions.Expect(Page.Locator(".bones, .splash")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
    }

    public async Task ResizeAsync(ViewportSize size) => await Page.SetViewportSizeAsync(size.Width, size.Height);

    /// <summary>What the console, scripts and requests complained of since the page was opened.</summary>
    public IReadOnlyList<string> Complaints() => [.. complaints];

    /// <summary>The rules of accessibility that the page breaks, of any impact. <paramref name="rules"/>: only these.</summary>
    public async Task<IReadOnlyList<string>> BrokenRulesAsync(params string[] rules)
    {
        // what passes is not listed: on long tables that is most of the time
        var options = new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = rules.Length == 0 ? null : RunOnlyOptions.Rules(rules) };
        var result = await Page.RunAxe(options);
        return [.. result.Violations.Select(broken =>
            $"{broken.Impact} {broken.Id}: {broken.Help} ({broken.Nodes.Length} times) {string.Join(" | ", broken.Nodes.Take(3).Select(node => node.Html))}")];
    }

    /// <summary>Elements that reach beyond the right edge although nothing around them scrolls; empty when the page fits.</summary>
    public async Task<IReadOnlyList<string>> OverflowAsync() => await Page.EvaluateAsync<string[]>(
        """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) { return []; }
          const wide = [...document.querySelectorAll("body *")].filter(element => element.getBoundingClientRect().right > width + 1);
          return [`page is ${document.documentElement.scrollWidth} px wide, screen ${width}`, ...wide.slice(0, 5).map(element => element.outerHTML.slice(0, 160))];
        }
        """);

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint)
        {
            complaints.Enqueue(text);
        }
    }
}
