namespace EksSecurityPortal.Services.Onboarding;

/// <summary>The reader role as a CloudFormation template. IAM is global: one stack per account, in any one region.</summary>
public static class CloudFormationTemplate
{
    public static string Create(ReaderRole role)
    {
        var text = new FileLines();
        text.Add("AWSTemplateFormatVersion: \"2010-09-09\"");
        text.Add($"Description: {JsonText.Quote($"Read-only role of EKS Security Portal for account {role.AccountId}")}");
        text.Add("Parameters:");
        AppendParameter(text, "HubPrincipalArn", "ARN of the role that the portal runs as", "^arn:aws(-[a-z]+)*:(iam|sts)::[0-9]{12}:.+$", role.HubPrincipalArn);
        AppendParameter(text, "ExternalId", "External id of this account in the portal", "^[A-Za-z0-9+=,.@:/_-]{2,1224}$", role.ExternalId);
        text.Add("Resources:");
        AppendPolicy(text, role);
        AppendRole(text, role);
        text.Add("Outputs:");
        text.Add("  RoleArn:");
        text.Add("    Description: Enter this ARN in the portal");
        text.Add("    Value: !GetAtt ReaderRole.Arn");
        return text.ToString();
    }

    private static void AppendParameter(FileLines text, string name, string description, string pattern, string? value)
    {
        text.Add($"  {name}:");
        text.Add("    Type: String");
        text.Add($"    Description: {description}");
        text.Add($"    AllowedPattern: {JsonText.Quote(pattern)}");
        if (value is not null)
        {
            text.Add($"    Default: {JsonText.Quote(value)}");
        }
    }

    private static void AppendPolicy(FileLines text, ReaderRole role)
    {
        text.Add("  ReaderPolicy:");
        text.Add("    Type: AWS::IAM::ManagedPolicy");
        text.Add("    Properties:");
        text.Add("      Description: What EKS Security Portal reads. Holds no action that writes.");
        text.Add("      PolicyDocument:");
        text.Add("        Version: \"2012-10-17\"");
        text.Add("        Statement:");
        foreach (var statement in ReaderPolicy.Statements(role.Partition))
        {
            text.Add($"          - Sid: {statement.Sid}");
            text.Add($"            Effect: {statement.Effect}");
            text.Add("            Action:");
            AppendList(text, statement.Actions);
            text.Add("            Resource:");
            AppendList(text, statement.Resources);
        }
    }

    private static void AppendList(FileLines text, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            text.Add($"              - {JsonText.Quote(value)}");
        }
    }

    private static void AppendRole(FileLines text, ReaderRole role)
    {
        text.Add("  ReaderRole:");
        text.Add("    Type: AWS::IAM::Role");
        text.Add("    Properties:");
        text.Add($"      RoleName: {JsonText.Quote(role.Name)}");
        text.Add($"      Path: {JsonText.Quote(role.Path)}");
        text.Add("      Description: Read-only access of EKS Security Portal");
        text.Add("      MaxSessionDuration: 3600");
        text.Add("      ManagedPolicyArns:");
        text.Add("        - !Ref ReaderPolicy");
        text.Add("      AssumeRolePolicyDocument:");
        text.Add("        Version: \"2012-10-17\"");
        text.Add("        Statement:");
        text.Add("          - Sid: PortalOnly");
        text.Add("            Effect: Allow");
        text.Add("            Principal:");
        text.Add("              AWS: !Ref HubPrincipalArn");
        text.Add("            Action: sts:AssumeRole");
        text.Add("            Condition:");
        text.Add("              StringEquals:");
        text.Add("                sts:ExternalId: !Ref ExternalId");
    }
}
