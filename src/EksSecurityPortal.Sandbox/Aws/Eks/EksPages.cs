using System.Globalization;

namespace EksSecurityPortal.Sandbox.Aws.Eks;

/// <summary>Paging and look-up as EKS does them: maxResults 1–100 in the query, the wanted name as the last path segment.</summary>
internal static class EksPages
{
    public static Page<T> Cut<T>(AwsRequest request, string operation, IReadOnlyList<T> all) =>
        Cut(operation, all, request.Find("maxResults"), request.Find("nextToken"));

    public static Page<T> Cut<T>(string operation, IReadOnlyList<T> all, string? maxResults, string? nextToken)
    {
        var size = Paging.Size(maxResults, 1, 100, 100, text => Invalid($"maxResults must be between 1 and 100, got {text}"));
        return Paging.Cut(all, operation, nextToken, size, () => Invalid("Invalid nextToken"));
    }

    public static T One<T>(AwsRequest request, IReadOnlyList<T> all, Func<T, string> nameOf, string missing)
    {
        var wanted = request.Path[3];
        foreach (var item in all)
        {
            if (nameOf(item) == wanted)
            {
                return item;
            }
        }

        throw NotFound(string.Format(CultureInfo.InvariantCulture, missing, wanted));
    }

    public static AwsException NotFound(string message) => new(404, "ResourceNotFoundException", message);

    public static AwsException Invalid(string message) => new(400, "InvalidParameterException", message);
}
