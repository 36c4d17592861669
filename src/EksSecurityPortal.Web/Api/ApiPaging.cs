using EksSecurityPortal.Services.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EksSecurityPortal.Web.Api;

/// <summary>One page of a list.</summary>
/// <param name="Total">Rows over all pages.</param>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, int Total, int Page, int PageSize, string? Next);

/// <summary>Reads and checks the parameters that every list takes, and collects what is wrong with any of them.</summary>
public sealed class ApiParameters(HttpRequest request)
{
    public const int DefaultPageSize = 50;

    public const int MaxPageSize = 500;

    private readonly Dictionary<string, string[]> errors = [];

    public bool IsValid => errors.Count == 0;

    /// <summary>One-based.</summary>
    public int PageNumber { get; private set; } = 1;

    public int PageSize { get; private set; } = DefaultPageSize;

    /// <summary>Reads <c>page</c> and <c>pageSize</c>.</summary>
    public PageRequest ReadPage()
    {
        PageNumber = ReadNumber("page", 1, 1, 1_000_000);
        PageSize = ReadNumber("pageSize", DefaultPageSize, 1, MaxPageSize);
        return new((PageNumber - 1) * PageSize, PageSize);
    }

    /// <summary>All values of a parameter, given repeatedly or separated by commas.</summary>
    public IReadOnlyList<string> ReadList(string name) =>
        [.. request.Query[name].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];

    /// <summary>As <see cref="ReadList"/>, each one of the enumeration's names, ignoring case.</summary>
    public IReadOnlyList<T> ReadEnums<T>(string name)
        where T : struct, Enum
    {
        var values = new List<T>();
        foreach (var text in ReadList(name))
        {
            if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]))
            {
                values.Add(value);
            }
            else
            {
                Refuse(name, $"'{Shorten(text)}' is not one of {string.Join(", ", Enum.GetNames<T>())}.");
            }
        }

        return values;
    }

    public void Refuse(string name, string message) => errors[name] = [.. errors.GetValueOrDefault(name, []), message];

    public ValidationProblem Problem() => TypedResults.ValidationProblem(errors, title: "A parameter of the address is wrong.");

    public ApiPage<TOut> Answer<TIn, TOut>(Page<TIn> page, Func<TIn, TOut> map)
    {
        var hasMore = (long)PageNumber * PageSize < page.Total;
        var next = hasMore ? request.Path + QueryWithPage(PageNumber + 1) : null;
        return new([.. page.Items.Select(map)], page.Total, PageNumber, PageSize, next);
    }

    private string QueryWithPage(int number)
    {
        var pairs = request.Query.Where(pair => pair.Key != "page").Append(new("page", number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return QueryString.Create(pairs).ToString();
    }

    private int ReadNumber(string name, int fallback, int min, int max)
    {
        var text = request.Query[name].ToString();
        if (text.Length == 0)
        {
            return fallback;
        }

        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        Refuse(name, $"'{Shorten(text)}' is not a whole number from {min} to {max}.");
        return fallback;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
