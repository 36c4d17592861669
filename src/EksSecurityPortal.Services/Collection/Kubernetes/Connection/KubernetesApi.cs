using System.Net;
using System.Net.Http.Headers;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Connection;

/// <summary>
/// Requests to one cluster: token, bounded concurrency, a deadline over the whole answer, a few retries of what may pass. Safe for concurrent use.
/// </summary>
internal sealed class KubernetesApi(HttpClient http, EksTokenProvider tokens, CollectionOptions options, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim slots = new(Math.Max(1, options.ConcurrentKubernetesLists));

    /// <summary>The body of a successful GET. The caller disposes it.</summary>
    /// <exception cref="KubernetesReadException">Anything else than a successful answer, retries included.</exception>
    internal Task<AnswerBuffer> GetAsync(string path, int expectedSize, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Get, path, null, expectedSize, options.CallTimeout), RetryRule.Patient, cancellationToken);

    /// <summary>A first GET that finds out whether the endpoint answers at all: one attempt, short.</summary>
    internal Task<AnswerBuffer> ProbeAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Get, path, null, 0, options.KubernetesConnectTimeout * 2), RetryRule.Once, cancellationToken);

    /// <summary>Asks by SelfSubjectAccessReview; the only request with a body, and it stores nothing.</summary>
    internal Task<AnswerBuffer> ReviewAsync(byte[] review, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Post, KubernetesRequests.SelfReview.Path, review, 0, options.CallTimeout), RetryRule.Patient, cancellationToken);

    public void Dispose()
    {
        http.Dispose();
        tokens.Dispose();
        slots.Dispose();
    }

    private async Task<AnswerBuffer> SendAsync(Call call, RetryRule rule, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        try
        {
            return await SendWithRetriesAsync(call, rule, cancellationToken);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<AnswerBuffer> SendWithRetriesAsync(Call call, RetryRule rule, CancellationToken cancellationToken)
    {
        var tokenRenewed = false;
        for (var failures = 0; ;)
        {
            var token = await tokens.GetAsync(cancellationToken);
            try
            {
                return await SendOnceAsync(call, token, cancellationToken);
            }
            catch (KubernetesReadException refused) when (refused.StatusCode == (int)HttpStatusCode.Unauthorized && !tokenRenewed)
            {
                tokenRenewed = true;
                tokens.Forget(token);
            }
            catch (TransientReadException transient) when (rule.Allows(transient.Cause, ++failures))
            {
                await Task.Delay(RetryRule.Pause(transient.RetryAfter, failures), clock, cancellationToken);
            }
            catch (TransientReadException transient)
            {
                throw transient.Cause;
            }
        }
    }

    private async Task<AnswerBuffer> SendOnceAsync(Call call, SignedToken token, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(call.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(call.Method, call.Path) { Version = http.DefaultRequestVersion, VersionPolicy = http.DefaultVersionPolicy };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
            if (call.Body is { } body)
            {
                request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            }

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw await Refusal.ReadAsync(response, stream, clock, either.Token);
            }

            return await AnswerBuffer.ReadAsync(stream, call.ExpectedSize, options.MaxAnswerBytes, either.Token);
        }
        catch (Exception exception) when (ConnectionFailure.Find(exception, deadline.IsCancellationRequested, call.Timeout, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    private sealed record Call(HttpMethod Method, string Path, byte[]? Body, int ExpectedSize, TimeSpan Timeout);
}
