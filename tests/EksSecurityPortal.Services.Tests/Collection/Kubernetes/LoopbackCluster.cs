using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Collection.Kubernetes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

/// <summary>
/// A Kubernetes API on loopback with TLS and HTTP/2: empty lists of every built-in kind, what a test puts into <see cref="Items"/>, and whatever a
/// test answers by itself in <see cref="Handlers"/>.
/// </summary>
internal sealed class LoopbackCluster : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly LoopbackAuthority authority;
    private readonly TaskCompletionSource allButOneEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LoopbackCluster(WebApplication app, LoopbackAuthority authority)
    {
        this.app = app;
        this.authority = authority;
        Bundle = LoopbackAuthority.Bundle(authority);
    }

    /// <summary>Items by path of the list; served in pages of the limit asked for.</summary>
    internal ConcurrentDictionary<string, IReadOnlyList<string>> Items { get; } = new();

    /// <summary>Whole answers by path, instead of lists. True when the request was answered.</summary>
    internal ConcurrentDictionary<string, Func<HttpContext, Task>> Handlers { get; } = new();

    /// <summary>Method, path and query of each request, in order of arrival.</summary>
    internal ConcurrentQueue<string> Requests { get; } = new();

    internal ConcurrentQueue<string> Tokens { get; } = new();

    internal ConcurrentQueue<string> UserAgents { get; } = new();

    internal ConcurrentQueue<string> Protocols { get; } = new();

    internal ConcurrentQueue<PartProgress> Progress { get; } = new();

    /// <summary>Done when the reader has told the end of all parts but one.</summary>
    internal Task AllButOneEnded => allButOneEnded.Task;

    internal string Bundle { get; set; }

    /// <summary>Paths of every list that the reader may ask for.</summary>
    internal IReadOnlyList<string> ListPaths { get; } = [.. KubernetesRequests.All.Where(request => request.Verb == "list").Select(request => request.Path)];

    // times of a minute and more never pass on the quick clock
    internal CollectionOptions Options { get; } = new() { CallTimeout = TimeSpan.FromMinutes(2), KubernetesConnectTimeout = TimeSpan.FromSeconds(40) };

    internal TimeProvider Clock { get; set; } = new QuickClock();

    internal KubernetesTarget Target => new(
        new ClusterRef("aws", "111122223333", "eu-west-1", "shop"), app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(),
        Bundle, new SessionAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG", "session/token+="));

    internal IKubernetesReader Reader => new KubernetesReader(Microsoft.Extensions.Options.Options.Create(Options), Clock, NullLogger<KubernetesReader>.Instance);

    /// <param name="hostName">The name in the serving certificate; null for the loopback address, which is right.</param>
    internal static async Task<LoopbackCluster> StartAsync(string? hostName = null)
    {
        var authority = new LoopbackAuthority();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(authority.Sign(hostName))));
        var app = builder.Build();
        var cluster = new LoopbackCluster(app, authority);
        app.Run(cluster.AnswerAsync);
        await app.StartAsync();
        return cluster;
    }

    internal Task<KubernetesFacts> ReadAsync(CancellationToken cancellationToken = default) => Reader.ReadAsync(Target, new KeptProgress(this), cancellationToken);

    internal static Func<HttpContext, Task> Answer(string body, int status = 200) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = body.StartsWith('{') ? "application/json" : "text/html";
        return context.Response.WriteAsync(body);
    };

    internal static Func<HttpContext, Task> Status(int code, string reason, string metadata = "{}") =>
        Answer($$"""{"kind":"Status","apiVersion":"v1","metadata":{{metadata}},"status":"Failure","message":"said by the server","reason":"{{reason}}","code":{{code}}}""", code);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        authority.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Requests.Enqueue($"{context.Request.Method} {path}{context.Request.QueryString}");
        Tokens.Enqueue(context.Request.Headers.Authorization.ToString());
        Protocols.Enqueue(context.Request.Protocol);
        UserAgents.Enqueue(context.Request.Headers.UserAgent.ToString());
        return Handlers.TryGetValue(path, out var handler) ? handler(context)
            : path == "/version" ? Answer("""{"gitVersion":"v1.34.9-eks-113cf36","platform":"linux/amd64"}""")(context)
            : KubernetesRequests.All.FirstOrDefault(request => request.Path == path && request.Verb == "list" && !(request.IsCustom && !Items.ContainsKey(path))) is { } list ? ListAsync(context, list)
            : Status(404, "NotFound")(context);
    }

    private Task ListAsync(HttpContext context, KubernetesRequest list)
    {
        var items = Items.GetValueOrDefault(list.Path, []);
        var limit = int.Parse(context.Request.Query["limit"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
        var start = context.Request.Query.TryGetValue("continue", out var token) ? int.Parse(token.ToString()[5..], System.Globalization.CultureInfo.InvariantCulture) : 0;
        var page = items.Skip(start).Take(limit).ToList();
        var next = start + page.Count < items.Count ? JsonSerializer.Serialize($"page+{start + page.Count}") : "\"\"";
        return Answer($$"""{"kind":"{{list.Kind}}List","apiVersion":"v1","metadata":{"resourceVersion":"1","continue":{{next}}},"items":[{{new StringBuilder().AppendJoin(',', page)}}]}""")(context);
    }

    private sealed class KeptProgress(LoopbackCluster cluster) : IProgress<PartProgress>
    {
        public void Report(PartProgress value)
        {
            cluster.Progress.Enqueue(value);
            if (cluster.Progress.Count(told => told.State != PartState.Reading) == MissingFacts.Parts.Count - 1)
            {
                cluster.allButOneEnded.TrySetResult();
            }
        }
    }
}
