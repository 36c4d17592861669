namespace EksSecurityPortal.Services.Persistence;

/// <summary>The folder and file of a SQLite database: readable by their owner alone, as the facts in them are a map for an attacker.</summary>
internal static class DataFolder
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Makes what is missing. An existing folder keeps its mode; the database file is always closed to others.</summary>
    /// <exception cref="PortalStartException">Folder or file cannot be made or written.</exception>
    internal static void Prepare(string file)
    {
        var folder = Path.GetDirectoryName(file) ?? "/";
        try
        {
            CreateFolder(folder);
            using (OpenForOwner(file))
            {
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, OwnerFile);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new PortalStartException(
                $"Database:DataFolder is '{folder}', and '{file}' cannot be written there: {exception.Message} Make the folder writable for the user that runs the portal, or set Database:DataFolder to another one.", exception);
        }
    }

    /// <summary>Opens or makes a file with mode 0600, without a moment in which others could read it.</summary>
    internal static FileStream OpenForOwner(string file, FileShare share = FileShare.ReadWrite)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        return new FileStream(file, options);
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerFolder);
        }
    }
}
