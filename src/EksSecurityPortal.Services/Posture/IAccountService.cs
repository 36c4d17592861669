using EksSecurityPortal.Services.Collection;

namespace EksSecurityPortal.Services.Posture;

public sealed record AccountDraft(string AccountId, string Name, string? RoleArn, string? ExternalId, IReadOnlyList<string> Regions, bool IsEnabled = true);

public interface IAccountService
{
    Task<CommandResult<string>> AddAsync(AccountDraft draft, string actor, CancellationToken cancellationToken);

    Task<CommandResult<string>> UpdateAsync(AccountDraft draft, string actor, CancellationToken cancellationToken);

    /// <summary>Removes the account with its clusters, runs and findings.</summary>
    Task<CommandResult<string>> RemoveAsync(string accountId, string actor, CancellationToken cancellationToken);

    /// <summary>Tries every permission and stores the answers with the account when it is stored already.</summary>
    Task<CommandResult<IReadOnlyList<PermissionProbe>>> TestAsync(AccountDraft draft, string actor, CancellationToken cancellationToken);

    /// <summary>A new random external id, 32 characters, at least 128 bits.</summary>
    string NewExternalId();
}
