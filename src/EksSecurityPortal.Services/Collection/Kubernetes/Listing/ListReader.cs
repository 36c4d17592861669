using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Connection;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Listing;

/// <summary>Follows a list from page to page. The next page is on its way while one is decoded.</summary>
/// <param name="itemRefused">Number of the item in the list (from 1) and what was wrong with it.</param>
/// <param name="itemsRead">Running total, told after each page.</param>
internal sealed class ListReader(KubernetesApi api, int pageSize, Action<int, string> itemRefused, Action<int> itemsRead)
{
    /// <exception cref="KubernetesReadException">The list cannot be read to its end.</exception>
    internal async Task ReadAsync(string path, string listKind, bool isCustom, IListSink sink, CancellationToken cancellationToken)
    {
        try
        {
            await FollowAsync(new Cursor(path, listKind, isCustom, null), sink, cancellationToken);
        }
        catch (ExpiredListException expired)
        {
            // the server keeps a list open for about five minutes: go on with what it offers, or begin again, once
            if (expired.Refusal.ContinueToken is null)
            {
                sink.Restart();
            }

            try
            {
                await FollowAsync(new Cursor(path, listKind, isCustom, expired.Refusal.ContinueToken), sink, cancellationToken);
            }
            catch (ExpiredListException again)
            {
                throw again.Refusal;
            }
        }
    }

    private async Task FollowAsync(Cursor cursor, IListSink sink, CancellationToken cancellationToken)
    {
        var total = 0;
        var next = FetchAsync(cursor, 0, cancellationToken);
        while (next is not null)
        {
            using var page = await next;
            var envelope = ListPage.ReadEnvelope(page.Span, cursor.ListKind, cursor.IsCustom);
            if (envelope.ContinueToken is not null && envelope.ContinueToken == cursor.Token)
            {
                throw new KubernetesReadException(GapReason.Malformed, "The list repeats its continue token and would never end.");
            }

            cursor = cursor with { Token = envelope.ContinueToken };
            next = cursor.Token is null ? null : FetchAsync(cursor, page.Length + (page.Length >> 3), cancellationToken);
            try
            {
                var before = total;
                total += envelope.ReadItems(page.Span, sink, (number, problem) => itemRefused(before + number, problem));
            }
            catch
            {
                await DiscardAsync(next);
                throw;
            }

            itemsRead(total);
        }
    }

    private async Task<AnswerBuffer> FetchAsync(Cursor cursor, int expectedSize, CancellationToken cancellationToken)
    {
        var path = $"{cursor.Path}?limit={pageSize}" + (cursor.Token is null ? "" : "&continue=" + Uri.EscapeDataString(cursor.Token));
        try
        {
            return await api.GetAsync(path, expectedSize, cancellationToken);
        }
        catch (KubernetesReadException refusal) when (refusal.StatusCode == 410 || (refusal.StatusCode == 400 && cursor.Token is not null))
        {
            throw new ExpiredListException(refusal);
        }
    }

    private static async Task DiscardAsync(Task<AnswerBuffer>? fetch)
    {
        if (fetch is null)
        {
            return;
        }

        try
        {
            (await fetch).Dispose();
        }
        catch (Exception exception) when (exception is KubernetesReadException or ExpiredListException or OperationCanceledException)
        {
            // the failure of the page before it is the one that is told
        }
    }

    private sealed record Cursor(string Path, string ListKind, bool IsCustom, string? Token);

    private sealed class ExpiredListException(KubernetesReadException refusal) : Exception(refusal.Message)
    {
        internal KubernetesReadException Refusal => refusal;
    }
}
