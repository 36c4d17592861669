using EksSecurityPortal.Sandbox.Kubernetes.Access;
using Microsoft.AspNetCore.Http;

namespace EksSecurityPortal.Sandbox.Kubernetes.Serving;

/// <summary>A request on a resource: what the path and the method of an API server request mean.</summary>
internal sealed record KubeRequest(string Verb, string Group, string Version, string Plural, string? Namespace, string? Name, string? Subresource)
{
    public string Resource => Subresource is null ? Plural : $"{Plural}/{Subresource}";

    public AccessAttributes Attributes => new(Verb, Group, Resource, Namespace, Name);

    /// <summary>As the request log and the fault switches name it.</summary>
    public string Operation => $"{Verb} {Resource}";

    /// <returns>Null when the path is not one of a resource.</returns>
    public static KubeRequest? Parse(HttpRequest request)
    {
        var parts = (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["api", var version, .. var rest] when rest.Length > 0 => Of(request, "", version, rest),
            ["apis", var group, var version, .. var rest] when rest.Length > 0 => Of(request, group, version, rest),
            _ => null,
        };
    }

    private static KubeRequest? Of(HttpRequest request, string group, string version, string[] rest)
    {
        var (name, plural, item) = rest switch
        {
            ["namespaces"] => ((string?)null, "namespaces", Array.Empty<string>()),
            ["namespaces", var one] => (one, "namespaces", [one]),
            ["namespaces", var one, "status" or "finalize"] => (one, "namespaces", [one, rest[2]]),
            ["namespaces", var home, var kind, .. var tail] => (home, kind, tail),
            [var kind, .. var tail] => (null, kind, tail),
            _ => (null, "", []),
        };
        return item.Length > 2
            ? null
            : new KubeRequest(VerbOf(request, item.Length > 0), group, version, plural, name, item.ElementAtOrDefault(0), item.ElementAtOrDefault(1));
    }

    private static string VerbOf(HttpRequest request, bool hasName) => request.Method switch
    {
        "GET" or "HEAD" when request.Query["watch"].ToString() is "true" or "1" => "watch",
        "GET" or "HEAD" => hasName ? "get" : "list",
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => hasName ? "delete" : "deletecollection",
        var other => other.ToLowerInvariant(),
    };
}
