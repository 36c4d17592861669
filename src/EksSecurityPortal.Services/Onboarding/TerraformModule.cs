namespace EksSecurityPortal.Services.Onboarding;

/// <summary>The reader role as Terraform. Applied with credentials of another account, it stops before it makes anything.</summary>
public static class TerraformModule
{
    public static string Create(ReaderRole role)
    {
        var text = new FileLines();
        AppendVariable(text, "hub_principal_arn", "ARN of the role that the portal runs as", role.HubPrincipalArn);
        AppendVariable(text, "external_id", "External id of this account in the portal", role.ExternalId);
        text.Add("data \"aws_caller_identity\" \"current\" {}").Add();
        AppendPolicy(text, role);
        AppendRole(text, role);
        text.Add("resource \"aws_iam_role_policy_attachment\" \"eks_security_portal_reader\" {");
        text.Add("  role       = aws_iam_role.eks_security_portal_reader.name");
        text.Add("  policy_arn = aws_iam_policy.eks_security_portal_reader.arn");
        text.Add("}").Add();
        text.Add("output \"eks_security_portal_role_arn\" {");
        text.Add("  value = aws_iam_role.eks_security_portal_reader.arn");
        text.Add("}");
        return text.ToString();
    }

    private static void AppendVariable(FileLines text, string name, string description, string? value)
    {
        text.Add($"variable \"{name}\" {{");
        text.Add("  type        = string");
        text.Add($"  description = {JsonText.QuoteHcl(description)}");
        if (value is not null)
        {
            text.Add($"  default     = {JsonText.QuoteHcl(value)}");
        }

        text.Add("}").Add();
    }

    private static void AppendPolicy(FileLines text, ReaderRole role)
    {
        text.Add("resource \"aws_iam_policy\" \"eks_security_portal_reader\" {");
        text.Add($"  name        = {JsonText.QuoteHcl(role.Name)}");
        text.Add("  description = \"What EKS Security Portal reads. Holds no action that writes.\"");
        text.Add("  policy = jsonencode({");
        text.Add("    Version = \"2012-10-17\"");
        text.Add("    Statement = [");
        foreach (var statement in ReaderPolicy.Statements(role.Partition))
        {
            text.Add("      {");
            text.Add($"        Sid    = {JsonText.QuoteHcl(statement.Sid)}");
            text.Add($"        Effect = {JsonText.QuoteHcl(statement.Effect)}");
            AppendList(text, "Action", statement.Actions);
            AppendList(text, "Resource", statement.Resources);
            text.Add("      },");
        }

        text.Add("    ]");
        text.Add("  })");
        text.Add("}").Add();
    }

    private static void AppendList(FileLines text, string name, IEnumerable<string> values)
    {
        text.Add($"        {name} = [");
        foreach (var value in values)
        {
            text.Add($"          {JsonText.QuoteHcl(value)},");
        }

        text.Add("        ]");
    }

    private static void AppendRole(FileLines text, ReaderRole role)
    {
        text.Add("resource \"aws_iam_role\" \"eks_security_portal_reader\" {");
        text.Add($"  name                 = {JsonText.QuoteHcl(role.Name)}");
        text.Add($"  path                 = {JsonText.QuoteHcl(role.Path)}");
        text.Add("  description          = \"Read-only access of EKS Security Portal\"");
        text.Add("  max_session_duration = 3600");
        text.Add("  assume_role_policy = jsonencode({");
        text.Add("    Version = \"2012-10-17\"");
        text.Add("    Statement = [{");
        text.Add("      Sid       = \"PortalOnly\"");
        text.Add("      Effect    = \"Allow\"");
        text.Add("      Principal = { AWS = var.hub_principal_arn }");
        text.Add("      Action    = \"sts:AssumeRole\"");
        text.Add("      Condition = { StringEquals = { \"sts:ExternalId\" = var.external_id } }");
        text.Add("    }]");
        text.Add("  })").Add();
        text.Add("  lifecycle {");
        text.Add("    precondition {");
        text.Add($"      condition     = data.aws_caller_identity.current.account_id == {JsonText.QuoteHcl(role.AccountId)}");
        text.Add($"      error_message = {JsonText.QuoteHcl($"This file is for account {role.AccountId}; use credentials of that account.")}");
        text.Add("    }");
        text.Add("  }");
        text.Add("}").Add();
    }
}
