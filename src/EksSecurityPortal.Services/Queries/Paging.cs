namespace EksSecurityPortal.Services.Queries;

/// <summary>One page of a longer list.</summary>
/// <param name="Total">Rows that match, over all pages.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total);

/// <summary>Where to start and how many; <paramref name="Take"/> is bounded to 1..500 by the query.</summary>
public sealed record PageRequest(int Skip, int Take);
