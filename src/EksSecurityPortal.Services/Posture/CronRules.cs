using Cronos;

namespace EksSecurityPortal.Services.Posture;

/// <summary>Cron expression and time zone of a schedule, understood.</summary>
internal sealed record CronPlan(CronExpression Expression, TimeZoneInfo Zone)
{
    /// <summary>UTC; null when there is none.</summary>
    internal DateTimeOffset? After(DateTimeOffset now) =>
        Expression.GetNextOccurrence(now.UtcDateTime, Zone) is { } next ? new DateTimeOffset(next, TimeSpan.Zero) : null;
}

/// <summary>What cron expressions and time zones must look like. Each message names the value and the remedy.</summary>
internal static class CronRules
{
    internal const string CronField = "cron";
    internal const string TimeZoneField = "timeZone";

    internal static (CronPlan? Plan, IReadOnlyList<InputError> Errors) Parse(string cron, string timeZone)
    {
        var errors = new List<InputError>();
        CronExpression? expression = null;
        try
        {
            expression = CronExpression.Parse(cron.Trim(), CronFormat.Standard);
        }
        catch (CronFormatException exception)
        {
            errors.Add(new(CronField, $"Cron expression '{AccountRules.Shown(cron)}' cannot be understood: {exception.Message} It has five fields (minute, hour, day of month, month, day of week), for example '0 2 * * *' for every night at two."));
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone.Trim(), out var zone))
        {
            errors.Add(new(TimeZoneField, $"Time zone '{AccountRules.Shown(timeZone)}' is not known. Use an IANA name such as Europe/Berlin or UTC."));
        }

        return expression is null || zone is null ? (null, errors) : (new(expression, zone), errors);
    }
}
