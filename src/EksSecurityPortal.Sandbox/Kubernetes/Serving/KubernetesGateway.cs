using System.Buffers;
using EksSecurityPortal.Sandbox.Kubernetes.Access;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EksSecurityPortal.Sandbox.Kubernetes.Serving;

/// <summary>The front door of every cluster's API server: who asks, whether they may, and the answer.</summary>
internal sealed class KubernetesGateway(Estate estate, SandboxOptions options, FaultSwitches faults, RequestLog log, ITokenVerifier tokens)
{
    /// <summary>How long the server can still continue a list.</summary>
    public const int ContinueSeconds = 300;

    private const int MaximumBody = 1 << 20;
    private const long FirstListVersion = 1_000_000;

    private readonly TimeProvider clock = options.Clock ?? TimeProvider.System;

    public async Task HandleAsync(HttpContext http)
    {
        var served = http.Features.GetRequiredFeature<ServedCluster>();
        var request = KubeRequest.Parse(http.Request);
        var operation = request?.Operation ?? $"get {http.Request.Path}";
        http.Response.Headers["Audit-Id"] = Guid.NewGuid().ToString();
        http.Response.Headers.CacheControl = "no-cache, private";
        var isContinued = http.Request.Query["continue"].Count > 0;
        var struck = faults.Strike(served.TargetOf(operation), fault => fault.Kind != FaultKind.ExpiredContinueToken || isContinued);
        if (!await FaultDelivery.AdmitAsync(http, struck, options.Latency))
        {
            Record(served, operation, 0);
            return;
        }

        try
        {
            await AnswerAsync(http, served, request, operation, struck);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
    }

    private async Task AnswerAsync(HttpContext http, ServedCluster served, KubeRequest? request, string operation, IReadOnlyList<Fault> struck)
    {
        var user = Authenticate(http, served);
        if ((MeaningOf(struck, user, request) ?? RefusalOf(served, user, request, http.Request.Path)) is { } refusal)
        {
            await SendAsync(http, served, operation, refusal, struck);
            return;
        }

        if (request is null)
        {
            var path = http.Request.Path.Value ?? "";
            var answer = path is "/livez" or "/readyz" or "/healthz"
                ? new KubeAnswer(200, "text/plain; charset=utf-8", "ok"u8.ToArray())
                : new Discovery(served.Cluster, served.Objects.Kinds).Answer(path) ?? KubeStatus.NoSuchPath();
            await SendAsync(http, served, operation, answer, struck);
            return;
        }

        if (SelfReviews.IsReview(request) && user is not null)
        {
            var body = await ReadBodyAsync(http);
            await SendAsync(http, served, operation, new SelfReviews(served.Authorizer).Answer(user, request, body), struck);
            return;
        }

        await SendObjectsAsync(http, served, request, struck);
    }

    private async Task SendObjectsAsync(HttpContext http, ServedCluster served, KubeRequest request, IReadOnlyList<Fault> struck)
    {
        if (request.Subresource is not null || served.Objects.Kinds.Find(request.Group, request.Version, request.Plural) is not { } kind)
        {
            await SendAsync(http, served, request.Operation, KubeStatus.NoSuchPath(), struck);
            return;
        }

        if (struck.Any(fault => fault.Kind == FaultKind.WrongKind))
        {
            var other = "{\"kind\":\"ComponentStatusList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[]}\n"u8.ToArray();
            await SendAsync(http, served, request.Operation, new KubeAnswer(200, "application/json", other), struck);
            return;
        }

        if (request.Verb != "list")
        {
            var answer = request.Verb == "get" ? One(served, kind, request) : KubeStatus.MethodNotAllowed();
            await SendAsync(http, served, request.Operation, answer, struck);
            return;
        }

        var version = FirstListVersion + (long)Math.Max(0, (clock.GetUtcNow() - estate.Now).TotalSeconds);
        var oldest = struck.Any(fault => fault.Kind == FaultKind.ExpiredContinueToken) ? long.MaxValue : version - ContinueSeconds;
        var (page, refusal) = ListPage.Cut(request, kind, served.Objects.ListOf(kind), http.Request.Query, version, oldest);
        if (page is null)
        {
            await SendAsync(http, served, request.Operation, refusal ?? KubeStatus.InternalError(), struck);
            return;
        }

        Record(served, request.Operation, StatusCodes.Status200OK);
        await ListSender.SendAsync(http, page, struck);
    }

    private static KubeAnswer One(ServedCluster served, KubeKind kind, KubeRequest request)
    {
        var list = served.Objects.ListOf(kind);
        var key = kind.IsNamespaced ? $"{request.Namespace}/{request.Name}" : request.Name ?? "";
        var index = list.LowerBound(key);
        if (index >= list.Count || list.KeyAt(index) != key)
        {
            return KubeStatus.NotFound(request);
        }

        var body = new ArrayBufferWriter<byte>(4096);
        list.Write(body, index, true);
        body.Write("\n"u8);
        return new KubeAnswer(200, "application/json", body.WrittenMemory);
    }

    private KubeUser? Authenticate(HttpContext http, ServedCluster served)
    {
        const string scheme = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? PrincipalMapping.Find(served.Cluster, tokens.Verify(header[scheme.Length..].Trim(), served.Cluster.Name))
            : null;
    }

    private static KubeAnswer? RefusalOf(ServedCluster served, KubeUser? user, KubeRequest? request, string path)
    {
        if (user is null)
        {
            // since 1.32 EKS lets the anonymous see these paths only
            return path is "/livez" or "/readyz" or "/healthz" ? null : KubeStatus.Unauthorized();
        }

        return request is null || SelfReviews.IsReview(request) || served.Authorizer.Decide(user, request.Attributes).IsAllowed
            ? null
            : KubeStatus.Forbidden(user, request);
    }

    private static KubeAnswer? MeaningOf(IReadOnlyList<Fault> struck, KubeUser? user, KubeRequest? request)
    {
        foreach (var fault in struck)
        {
            var answer = fault.Kind switch
            {
                FaultKind.Throttling => KubeStatus.TooManyRequests(),
                FaultKind.ServerError => KubeStatus.InternalError(),
                FaultKind.ExpiredToken => KubeStatus.Unauthorized(),
                FaultKind.Denied when user is not null && request is not null => KubeStatus.Forbidden(user, request),
                _ => null,
            };
            if (answer is not null)
            {
                return answer;
            }
        }

        return null;
    }

    private async Task SendAsync(HttpContext http, ServedCluster served, string operation, KubeAnswer answer, IReadOnlyList<Fault> struck)
    {
        Record(served, operation, answer.Code);
        http.Response.StatusCode = answer.Code;
        http.Response.ContentType = answer.ContentType;
        if (answer.RetryAfterSeconds is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        await FaultDelivery.WriteAsync(http, answer.Body, struck);
    }

    private void Record(ServedCluster served, string operation, int status) =>
        log.Add(new RequestEntry(clock.GetUtcNow(), served.Cluster.AccountId, served.Cluster.Region, "kubernetes", operation, served.Cluster.Name, status));

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaximumBody;
        }

        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        return buffer.ToArray();
    }
}
