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

    /// <summary>A filter that never catches: the exception is marked on its way, unless it is already, and keeps its stack.</summary>
    public static bool Mark(Exception exception, string operation)
    {
        if (!exception.Data.Contains(Key) && operation.Length > 0)
        {
            exception.Data[Key] = operation;
        }

        return false;
    }

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var operation = $"{service}:{OperationOf(executionContext.RequestContext)}";
        CallTrace.Note(operation);
        try
        {
            return await base.InvokeAsync<T>(executionContext);
        }
        catch (Exception exception) when (Mark(exception, operation))
        {
            throw;
        }
    }
}
