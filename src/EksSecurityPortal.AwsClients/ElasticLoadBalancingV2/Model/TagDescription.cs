namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>Tags of one resource.</summary>
public class TagDescription
{
    public string? ResourceArn { get; set; }
    public List<Tag>? Tags { get; set; }
}

/// <summary>A tag; the value may be absent.</summary>
public class Tag
{
    public string? Key { get; set; }
    public string? Value { get; set; }
}
