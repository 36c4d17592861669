using EksSecurityPortal.Services.Persistence;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Web.Hosting;

/// <summary>The portal does not start; the message is for the person who started it and says what to change. Printed without a stack trace.</summary>
public sealed class StartupRefusedException(string message) : Exception(message)
{
    /// <summary>What to tell that person when the cause is theirs to mend; null for defects, which keep their stack trace.</summary>
    public static string? Explains(Exception exception) => exception switch
    {
        StartupRefusedException or PortalStartException => exception.Message,
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => $"{exception.Message} Choose another address with --urls.",
        _ => null,
    };
}
