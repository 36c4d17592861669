namespace EksSecurityPortal.Services.Collection;

/// <summary>How to enter one AWS account for reading.</summary>
/// <param name="AccountId">Twelve digits; what is entered must turn out to be this account.</param>
/// <param name="RoleArn">Role to assume from the portal's own credentials; null to use those credentials as they are.</param>
/// <param name="ExternalId">2 to 1224 characters; null when the role's trust asks for none.</param>
/// <param name="Regions">Region codes to look into; empty for every region that is enabled in the account.</param>
public sealed record AccountConnection(string AccountId, string Name, string? RoleArn, string? ExternalId, IReadOnlyList<string> Regions);
