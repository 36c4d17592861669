namespace Amazon.Organizations.Model;

/// <summary>A member account. State is the successor of Status; read State first.</summary>
public class Account
{
    public string? Id { get; set; }
    public string? Arn { get; set; }
    public string? Email { get; set; }
    public string? Name { get; set; }
    public AccountStatus? Status { get; set; }
    public AccountState? State { get; set; }
    public List<string>? Paths { get; set; }
    public AccountJoinedMethod? JoinedMethod { get; set; }
    public DateTime? JoinedTimestamp { get; set; }
}
