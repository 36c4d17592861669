using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Web.Auth;

namespace EksSecurityPortal.Web.Tests.Components.Fakes;

/// <summary>Commands as pages give them; remembers what was asked and answers <see cref="Errors"/> when there are any.</summary>
internal sealed class FakeCommands : IAuditService, IAccountService, IScheduleService, IUserAdministration, IApiTokens
{
    internal List<string> Done { get; } = [];

    internal IReadOnlyList<InputError> Errors { get; set; } = [];

    internal AuditScope? Scope { get; private set; }

    internal AccountDraft? Account { get; private set; }

    internal ScheduleDraft? Schedule { get; private set; }

    internal IReadOnlyList<PortalUserRow> Users { get; set; } =
        [new("u-1", "ana@example.com", "Administrator", false, true, true, Snapshots.Now, Snapshots.Now), new("u-2", Snapshots.Hostile, "Viewer", false, false, false, Snapshots.Now, null)];

    internal IReadOnlyList<ApiTokenRow> Tokens { get; set; } = [new(Guid.Parse("6f1c2a34-0000-4000-8000-0000000000c1"), Snapshots.Hostile, "esp_1a2b", Snapshots.Now.AddDays(-3), Snapshots.Now.AddDays(27), null, null)];

    public Task<CommandResult<Guid>> StartAsync(AuditScope scope, string origin, CancellationToken cancellationToken)
    {
        Scope = scope;
        return AnswerAsync($"start by {origin}", Samples.AuditId);
    }

    public async Task<bool> CancelAsync(Guid auditId, string actor, CancellationToken cancellationToken) => (await AnswerAsync($"cancel by {actor}", auditId)).Succeeded;

    Task<CommandResult<string>> IAccountService.AddAsync(AccountDraft draft, string actor, CancellationToken cancellationToken)
    {
        Account = draft;
        return AnswerAsync($"add account by {actor}", draft.AccountId);
    }

    public Task<CommandResult<string>> UpdateAsync(AccountDraft draft, string actor, CancellationToken cancellationToken)
    {
        Account = draft;
        return AnswerAsync($"update account by {actor}", draft.AccountId);
    }

    public Task<CommandResult<string>> RemoveAsync(string accountId, string actor, CancellationToken cancellationToken) => AnswerAsync($"remove {accountId}", accountId);

    public Task<CommandResult<IReadOnlyList<PermissionProbe>>> TestAsync(AccountDraft draft, string actor, CancellationToken cancellationToken)
    {
        Account = draft;
        return AnswerAsync("test", Samples.Account().LastProbes);
    }

    public string NewExternalId() => "x7Jp0000000000000000000000000000";

    public Task<CommandResult<Guid>> SaveAsync(ScheduleDraft draft, string actor, CancellationToken cancellationToken)
    {
        Schedule = draft;
        return AnswerAsync($"save schedule by {actor}", Guid.Empty);
    }

    public Task<CommandResult<Guid>> RemoveAsync(Guid scheduleId, string actor, CancellationToken cancellationToken) => AnswerAsync("remove schedule", scheduleId);

    public CommandResult<IReadOnlyList<DateTimeOffset>> Preview(string cron, string timeZone, int count) => cron.Split(' ').Length == 5
        ? new([.. Enumerable.Range(1, count).Select(day => Snapshots.Now.AddDays(day))], [])
        : new(null, [new("cron", $"'{cron}' is no cron expression: five fields are needed.")]);

    public Task<IReadOnlyList<PortalUserRow>> ListAsync(CancellationToken cancellationToken) => Task.FromResult(Users);

    Task<CommandResult<OneTimeLink>> IUserAdministration.AddAsync(string email, string role, string actor, CancellationToken cancellationToken) =>
        AnswerAsync($"add {role}", new OneTimeLink(email, "https://portal.example.com/account/setup?token=abc", Snapshots.Now.AddDays(1)));

    public Task<CommandResult<string>> SetRoleAsync(string userId, string role, string actor, CancellationToken cancellationToken) => AnswerAsync($"{userId} becomes {role}", userId);

    public Task<CommandResult<string>> SetDisabledAsync(string userId, bool isDisabled, string actor, CancellationToken cancellationToken) => AnswerAsync($"{userId} disabled {isDisabled}", userId);

    public Task<CommandResult<OneTimeLink>> ResetAsync(string userId, string actor, CancellationToken cancellationToken) =>
        AnswerAsync($"reset {userId}", new OneTimeLink("x", "https://portal.example.com/reset", Snapshots.Now.AddDays(1)));

    public Task<IReadOnlyList<ApiTokenRow>> ListAsync(string userName, CancellationToken cancellationToken) => Task.FromResult(Tokens);

    public Task<CommandResult<NewApiToken>> CreateAsync(string userName, string name, int lifetimeDays, CancellationToken cancellationToken) =>
        AnswerAsync($"token {name} for {lifetimeDays} days", new NewApiToken(Tokens[0] with { Name = name }, "esp_secret"));

    public Task<CommandResult<Guid>> RevokeAsync(string userName, Guid tokenId, CancellationToken cancellationToken) => AnswerAsync("revoke", tokenId);

    private Task<CommandResult<T>> AnswerAsync<T>(string done, T value)
    {
        Done.Add(done);
        return Task.FromResult(Errors.Count > 0 ? new CommandResult<T>(default, Errors) : new CommandResult<T>(value, []));
    }
}
