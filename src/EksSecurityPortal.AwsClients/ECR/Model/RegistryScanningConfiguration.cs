namespace Amazon.ECR.Model;

/// <summary>Basic or enhanced scanning, and the rules for it.</summary>
public class RegistryScanningConfiguration
{
    public ScanType? ScanType { get; set; }
    public List<RegistryScanningRule>? Rules { get; set; }
}

/// <summary>How often repositories that match a filter are scanned.</summary>
public class RegistryScanningRule
{
    public ScanFrequency? ScanFrequency { get; set; }
    public List<ScanningRepositoryFilter>? RepositoryFilters { get; set; }
}

/// <summary>Repository names that a rule covers; an asterisk stands for any text.</summary>
public class ScanningRepositoryFilter
{
    public string? Filter { get; set; }
    public ScanningRepositoryFilterType? FilterType { get; set; }
}
