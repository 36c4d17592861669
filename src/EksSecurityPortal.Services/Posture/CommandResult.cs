namespace EksSecurityPortal.Services.Posture;

/// <summary>A refused command: which input, which value, what to do about it. Never partly carried out.</summary>
/// <param name="Field">Name of the input (<c>roleArn</c>), or empty for the request as a whole.</param>
public sealed record InputError(string Field, string Message);

/// <summary>Value or errors.</summary>
public sealed record CommandResult<T>(T? Value, IReadOnlyList<InputError> Errors)
{
    public bool Succeeded => Errors.Count == 0;
}
