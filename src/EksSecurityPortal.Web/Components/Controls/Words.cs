using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Queries;
using MudBlazor;
using Severity = EksSecurityPortal.Core.Checks.Severity;

namespace EksSecurityPortal.Web.Components.Controls;

/// <summary>Word, icon and colour class of a value of the domain; one place, so that the same thing looks the same on every page.</summary>
public sealed record Sign(string Word, string Icon, string Class);

public static class Words
{
    public static IReadOnlyList<Severity> Severities { get; } = [Severity.Critical, Severity.High, Severity.Medium, Severity.Low, Severity.Info];

    public static Sign Of(Severity severity) => severity switch
    {
        Severity.Critical => new("Critical", Icons.Material.Filled.Dangerous, "sev-critical"),
        Severity.High => new("High", Icons.Material.Filled.Warning, "sev-high"),
        Severity.Medium => new("Medium", Icons.Material.Filled.Error, "sev-medium"),
        Severity.Low => new("Low", Icons.Material.Filled.ArrowCircleDown, "sev-low"),
        _ => new("Info", Icons.Material.Filled.Info, "sev-info"),
    };

    public static Sign Of(CheckStatus status) => status switch
    {
        CheckStatus.Pass => new("Pass", Icons.Material.Filled.CheckCircle, "tone-pass"),
        CheckStatus.Fail => new("Fail", Icons.Material.Filled.Cancel, "tone-fail"),
        CheckStatus.NotApplicable => new("Not applicable", Icons.Material.Filled.RemoveCircle, "tone-na"),
        _ => new("Unknown", Icons.Material.Filled.Help, "tone-unknown"),
    };

    public static Sign Of(FindingState state) => state == FindingState.Open
        ? new("Open", Icons.Material.Filled.RadioButtonChecked, "tone-warn")
        : new("Resolved", Icons.Material.Filled.CheckCircle, "tone-pass");

    public static Sign Of(AuditState state) => state switch
    {
        AuditState.Queued => new("Queued", Icons.Material.Filled.Schedule, "tone-na"),
        AuditState.Running => new("Running", Icons.Material.Filled.Sync, "tone-live"),
        AuditState.Succeeded => new("Succeeded", Icons.Material.Filled.CheckCircle, "tone-pass"),
        AuditState.Partial => new("Partial", Icons.Material.Filled.RuleFolder, "tone-unknown"),
        AuditState.Failed => new("Failed", Icons.Material.Filled.Cancel, "tone-fail"),
        _ => new("Cancelled", Icons.Material.Filled.Block, "tone-na"),
    };

    public static Sign Of(RunState state) => state switch
    {
        RunState.Queued => Of(AuditState.Queued),
        RunState.Running => Of(AuditState.Running),
        RunState.Succeeded => Of(AuditState.Succeeded),
        RunState.Partial => Of(AuditState.Partial),
        RunState.Failed => Of(AuditState.Failed),
        RunState.Skipped => new("Skipped", Icons.Material.Filled.SkipNext, "tone-na"),
        _ => Of(AuditState.Cancelled),
    };

    public static Sign Of(GapReason reason) => reason switch
    {
        GapReason.NotCollected => new("Not collected", Icons.Material.Filled.HideSource, "tone-na"),
        GapReason.Denied => new("Denied", Icons.Material.Filled.Lock, "tone-unknown"),
        GapReason.CredentialsRejected => new("Credentials rejected", Icons.Material.Filled.NoAccounts, "tone-fail"),
        GapReason.Unreachable => new("Unreachable", Icons.Material.Filled.LinkOff, "tone-unknown"),
        GapReason.Throttled => new("Throttled", Icons.Material.Filled.Speed, "tone-warn"),
        GapReason.TimedOut => new("Timed out", Icons.Material.Filled.TimerOff, "tone-warn"),
        GapReason.Unsupported => new("Not supported there", Icons.Material.Filled.DoNotDisturbOn, "tone-na"),
        GapReason.Malformed => new("Not understood", Icons.Material.Filled.BrokenImage, "tone-warn"),
        GapReason.Failed => new("Failed", Icons.Material.Filled.Cancel, "tone-fail"),
        _ => new("Cancelled", Icons.Material.Filled.Block, "tone-na"),
    };

    /// <summary>Support status of a Kubernetes minor; null when no calendar was read.</summary>
    public static Sign OfSupport(string? status) => status switch
    {
        "STANDARD_SUPPORT" => new("Standard support", Icons.Material.Filled.CheckCircle, "tone-pass"),
        "EXTENDED_SUPPORT" => new("Extended support", Icons.Material.Filled.Warning, "tone-warn"),
        "UNSUPPORTED" => new("Unsupported", Icons.Material.Filled.Dangerous, "tone-fail"),
        null or "" => new("Support unknown", Icons.Material.Filled.Help, "tone-unknown"),
        _ => new(DisplayText.Clean(status, 40), Icons.Material.Filled.Help, "tone-na"),
    };

    public static string Of(CheckArea area) => area switch
    {
        CheckArea.Architecture => "Architecture",
        CheckArea.Networking => "Networking",
        CheckArea.Patching => "Node patching",
        _ => "IAM",
    };

    public static string Icon(CheckArea area) => area switch
    {
        CheckArea.Architecture => Icons.Material.Filled.AccountTree,
        CheckArea.Networking => Icons.Material.Filled.Lan,
        CheckArea.Patching => Icons.Material.Filled.SystemUpdateAlt,
        _ => Icons.Material.Filled.Key,
    };

    /// <summary>Colour of a score: what a person should feel about it.</summary>
    public static string ScoreClass(double? score) => score switch
    {
        null => "tone-unknown",
        >= 85 => "tone-pass",
        >= 60 => "tone-warn",
        _ => "tone-fail",
    };

    public static int Count(this SeverityCounts counts, Severity severity) => severity switch
    {
        Severity.Critical => counts.Critical,
        Severity.High => counts.High,
        Severity.Medium => counts.Medium,
        Severity.Low => counts.Low,
        _ => counts.Info,
    };
}
