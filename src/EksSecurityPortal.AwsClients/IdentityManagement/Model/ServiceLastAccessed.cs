namespace Amazon.IdentityManagement.Model;

/// <summary>When a principal last used a service. Without a date: not within the period that AWS keeps.</summary>
public class ServiceLastAccessed
{
    public string? ServiceName { get; set; }
    public DateTime? LastAuthenticated { get; set; }
    public string? ServiceNamespace { get; set; }
    public string? LastAuthenticatedEntity { get; set; }
    public string? LastAuthenticatedRegion { get; set; }
    public int? TotalAuthenticatedEntities { get; set; }
    public List<TrackedActionLastAccessed>? TrackedActionsLastAccessed { get; set; }
}

/// <summary>When a principal last used an action of a service.</summary>
public class TrackedActionLastAccessed
{
    public string? ActionName { get; set; }
    public string? LastAccessedEntity { get; set; }
    public DateTime? LastAccessedTime { get; set; }
    public string? LastAccessedRegion { get; set; }
}

/// <summary>Why the job of a report failed.</summary>
public class ErrorDetails
{
    public string? Message { get; set; }
    public string? Code { get; set; }
}
