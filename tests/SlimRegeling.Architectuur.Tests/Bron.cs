using System.Runtime.CompilerServices;

namespace SlimRegeling.Architectuur.Tests;

/// <summary>Where the sources are: the tests look at projects and golden files as they stand in the checkout.</summary>
internal static class Bron
{
    public static string Wortel { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Hier())!, "..", ".."));

    public static string Pad(params string[] delen) => Path.Combine([Wortel, .. delen]);

    private static string Hier([CallerFilePath] string pad = "") => pad;
}
