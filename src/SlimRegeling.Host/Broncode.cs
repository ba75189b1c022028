namespace SlimRegeling.Host;

/// <summary>Where the documents that the program writes of itself belong.</summary>
internal static class Broncode
{
    /// <summary>
    /// A folder of the checkout that the program was built in, from wherever it is started; of the working directory when it was built in none.
    /// </summary>
    public static string Map(string naam)
    {
        var wortel = new DirectoryInfo(AppContext.BaseDirectory);
        while (wortel is not null && !File.Exists(Path.Combine(wortel.FullName, "SlimRegeling.sln")))
        {
            wortel = wortel.Parent;
        }
        return Path.Combine(wortel?.FullName ?? "", naam);
    }
}
