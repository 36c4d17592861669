using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Posture;

/// <summary>Who did what in the portal, for its administrators. Never give it a secret.</summary>
public sealed class PortalEventLog(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    /// <param name="kind">One word: AuditStarted, AccountAdded, UserSignedIn, …</param>
    /// <param name="actor">The person's name, <c>schedule: nightly</c>, <c>api: token name</c>, or <c>portal</c>.</param>
    /// <param name="text">One sentence; cut at 1,000 characters.</param>
    public async Task AddAsync(string kind, string actor, string text, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Add(db, kind, actor, text);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Adds to a context that the caller saves, so that deed and record are stored together.</summary>
    internal void Add(PortalDbContext db, string kind, string actor, string text) => db.PortalEvents.Add(new PortalEventEntity
    {
        At = clock.GetUtcNow(),
        Kind = kind,
        Actor = StoredText.Clean(actor, 200),
        Text = StoredText.Clean(text, 1000),
    });
}
