using EksSecurityPortal.Services.Persistence;

namespace EksSecurityPortal.Web.Auth;

/// <summary>Writes what people did into the portal's log of events, in the transaction of what they did.</summary>
internal static class PortalEvents
{
    public static void Add(PortalDbContext database, DateTimeOffset at, string kind, string actor, string text) =>
        database.PortalEvents.Add(new() { At = at, Kind = kind, Actor = actor, Text = text });
}
