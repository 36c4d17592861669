using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>
/// Pages of an operation in the SDK's own paginator types: asynchronous streams that can be read once. Pages may be empty and
/// still be followed by others; the end is an answer without a token.
/// </summary>
internal sealed class Paginator<TRequest, TResponse>(
    TRequest request,
    Func<TRequest, CancellationToken, Task<TResponse>> call,
    Action<TRequest, string?> setToken,
    Func<TResponse, string?> nextToken) : IPaginator<TResponse>
    where TRequest : AmazonWebServiceRequest
{
    private int _used;

    public IPaginatedEnumerable<TResponse> Responses => new PaginatedResponse<TResponse>(this);

    public IPaginatedEnumerable<TItem> Items<TItem>(Func<TResponse, IEnumerable<TItem>?> items) =>
        new PaginatedResultKeyResponse<TResponse, TItem>(this, response => items(response) ?? []);

    /// <exception cref="InvalidOperationException">The pages were read before.</exception>
    /// <exception cref="AmazonClientException">The service repeats a token, so reading on would never end.</exception>
    public async IAsyncEnumerable<TResponse> PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _used, 1) != 0)
        {
            throw new InvalidOperationException("A paginator can be read once; create a new one.");
        }

        PaginatorUtils.SetUserAgentAdditionOnRequest(request);
        string? token = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await call(request, cancellationToken);
            var next = nextToken(page);
            if (!string.IsNullOrEmpty(next) && next == token)
            {
                throw new AmazonClientException($"{typeof(TRequest).Name}: the service gave the same page token twice");
            }

            yield return page;
            token = next;
            setToken(request, token);
        }
        while (!string.IsNullOrEmpty(token));
    }
}
