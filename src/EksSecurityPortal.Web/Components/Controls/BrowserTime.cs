using System.Globalization;

namespace EksSecurityPortal.Web.Components.Controls;

/// <summary>Times as this browser's person reads them: the store is UTC, the zone is the browser's. One per circuit.</summary>
public sealed class BrowserTime : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly ITimer _minute;

    public BrowserTime(TimeProvider clock)
    {
        _clock = clock;
        _minute = clock.CreateTimer(_ => Ticked?.Invoke(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <summary>Once a minute, on any thread, and when the zone becomes known: ages are worth drawing again.</summary>
    public event Action? Ticked;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>An IANA name; unknown names leave the zone as it is.</summary>
    public void SetZone(string? name)
    {
        if (name is { Length: > 0 and < 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && !zone.Equals(Zone))
        {
            Zone = zone;
            Ticked?.Invoke();
        }
    }

    /// <summary><c>2026-11-24 09:30:05 (Europe/Berlin)</c>.</summary>
    public string Format(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(at, Zone):yyyy-MM-dd HH:mm:ss} ({Zone.Id})");

    /// <summary><c>24 Nov 2026</c>.</summary>
    public string Date(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>24 Nov, 09:30</c>.</summary>
    public string DayAndTime(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("d MMM, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How long ago, or how long until: <c>3 h ago</c>, <c>in 12 days</c>.</summary>
    public string Relative(DateTimeOffset at)
    {
        var span = Now - at;
        if (span.Duration() < TimeSpan.FromSeconds(60))
        {
            return span >= TimeSpan.Zero ? "just now" : "in under a minute";
        }

        var text = Span(span.Duration());
        return span > TimeSpan.Zero ? $"{text} ago" : $"in {text}";
    }

    /// <summary>A duration in its largest unit: <c>48 s</c>, <c>12 min</c>, <c>5 h</c>, <c>3 days</c>, <c>14 months</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => "under 1 s",
        { TotalSeconds: < 60 } => Unit(span.TotalSeconds, "s", "s"),
        { TotalMinutes: < 60 } => Unit(span.TotalMinutes, "min", "min"),
        { TotalHours: < 48 } => Unit(span.TotalHours, "h", "h"),
        { TotalDays: < 90 } => Unit(span.TotalDays, "day", "days"),
        { TotalDays: < 730 } => Unit(span.TotalDays / 30.44, "month", "months"),
        _ => Unit(span.TotalDays / 365.25, "year", "years"),
    };

    public void Dispose() => _minute.Dispose();

    private static string Unit(double number, string one, string many)
    {
        var whole = (int)number;
        return string.Create(CultureInfo.InvariantCulture, $"{whole} {(whole == 1 ? one : many)}");
    }
}
