using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>Gathers one account: its IAM and its regions.</summary>
internal sealed class AccountBuilder(string id, string name, DateTimeOffset now)
{
    private readonly Dictionary<string, RegionBuilder> regions = [];
    private readonly HashSet<string> roleNames = [];

    public string Id => id;

    public string Name => name;

    public DateTimeOffset Now => now;

    public List<IamRole> Roles { get; } = [];

    public List<ManagedPolicy> Policies { get; } = [.. ManagedPolicies.OfAws(now)];

    public List<IamUser> Users { get; } = [];

    public List<IamGroup> Groups { get; } = [];

    public List<OidcProvider> OidcProviders { get; } = [];

    public string ExternalId { get; init; } = "";

    public required HubPrincipal Hub { get; init; }

    public string[] DeniedActions { get; init; } = [];

    public RegionBuilder Region(string region)
    {
        if (!regions.TryGetValue(region, out var builder))
        {
            regions[region] = builder = new RegionBuilder(this, region);
        }

        return builder;
    }

    public string RoleArn(string roleName) => $"arn:aws:iam::{id}:role/{roleName}";

    /// <summary>Adds a role; one of the same name stays as it is.</summary>
    public IamRole AddRole(string roleName, string trust, params string[] attachedPolicies)
    {
        if (!roleNames.Add(roleName))
        {
            return Roles.First(known => known.Name == roleName);
        }

        var role = new IamRole(roleName, RoleArn(roleName), Ids.Iam("AROA", id + roleName), trust, now.AddDays(-300 - Ids.Number(roleName, 400)))
        {
            AttachedPolicyArns = attachedPolicies,
            LastUsed = now.AddHours(-Ids.Number(roleName, 48) - 1),
            LastUsedRegion = "us-east-1",
        };
        Roles.Add(role);
        return role;
    }

    public void Change(string roleName, Func<IamRole, IamRole> change) => Change(Roles.FindIndex(role => role.Name == roleName), change);

    public void Change(int index, Func<IamRole, IamRole> change) => Roles[index] = change(Roles[index]);

    public ManagedPolicy AddPolicy(string policyName, params string[] documents)
    {
        var policy = new ManagedPolicy($"arn:aws:iam::{id}:policy/{policyName}", Ids.Iam("ANPA", id + policyName),
            [.. documents.Select((document, index) => new PolicyVersion($"v{index + 1}", document, index == documents.Length - 1, now.AddDays(-200 + (30 * index))))]);
        Policies.Add(policy);
        return policy;
    }

    public Account Build()
    {
        AddReaderRole();
        return new Account
        {
            Id = id,
            Name = name,
            Email = $"aws+{name}@sandbox.example",
            ReaderRoleName = "EksSecurityPortalReader",
            ExternalId = ExternalId.Length > 0 ? ExternalId : null,
            DeniedActions = DeniedActions.ToHashSet(StringComparer.Ordinal),
            Identity = new IdentityEstate { Roles = Roles, Policies = Policies, Users = Users, Groups = Groups, OidcProviders = OidcProviders },
            Regions = [.. regions.Values.Select(region => region.Build())],
        };
    }

    private void AddReaderRole()
    {
        AddRole("EksSecurityPortalReader", TrustPolicies.Principal(Hub.Arn, ExternalId.Length > 0 ? ExternalId : null));
        Change("EksSecurityPortalReader", role => role with
        {
            InlinePolicies = [new InlinePolicy("ReadClusters", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["eks:List*","eks:Describe*","ec2:Describe*","autoscaling:Describe*","elasticloadbalancing:Describe*","iam:GetAccountAuthorizationDetails","iam:GetRole","iam:GetOpenIDConnectProvider","iam:ListOpenIDConnectProviders"],"Resource":"*"}]}""")],
            MaxSessionSeconds = 3600,
        });
    }
}
