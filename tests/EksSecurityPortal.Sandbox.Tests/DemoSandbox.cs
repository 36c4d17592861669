using Amazon.EC2;
using Amazon.EKS;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using EksSecurityPortal.Sandbox.Model;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests;

/// <summary>A running sandbox with the demo estate, and clients of it.</summary>
public sealed class DemoSandbox : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static Estate Demo { get; } = DemoEstate.Create(Now);

    private SandboxServer? server;

    public SandboxServer Server => server ?? throw new InvalidOperationException("The sandbox has not started.");

    public AWSCredentials Hub => new BasicAWSCredentials(Server.HubCredentials.AccessKeyId, Server.HubCredentials.SecretAccessKey);

    public async Task InitializeAsync() => server = await SandboxServer.StartAsync(Demo, new SandboxOptions(), CancellationToken.None);

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public TConfig Config<TConfig>(string region)
        where TConfig : ClientConfig, new() => new() { ServiceURL = Server.AwsEndpoint.ToString(), AuthenticationRegion = region, MaxErrorRetry = 0 };

    public AmazonSecurityTokenServiceClient Sts(AWSCredentials? credentials = null, string region = "us-east-1") => new(credentials ?? Hub, Config<AmazonSecurityTokenServiceConfig>(region));

    public AmazonEC2Client Ec2(AWSCredentials credentials, string region = "us-east-1") => new(credentials, Config<AmazonEC2Config>(region));

    public AmazonEKSClient Eks(AWSCredentials credentials, string region = "us-east-1") => new(credentials, Config<AmazonEKSConfig>(region));

    public static Account Account(string name) => Demo.Accounts.First(account => account.Name == name);

    public async Task<SessionAWSCredentials> EnterAsync(string accountName)
    {
        var account = Account(accountName);
        using var sts = Sts();
        var answer = await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = account.ReaderRoleArn, RoleSessionName = "test", ExternalId = account.ExternalId });
        return new SessionAWSCredentials(answer.Credentials.AccessKeyId, answer.Credentials.SecretAccessKey, answer.Credentials.SessionToken);
    }
}

[CollectionDefinition(Name)]
public sealed class DemoSandboxGroup : ICollectionFixture<DemoSandbox>
{
    public const string Name = "demo sandbox";
}
