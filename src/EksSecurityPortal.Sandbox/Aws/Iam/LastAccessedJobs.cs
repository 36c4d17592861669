using System.Collections.Concurrent;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Iam;

/// <summary>Service-last-accessed reports: a job that is in progress when first asked and completed the next time.</summary>
internal sealed class LastAccessedJobs(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Job> jobs = new();

    public string Start(AwsRequest request, IdentityEstate identity)
    {
        var arn = request.Find("Arn");
        var role = identity.Roles.FirstOrDefault(role => role.Arn == arn) ?? throw new AwsException(404, "NoSuchEntity", $"ARN {arn} does not exist");
        var id = Guid.NewGuid().ToString();
        jobs[id] = new Job(request.Caller.AccountId, role, clock.GetUtcNow());
        return id;
    }

    public void Write(XmlBody body, AwsRequest request)
    {
        if (!jobs.TryGetValue(request.Find("JobId") ?? "", out var job) || job.AccountId != request.Caller.AccountId)
        {
            throw new AwsException(404, "NoSuchEntity", $"JobId {request.Find("JobId")} does not exist");
        }

        if (job.IsFirstLook())
        {
            body.Text("JobStatus", "IN_PROGRESS").Text("JobType", "SERVICE_LEVEL").Text("JobCreationDate", job.Created).Text("IsTruncated", value: false);
            return;
        }

        var page = IamPages.Cut(request, "GetServiceLastAccessedDetails", job.Role.ServicesAccessed);
        body.Text("JobStatus", "COMPLETED").Text("JobType", "SERVICE_LEVEL").Text("JobCreationDate", job.Created).Text("JobCompletionDate", job.Created.AddSeconds(2));
        body.List("ServicesLastAccessed", page.Items, (item, access) => item
            .Text("ServiceName", access.Name).Text("LastAuthenticated", access.LastAuthenticated).Text("ServiceNamespace", access.Namespace)
            .Text("LastAuthenticatedEntity", access.LastAuthenticated is null ? null : job.Role.Arn)
            .Text("LastAuthenticatedRegion", access.LastAuthenticated is null ? null : job.Role.LastUsedRegion ?? "us-east-1")
            .Text("TotalAuthenticatedEntities", access.LastAuthenticated is null ? 0 : 1));
        IamPages.WriteEnd(body, page.Next);
    }

    private sealed class Job(string accountId, IamRole role, DateTimeOffset created)
    {
        private int looks;

        public string AccountId => accountId;

        public IamRole Role => role;

        public DateTimeOffset Created => created;

        public bool IsFirstLook() => Interlocked.Increment(ref looks) == 1;
    }
}
