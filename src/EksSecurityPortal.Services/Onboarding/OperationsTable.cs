using EksSecurityPortal.Services.Collection.Aws;
using EksSecurityPortal.Services.Collection.Kubernetes;

namespace EksSecurityPortal.Services.Onboarding;

/// <summary>The published list of everything that the portal asks of AWS and Kubernetes: the text of docs/aws-operations.md.</summary>
public static class OperationsTable
{
    public static string Markdown()
    {
        var text = new FileLines();
        text.Add("# What the portal asks of AWS and Kubernetes").Add();
        text.Add("Generated from the code; a test holds it, the reader policy and what a collection really sends to each other. Nothing here can write.").Add();
        text.Add("## AWS operations").Add();
        text.Add("| Service | Operation | IAM action | Granted by | Part | Purpose |");
        text.Add("| --- | --- | --- | --- | --- | --- |");
        foreach (var operation in AwsOperations.All)
        {
            text.Add($"| {operation.Service} | {operation.Operation} | `{operation.IamAction}` | {Who(operation.GrantedBy)} | {operation.Part?.ToString() ?? "–"} | {operation.Purpose} |");
        }

        text.Add().Add("## Kubernetes requests").Add();
        text.Add("| Verb | API group | Resource | Part | Purpose |");
        text.Add("| --- | --- | --- | --- | --- |");
        foreach (var request in KubernetesRequests.All)
        {
            var resource = request.Name is null ? request.Resource : $"{request.Resource} {request.Namespace}/{request.Name}";
            var group = request.Resource.StartsWith('/') ? "–" : request.Group.Length == 0 ? "core" : request.Group;
            text.Add($"| {request.Verb} | {group} | {resource} | {request.Part} | {request.Purpose} |");
        }

        return text.ToString();
    }

    private static string Who(GrantedBy grantedBy) => grantedBy switch
    {
        GrantedBy.Reader => "reader role",
        GrantedBy.Hub => "portal's own role",
        _ => "no grant needed",
    };
}
