using System.Globalization;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using Microsoft.AspNetCore.Http;

namespace EksSecurityPortal.Sandbox.Kubernetes.Serving;

/// <summary>Which objects of a list an answer holds, and where the next page begins. First and End are positions in the list.</summary>
internal sealed record ListPage(KubeKind Kind, IObjectList List, Selectors Selectors, int First, int End, long ResourceVersion)
{
    public string? Continue { get; private init; }

    /// <summary>Null on the last page, and when a selector makes it unknown.</summary>
    public int? Remaining { get; private init; }

    /// <summary>Cuts the page that a query asks for, or says why it cannot.</summary>
    /// <param name="oldestVersion">Tokens of older versions have expired.</param>
    public static (ListPage? Page, KubeAnswer? Refusal) Cut(KubeRequest request, KubeKind kind, IObjectList list, IQueryCollection query, long version, long oldestVersion)
    {
        if (Limit(query) is not { } limit)
        {
            return (null, KubeStatus.BadRequest($"strconv.ParseInt: parsing \"{query["limit"]}\": invalid syntax"));
        }

        var (selectors, problem) = Selectors.Parse(query["fieldSelector"].ToString(), query["labelSelector"].ToString());
        if (selectors is null)
        {
            return (null, KubeStatus.BadRequest(problem ?? "unable to parse selector"));
        }

        if (selectors.UnknownField(list) is { } unknown)
        {
            return (null, KubeStatus.BadRequest($"field label not supported: {unknown}"));
        }

        var (first, end) = list.RangeOf(request.Namespace);
        var name = $"{kind.Group}/{kind.Plural}/{request.Namespace}";
        if (query["continue"].ToString() is { Length: > 0 } text)
        {
            if (ContinueToken.Decode(text) is not { } token || token.List != name)
            {
                return (null, KubeStatus.BadRequest($"continue key is not valid: illegal base64 data or version in \"{(text.Length > 40 ? text[..40] : text)}\""));
            }

            if (token.ResourceVersion != ContinueToken.Inconsistent && token.ResourceVersion < oldestVersion)
            {
                return (null, KubeStatus.Expired((token with { ResourceVersion = ContinueToken.Inconsistent }).Encode()));
            }

            first = Math.Clamp(list.LowerBound(token.StartKey), first, end);
            version = token.ResourceVersion == ContinueToken.Inconsistent ? version : token.ResourceVersion;
        }

        return (new ListPage(kind, list, selectors, first, end, version).Limited(limit, name), null);
    }

    private ListPage Limited(int limit, string name)
    {
        if (limit == 0)
        {
            return this;
        }

        var cut = Selectors.IsEmpty ? Math.Min(End, First + limit) : CutBySelector(limit);
        if (cut >= End)
        {
            return this;
        }

        return this with
        {
            End = cut,
            Continue = new ContinueToken(ResourceVersion, name, List.KeyAt(cut - 1) + "\0").Encode(),
            Remaining = Selectors.IsEmpty ? End - cut : null,
        };
    }

    private int CutBySelector(int limit)
    {
        for (var index = First; index < End; index++)
        {
            if (Selectors.Matches(List, index) && --limit == 0)
            {
                return index + 1;
            }
        }

        return End;
    }

    private static int? Limit(IQueryCollection query)
    {
        if (query["limit"].ToString() is not { Length: > 0 } text)
        {
            return 0;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
