namespace EksSecurityPortal.Services.Persistence;

/// <summary>
/// The portal cannot start as it is configured. The message is one or more sentences for the person who configures it: key, value
/// (never a password) and remedy.
/// </summary>
public sealed class PortalStartException : Exception
{
    public PortalStartException(string message)
        : base(message)
    {
    }

    public PortalStartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PortalStartException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems))
    {
    }
}
