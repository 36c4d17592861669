using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;

namespace EksSecurityPortal.Web.Components.Onboarding;

/// <summary>What is being typed about an account.</summary>
public sealed class AccountFormModel
{
    public string AccountId { get; set; } = "";

    public string Name { get; set; } = "";

    public string RoleArn { get; set; } = "";

    public string ExternalId { get; set; } = "";

    /// <summary>Region codes, comma-separated.</summary>
    public string Regions { get; set; } = "";

    public bool IsEnabled { get; set; } = true;

    public static AccountFormModel Of(AccountRow account) => new()
    {
        AccountId = account.AccountId,
        Name = account.Name,
        RoleArn = account.RoleArn ?? "",
        ExternalId = account.ExternalId ?? "",
        Regions = string.Join(", ", account.Regions),
        IsEnabled = account.IsEnabled,
    };

    public AccountDraft ToDraft() => new(AccountId.Trim(), Name.Trim(), NullIfEmpty(RoleArn), NullIfEmpty(ExternalId),
        Regions.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), IsEnabled);

    private static string? NullIfEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
