namespace Amazon.EKS.Model;

/// <summary>A change of a cluster, node group, add-on or capability, under way or done.</summary>
public class Update
{
    public string? Id { get; set; }
    public UpdateStatus? Status { get; set; }
    public UpdateType? Type { get; set; }
    public List<UpdateParam>? Params { get; set; }
    public DateTime? CreatedAt { get; set; }
    public List<ErrorDetail>? Errors { get; set; }
    public Cancellation? Cancellation { get; set; }
}

/// <summary>One setting that an update changes; the value is text, for some settings JSON.</summary>
public class UpdateParam
{
    public UpdateParamType? Type { get; set; }
    public string? Value { get; set; }
}

/// <summary>Why an update failed.</summary>
public class ErrorDetail
{
    public ErrorCode? ErrorCode { get; set; }
    public string? ErrorMessage { get; set; }
    public List<string>? ResourceIds { get; set; }
}

/// <summary>State of the cancellation of an update.</summary>
public class Cancellation
{
    public CancellationStatus? Status { get; set; }
    public string? Reason { get; set; }
}
