using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Amazon.EKS;
using Amazon.EKS.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Collection.Kubernetes;
using EksSecurityPortal.Services.Collection.Kubernetes.Connection;

namespace EksSecurityPortal.Benchmarks;

/// <summary>
/// The least that any reader of the same facts must do: the same requests over the same transport, pages and concurrency, every body read to
/// its end and thrown away.
/// </summary>
internal static partial class BareLoop
{
    private const string Region = "us-east-1";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = new CollectionOptions();
        using var http = await OpenAsync(new Arguments(arguments), options);
        foreach (var attempt in Enumerable.Range(1, 2))
        {
            var (before, watch) = (Figures.ProcessorTime(), Stopwatch.StartNew());
            var totals = new long[2];
            var queue = KubernetesRequests.All.Where(request => request.Verb != "create")
                .OrderByDescending(request => request == KubernetesRequests.Pods)
                .ToList();
            await Parallel.ForEachAsync(queue, new ParallelOptions { MaxDegreeOfParallelism = options.ConcurrentKubernetesLists }, async (request, cancellationToken) =>
            {
                var (bytes, pages) = await DrainAsync(http, request, options.KubernetesPageSize, cancellationToken);
                Interlocked.Add(ref totals[0], bytes);
                Interlocked.Add(ref totals[1], pages);
            });
            Figures.Print($"bare loop {attempt}: time", watch.Elapsed.TotalSeconds, "s");
            Figures.Print($"bare loop {attempt}: processor time", Figures.ProcessorTime() - before, "s");
            Figures.Print($"bare loop {attempt}: bytes after decompression", totals[0] / 1e6, "MB");
            Figures.Print($"bare loop {attempt}: answers", totals[1], "");
        }

        return 0;
    }

    private static async Task<HttpClient> OpenAsync(Arguments arguments, CollectionOptions options)
    {
        var url = arguments.Text("endpoint", "");
        using var sts = new AmazonSecurityTokenServiceClient(
            new BasicAWSCredentials(arguments.Text("access-key", ""), arguments.Text("secret-key", "")),
            new AmazonSecurityTokenServiceConfig { ServiceURL = url, AuthenticationRegion = Region });
        var entered = await sts.AssumeRoleAsync(new AssumeRoleRequest
        {
            RoleArn = arguments.Text("role", ""),
            ExternalId = arguments.Text("external-id", ""),
            RoleSessionName = "bare-loop",
        });
        using var eks = new AmazonEKSClient(entered.Credentials, new AmazonEKSConfig { ServiceURL = url, AuthenticationRegion = Region });
        var names = await eks.ListClustersAsync(new ListClustersRequest());
        var described = await eks.DescribeClusterAsync(new DescribeClusterRequest { Name = names.Clusters?[0] });
        if (described.Cluster is not { Name: { } name, Endpoint: { } endpoint, CertificateAuthority.Data: { } authority })
        {
            throw new InvalidOperationException("The sandbox describes its cluster without name, endpoint or authority.");
        }

        var reference = new ClusterRef("aws", arguments.Text("account", ""), Region, name);
        var http = KubernetesHttp.Open(new(reference, endpoint, authority, entered.Credentials), options);
        using var tokens = new EksTokenProvider(entered.Credentials, reference, TimeProvider.System);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await tokens.GetAsync(CancellationToken.None)).Value);
        return http;
    }

    private static async Task<(long Bytes, int Pages)> DrainAsync(HttpClient http, KubernetesRequest request, int pageSize, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 << 10];
        var (bytes, pages, next) = (0L, 0, "");
        do
        {
            var path = request.Verb != "list" ? request.Path : string.Create(CultureInfo.InvariantCulture, $"{request.Path}?limit={pageSize}{next}");
            using var answer = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
            {
                throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
            }

            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            var ends = new BodyEnds();
            while (await body.ReadAsync(buffer, cancellationToken) is var read && read > 0)
            {
                bytes += read;
                ends.Add(buffer.AsSpan(0, read));
            }

            next = Continue(ends.Text);
            pages++;
        }
        while (next.Length > 0);
        return (bytes, pages);
    }

    private static string Continue(string text) =>
        ContinueMember().Match(text) is { Success: true } match ? "&continue=" + Uri.EscapeDataString(match.Groups["token"].Value) : "";

    [GeneratedRegex("\"continue\":\"(?<token>[^\"]+)\"")]
    private static partial Regex ContinueMember();

    /// <summary>The first and last bytes of a body: a list's metadata is at one of its ends.</summary>
    private sealed class BodyEnds
    {
        private const int Size = 512;

        private readonly List<byte> first = [];
        private byte[] last = [];

        public string Text => Encoding.UTF8.GetString([.. first, .. last]);

        public void Add(ReadOnlySpan<byte> read)
        {
            first.AddRange(read[..Math.Min(read.Length, Size - first.Count)]);
            last = read.Length >= Size ? read[^Size..].ToArray() : [.. last.AsSpan(Math.Max(0, last.Length + read.Length - Size)), .. read];
        }
    }
}
