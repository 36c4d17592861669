using Amazon.AutoScaling.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Tests.Loopback;
using Xunit;

namespace EksSecurityPortal.AwsClients.Tests.Wire;

public sealed class QueryTests
{
    [Fact]
    public async Task Request_isAFormWithActionAndVersion_andNumberedLists()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Xml(""));
        using var client = aws.AutoScaling();

        await client.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest
        {
            Filters = [new Filter { Name = "tag:eks:cluster-name", Values = ["prod & test", "ü"] }, new Filter { Name = "tag-key", Values = ["x"] }],
            IncludeInstances = true,
            MaxRecords = 100,
        });

        Assert.Equal(
            [
                "Action=DescribeAutoScalingGroups", "Filters.member.1.Name=tag:eks:cluster-name", "Filters.member.1.Values.member.1=prod & test",
                "Filters.member.1.Values.member.2=ü", "Filters.member.2.Name=tag-key", "Filters.member.2.Values.member.1=x",
                "IncludeInstances=true", "MaxRecords=100", "Version=2011-01-01",
            ],
            aws.LastRequest.Form.Select(p => $"{p.Key}={p.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task NestedListsAndNumbers_areRead_andUnknownElementsSkipped()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Xml("""
            <AutoScalingGroups><member>
              <AutoScalingGroupName>asg</AutoScalingGroupName><NewThing><Deep>1</Deep></NewThing><MinSize>1</MinSize><CreatedTime>2024-05-06T07:08:09.123Z</CreatedTime>
              <Instances><member><InstanceId>i-1</InstanceId><ProtectedFromScaleIn>true</ProtectedFromScaleIn><LifecycleState>Dancing</LifecycleState></member></Instances>
              <MixedInstancesPolicy><LaunchTemplate><Overrides><member><InstanceRequirements>
                <MemoryGiBPerVCpu><Min>1.5</Min></MemoryGiBPerVCpu><CpuManufacturers><member>amd</member></CpuManufacturers>
                <BaselinePerformanceFactors><Cpu><Reference><item><InstanceFamily>c6</InstanceFamily></item></Reference></Cpu></BaselinePerformanceFactors>
              </InstanceRequirements></member></Overrides></LaunchTemplate></MixedInstancesPolicy><Tags/>
            </member></AutoScalingGroups>
            """));
        using var client = aws.AutoScaling();

        var group = Assert.Single((await client.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest())).AutoScalingGroups ?? []);

        var requirements = group.MixedInstancesPolicy?.LaunchTemplate?.Overrides?[0].InstanceRequirements;
        Assert.Equal(("asg", 1, new DateTime(2024, 5, 6, 7, 8, 9, 123, DateTimeKind.Utc)), (group.AutoScalingGroupName, group.MinSize, group.CreatedTime));
        Assert.Equal(("i-1", true, "Dancing"), (group.Instances?[0].InstanceId, group.Instances?[0].ProtectedFromScaleIn, group.Instances?[0].LifecycleState?.Value));
        Assert.Equal((1.5, "amd"), (requirements?.MemoryGiBPerVCpu?.Min, requirements?.CpuManufacturers?[0]));
        Assert.Equal("c6", requirements?.BaselinePerformanceFactors?.Cpu?.References?[0].InstanceFamily);
        Assert.Equal([], group.Tags);
        Assert.Null(group.SuspendedProcesses);
    }

    [Fact]
    public async Task Map_isReadFromItsEntries()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Xml(
            "<SummaryMap><entry><key>AccountMFAEnabled</key><value>1</value></entry><entry><key>Users</key><value>27</value></entry></SummaryMap>"));
        using var client = aws.Iam();

        var answer = await client.GetAccountSummaryAsync(new GetAccountSummaryRequest());

        Assert.Equal((1, 27), (answer.SummaryMap?[SummaryKeyType.AccountMFAEnabled], answer.SummaryMap?["Users"]));
        Assert.Equal(Answers.RequestId, answer.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task PolicyDocument_staysAsItWasSent()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Xml(
            "<PolicyVersion><Document>%7B%22Version%22%3A%222012-10-17%22%7D</Document><IsDefaultVersion>true</IsDefaultVersion></PolicyVersion>"));
        using var client = aws.Iam();

        var answer = await client.GetPolicyVersionAsync(new GetPolicyVersionRequest { PolicyArn = "arn:aws:iam::aws:policy/X", VersionId = "v1" });

        Assert.Equal(("%7B%22Version%22%3A%222012-10-17%22%7D", true), (answer.PolicyVersion?.Document, answer.PolicyVersion?.IsDefaultVersion));
    }

    [Fact]
    public async Task TextWithMarkupAndLineBreaks_isReadAsText()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Xml(
            "<TagDescriptions><member><ResourceArn>a</ResourceArn><Tags><member><Key>&lt;b&gt;&amp;</Key><Value>one\n two</Value></member></Tags></member></TagDescriptions>"));
        using var client = aws.LoadBalancing();

        var answer = await client.DescribeTagsAsync(new DescribeTagsRequest { ResourceArns = ["a"] });

        var tag = answer.TagDescriptions?[0].Tags?[0];
        Assert.Equal(("<b>&", "one\n two"), (tag?.Key, tag?.Value));
    }

    [Fact]
    public async Task ReportJob_isAskedForAndRead()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Sequence(
            Answers.Xml("<JobId>job-1</JobId>"),
            Answers.Xml("""
                <JobStatus>COMPLETED</JobStatus><IsTruncated>false</IsTruncated><ServicesLastAccessed><member><ServiceNamespace>s3</ServiceNamespace>
                <TotalAuthenticatedEntities>0</TotalAuthenticatedEntities></member></ServicesLastAccessed>
                """)));
        using var client = aws.Iam();

        var job = await client.GenerateServiceLastAccessedDetailsAsync(new GenerateServiceLastAccessedDetailsRequest
        {
            Arn = "arn:aws:iam::111122223333:role/r",
            Granularity = AccessAdvisorUsageGranularityType.ACTION_LEVEL,
        });
        var report = await client.GetServiceLastAccessedDetailsAsync(new GetServiceLastAccessedDetailsRequest { JobId = job.JobId });

        Assert.Equal("ACTION_LEVEL", aws.Requests[0].Form["Granularity"]);
        Assert.Equal("job-1", aws.Requests[1].Form["JobId"]);
        Assert.Same(JobStatusType.COMPLETED, report.JobStatus);
        Assert.Null(report.ServicesLastAccessed?[0].LastAuthenticated);
    }

    [Fact]
    public async Task DocumentType_isRefused()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Text(200, "text/xml", """
            <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
            <DescribeTagsResponse><DescribeTagsResult><TagDescriptions><member><ResourceArn>&e;</ResourceArn></member></TagDescriptions></DescribeTagsResult></DescribeTagsResponse>
            """));
        using var client = aws.LoadBalancing();

        await Assert.ThrowsAnyAsync<AmazonUnmarshallingException>(() => client.DescribeTagsAsync(new DescribeTagsRequest { ResourceArns = ["a"] }));
    }

    [Fact]
    public async Task ListenerActions_areReadByType()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Xml("""
            <Listeners><member><Port>443</Port><Protocol>HTTPS</Protocol><SslPolicy>ELBSecurityPolicy-TLS13-1-2-2021-06</SslPolicy><DefaultActions>
            <member><Type>redirect</Type><RedirectConfig><Protocol>HTTPS</Protocol><StatusCode>HTTP_301</StatusCode></RedirectConfig></member>
            <member><Type>authenticate-oidc</Type><AuthenticateOidcConfig><SessionTimeout>604800</SessionTimeout></AuthenticateOidcConfig></member>
            </DefaultActions></member></Listeners>
            """));
        using var client = aws.LoadBalancing();

        var actions = (await client.DescribeListenersAsync(new DescribeListenersRequest { LoadBalancerArn = "a" })).Listeners?[0].DefaultActions;

        Assert.Same(ActionTypeEnum.Redirect, actions?[0].Type);
        Assert.Same(RedirectActionStatusCodeEnum.HTTP_301, actions?[0].RedirectConfig?.StatusCode);
        Assert.Same(ActionTypeEnum.AuthenticateOidc, actions?[1].Type);
        Assert.Equal(604800L, actions?[1].AuthenticateOidcConfig?.SessionTimeout);
    }
}
