namespace EksSecurityPortal.Services.Collection.Aws.Calls;

/// <summary>Which operation a flow of work called last: names the culprit when a deadline ends the waiting rather than a call of its own.</summary>
internal sealed class CallTrace
{
    private static readonly AsyncLocal<CallTrace?> Current = new();

    private volatile string _last = "";

    /// <summary>IAM action of the call that began last; empty before the first.</summary>
    public string Last => _last;

    public static void Note(string operation)
    {
        if (Current.Value is { } trace)
        {
            trace._last = operation;
        }
    }

    /// <summary>From here on the calls of the calling asynchronous method, and of what it awaits, are noted here.</summary>
    public void Follow() => Current.Value = this;
}
