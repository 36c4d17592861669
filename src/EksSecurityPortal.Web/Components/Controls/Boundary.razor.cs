using Microsoft.AspNetCore.Components;

namespace EksSecurityPortal.Web.Components.Controls;

public sealed partial class Boundary
{
    [Inject]
    public required ILogger<Boundary> Logger { get; init; }

    /// <summary>What is inside, as the beginning of a sentence.</summary>
    [Parameter]
    public string What { get; set; } = "This part";

    protected override Task OnErrorAsync(Exception exception)
    {
        LogBroken(Logger, What, exception);
        return Task.CompletedTask;
    }

    [LoggerMessage(EventId = 7002, Level = LogLevel.Error, Message = "{What} could not be rendered")]
    private static partial void LogBroken(ILogger logger, string what, Exception exception);
}
