using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace EksSecurityPortal.Services.Collection.Aws.Calls;

/// <summary>
/// Outermost step of an SDK client's pipeline: writes into an exception which operation it comes from, which the SDK does not tell. The
/// innermost client wins, so that a call which fails while its credentials are renewed names that renewal.
/// </summary>
internal sealed class CallOrigin(string service) : PipelineHandler
{
    private const string Key = "EksSecurityPortal.Operation";

    /// <summary>The IAM action of the call that failed; empty when the exception comes from no call.</summary>
    public static string Of(Exception exception) => exception.Data[Key] as string ?? "";

    /// <summary>The operation's name in the API.</summary>
    public static string OperationOf(IRequestContext request)
    {
        var name = request.OriginalRequest.GetType().Name;
        return name.EndsWith("Request", StringComparison.Ordinal) ? name[..^"Request".Length] : name;
    }

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        try
        {
            return await base.InvokeAsync<T>(executionContext);
        }
        catch (Exception exception) when (Mark(exception, executionContext.RequestContext))
        {
            throw;
        }
    }

    /// <summary>A filter that never catches: the exception is marked on its way and keeps its stack.</summary>
    private bool Mark(Exception exception, IRequestContext request)
    {
        if (!exception.Data.Contains(Key))
        {
            exception.Data[Key] = $"{service}:{OperationOf(request)}";
        }

        return false;
    }
}
