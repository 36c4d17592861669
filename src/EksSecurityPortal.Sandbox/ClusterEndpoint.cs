namespace EksSecurityPortal.Sandbox;

/// <summary>Where a cluster's Kubernetes API is served, and the certificates to trust it by (PEM, one or more blocks).</summary>
public sealed record ClusterEndpoint(string Url, string CertificateAuthorityPem);
